/**
 * The new eight skill levels (新八级工), as ordinals from low to high. The printed numbers run downwards (五级 lowest)
 * and three of the eight have none, so levels are only ever compared by ordinal.
 */
import type { Lang } from './words.js'

export const levelOrdinals = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type Level = (typeof levelOrdinals)[number]

export interface LevelEntry {
  ordinal: Level
  code: string
  zh: string
  en: string
  /** Chinese number as printed; absent for the three that have none. */
  grade?: string
  /** The level's place in a certificate number: a digit, and for 特级技师 a letter (the rule says two capitals, 20 digits). */
  numberSign?: string
}

const table: readonly LevelEntry[] = [
  { ordinal: 1, code: 'apprentice', zh: '学徒工', en: 'Apprentice' },
  { ordinal: 2, code: 'junior', zh: '初级工', en: 'Junior worker', grade: '五级', numberSign: '5' },
  { ordinal: 3, code: 'intermediate', zh: '中级工', en: 'Intermediate worker', grade: '四级', numberSign: '4' },
  { ordinal: 4, code: 'senior', zh: '高级工', en: 'Senior worker', grade: '三级', numberSign: '3' },
  { ordinal: 5, code: 'technician', zh: '技师', en: 'Technician', grade: '二级', numberSign: '2' },
  { ordinal: 6, code: 'senior-technician', zh: '高级技师', en: 'Senior technician', grade: '一级', numberSign: '1' },
  { ordinal: 7, code: 'special-technician', zh: '特级技师', en: 'Special-grade technician', numberSign: 'T' },
  { ordinal: 8, code: 'chief-technician', zh: '首席技师', en: 'Chief technician' },
]
export const levels = table

export const isLevel = (value: unknown): value is Level => levelOrdinals.includes(value as Level)

export const levelEntry = (ordinal: Level): LevelEntry => table[ordinal - 1]!
export const levelByCode = (code: string): LevelEntry | undefined => table.find((level) => level.code === code)

/** `中级工`, `Intermediate worker` */
export const levelName = (ordinal: Level, lang: Lang): string => levelEntry(ordinal)[lang === 'en' ? 'en' : 'zh']

/** As on a certificate: `四级/中级工`, `Level 4 / Intermediate worker`; a level without a number is its name alone. */
export function levelPrinted(ordinal: Level, lang: Lang = 'zh-CN'): string {
  const { grade, zh, en, numberSign } = levelEntry(ordinal)
  if (grade === undefined) return lang === 'en' ? en : zh
  return lang === 'en' ? `Level ${numberSign} / ${en}` : `${grade}/${zh}`
}

/** Reads 四级, 中级工, 四级/中级工, 4 or a code. A bare digit is the printed number, never the ordinal. */
export const parseLevel = (text: string): Level | undefined => {
  const clean = text.replace(/[\s（）()]/g, '').replace('／', '/')
  return table.find(
    ({ code, zh, grade, numberSign }) =>
      [
        code,
        zh,
        grade,
        grade && `${grade}/${zh}`,
        grade && `${zh}/${grade}`,
        grade && `${zh}${grade}`,
        grade && `${grade}${zh}`,
      ].includes(clean) ||
      (grade !== undefined && [numberSign, `${numberSign}级`].includes(clean)),
  )?.ordinal
}

/** 高技能人才: 三级/高级工 and above. */
export const isHighlySkilled = (ordinal: Level): boolean => ordinal >= 4
