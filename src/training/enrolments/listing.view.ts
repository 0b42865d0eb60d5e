import type { Translate } from '../../shared/words.js'

/** Words, clauses and remarks one after the other, parted as the reader's language parts them. */
export const listed = (t: Translate, parts: readonly string[]): string => parts.join(t.lang === 'en' ? ', ' : '、')
export const clauses = (t: Translate, parts: readonly string[]): string =>
  parts.filter(Boolean).join(t.lang === 'en' ? '; ' : '；')
export const labelled = (t: Translate, label: string, text: string): string =>
  t.lang === 'en' ? `${label}: ${text}` : `${label}：${text}`
