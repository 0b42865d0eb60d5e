import { faultsHeader } from '../../shared/columns.js'
import { halfWidth } from '../../shared/text.js'
import { rosterColumns, type RosterKey } from './roster-columns.data.js'

export type ColumnPlaces = Partial<Record<RosterKey, number>>
/** `unused` are columns of the file that nothing here needs. */
export type HeaderVerdict =
  { ok: true; at: ColumnPlaces; unused: string[] } | { ok: false; missing: string[]; twice: string[] }

/** Stars, brackets, spaces and width do not make another column. */
const bare = (text: string): string =>
  halfWidth(text)
    .replace(/[（(](必填|选填|主|多选)[）)]/g, '')
    .replace(/[\s*＊:：（）()_-]/g, '')
    .toLowerCase()

const keyOf = new Map(
  rosterColumns.flatMap(({ key, header, also }) => [header, ...also].map((name) => [bare(name), key] as const)),
)
const passedOver = new Set([bare(faultsHeader), bare('序号'), ''])

/** Which column of a file is which, in whatever order they stand; tells what is missing or stands twice. */
export function readHeader(header: readonly string[]): HeaderVerdict {
  const at: ColumnPlaces = {}
  const twice: string[] = []
  const unused: string[] = []
  header.forEach((text, index) => {
    const key = keyOf.get(bare(text))
    if (!key) return void (passedOver.has(bare(text)) || unused.push(text))
    if (at[key] !== undefined) twice.push(text)
    else at[key] = index
  })
  const missing = rosterColumns
    .filter(({ key, required }) => required && at[key] === undefined)
    .map(({ header: name }) => name)
  return missing.length > 0 || twice.length > 0 ? { ok: false, missing, twice } : { ok: true, at, unused }
}

/** Names by which the header line of a file is found. */
export const expectedHeaders: readonly string[] = rosterColumns.flatMap(({ header, also }) => [header, ...also])
