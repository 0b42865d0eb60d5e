/** Places of GB/T 2260 (county level; towns with nine digits) that the New Area deals with, and its own areas without a code. */
import { beijing, hebei, newArea, provinces, tianjin, xionganTowns } from './regions.data.js'
import type { Lang } from './words.js'

export interface Region {
  code: string
  zh: string
  en: string
}

/** The New Area itself: carried by firms registered here, absent from every county list. */
export const newAreaCode = '133100'
/** 容城, 安新, 雄县: the counties whose officers review first. */
export const threeCounties = ['130629', '130632', '130638'] as const
export type CountyCode = (typeof threeCounties)[number]

const named = (rows: readonly (readonly [string, string, string])[]): Region[] =>
  rows.map(([code, zh, en]) => ({ code, zh, en }))

export const beijingDistricts: readonly Region[] = named(beijing)
export const tianjinDistricts: readonly Region[] = named(tianjin)
export const counties: readonly Region[] = named(hebei).filter(({ code }) =>
  (threeCounties as readonly string[]).includes(code),
)
/** Development areas (片区) for addresses; 容东, 容西 and 昝岗 have a town code, the others only ours. */
export const newAreaDistricts: readonly Region[] = named(newArea)
const towns = named(xionganTowns)
const all = new Map(
  [...named(provinces), ...named(hebei), ...beijingDistricts, ...tianjinDistricts, ...newAreaDistricts, ...towns].map(
    (region) => [region.code, region],
  ),
)

export const regionOf = (code: string): Region | undefined => all.get(code)

/** The towns and townships of one of the three counties. */
export const townsOf = (county: string): readonly Region[] => towns.filter(({ code }) => code.startsWith(county))

/** The name of a place; a code outside the table keeps its province's name with the code. */
export function regionName(code: string, lang: Lang): string {
  const of = (region: Region): string => region[lang === 'en' ? 'en' : 'zh']
  const region = all.get(code)
  if (region) return of(region)
  const province = all.get(`${code.slice(0, 2)}0000`)
  if (!province) return code
  return lang === 'en' ? `${of(province)} (${code})` : `${of(province)}（${code}）`
}

/** With what it belongs to: `安新县三台镇`, `Santai Town, Anxin County`. */
export function regionFullName(code: string, lang: Lang): string {
  const parent = code.length === 9 ? code.slice(0, 6) : code.endsWith('00') ? undefined : `${code.slice(0, 2)}0000`
  if (!all.has(code) || parent === undefined) return regionName(code, lang)
  return lang === 'en'
    ? `${regionName(code, lang)}, ${regionName(parent, lang)}`
    : regionName(parent, lang) + regionName(code, lang)
}

/** The county of a nine-digit town code or a six-digit county code; none for a province, a city or the New Area as a whole. */
export function countyOf(code: string): string | undefined {
  const county = code.slice(0, 6)
  return /^\d{6}(\d{3})?$/.test(code) && !county.endsWith('00') ? county : undefined
}

export type Place = 'xiongan' | 'hebei' | 'beijing' | 'tianjin' | 'elsewhere'

/** Which of the partners of mutual recognition a place belongs to. */
export function placeOf(code: string): Place {
  if (code.startsWith(newAreaCode) || (threeCounties as readonly string[]).includes(code.slice(0, 6))) return 'xiongan'
  const province = { '11': 'beijing', '12': 'tianjin', '13': 'hebei' } as const
  return province[code.slice(0, 2) as keyof typeof province] ?? 'elsewhere'
}

/** Is it the New Area, one of its three counties, or a town or area inside? */
export const isInNewArea = (code: string): boolean => placeOf(code) === 'xiongan'
