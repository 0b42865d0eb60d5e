import { halfWidth } from './text.js'

export interface NamedColumn<K extends string> {
  key: K
  header: string
  also: readonly string[]
  required?: boolean
}
export type Places<K extends string> = { ok: true; at: Partial<Record<K, number>> } | { ok: false; missing: string[] }

/** The last column of rows that came back. */
export const faultsHeader = '错误原因'

// Stars, brackets, spaces and width do not make another column.
const bare = (text: string): string =>
  halfWidth(text)
    .replace(/[\s*＊:：()（）_-]/g, '')
    .toLowerCase()

/** Which column of a file is which, in whatever order they stand, or which are missing. */
export function placesOf<K extends string>(header: readonly string[], columns: readonly NamedColumn<K>[]): Places<K> {
  const names = header.map(bare)
  // 编号 may be a mere count where 证书编号 stands beside it: a column's own name goes before its other names.
  const found = columns.map(({ key, header: own, also }) => {
    const places = [own, ...also].map((name) => names.indexOf(bare(name)))
    return [key, places.find((place) => place !== -1) ?? -1] as const
  })
  const missing = columns
    .filter(({ key, required }) => required && found.some(([one, place]) => one === key && place === -1))
    .map(({ header: own }) => own)
  return missing.length > 0
    ? { ok: false, missing }
    : { ok: true, at: Object.fromEntries(found.filter(([, place]) => place !== -1)) as Partial<Record<K, number>> }
}
/** Every name by which a column may be called, for finding the header line of a file. */
export const namesOf = (columns: readonly NamedColumn<string>[]): string[] =>
  columns.flatMap(({ header, also }) => [header, ...also])
