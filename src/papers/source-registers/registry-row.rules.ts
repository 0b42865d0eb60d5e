import { rowTexts, type CellFault } from '../../infra/sheet-reading/row-texts.rules.js'
import type { SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import { placesOf } from '../../shared/columns.js'
import { canonicalPersonId, idCardVerdict } from '../../shared/id-card.js'
import { parseDay, type Day } from '../../shared/dates.js'
import { parseLevel, type Level } from '../../shared/levels.js'
import { cleanText, halfWidth, isName, normaliseName } from '../../shared/text.js'
import { editions, type SourceFamily } from '../recognition-agreements/agreement.data.js'
import {
  familyOf,
  registryColumns,
  sourceStatuses,
  statusNames,
  type RegistryColumn,
  type RegistryKey,
  type SourceStatus,
} from './registry-columns.data.js'

export interface RegistryFacts {
  name: string
  idNumber: string
  number: string
  issuer: string
  family: SourceFamily
  occupation: string
  edition: string
  level: Level
  issuedOn: Day
  expiresOn?: Day
  status: SourceStatus
  statusOn?: Day
  asOf: Day
}
export const registryFaults = [
  'missing',
  'cell-error',
  'cell-as-number',
  'cell-long',
  'name-shape',
  'id-wrong',
  'number-shape',
  'number-twice',
  'family-unknown',
  'edition-unknown',
  'level-unknown',
  'day-unreadable',
  'day-future',
  'status-unknown',
  'as-of-differs',
] as const
export type RegistryFault = (typeof registryFaults)[number]
export interface RegistryCellFault {
  column: RegistryKey
  code: RegistryFault
  text?: string
}
export interface RegistryLine {
  line: number
  facts?: RegistryFacts
  faults: RegistryCellFault[]
}
export type RegistryHeader = { ok: true; at: Partial<Record<RegistryKey, number>> } | { ok: false; missing: string[] }

/** Which column is which, in whatever order they stand, or which are missing. */
export const readRegistryHeader = (header: readonly string[]): RegistryHeader => placesOf(header, registryColumns)

/** Numbers of certificates are compared without spaces and hyphens, in capitals and half-width. */
export const cleanSourceNumber = (text: string): string =>
  halfWidth(text)
    .replace(/[\s‐-―-]/g, '')
    .toUpperCase()
/** The same body is written with other brackets and spaces elsewhere. */
export const cleanIssuer = (text: string): string =>
  halfWidth(cleanText(text))
    .replace(/[()（）\s·]/g, '')
    .toUpperCase()
export const isSourceNumber = (number: string): boolean => /^[\p{Script=Han}A-Z0-9/〔〕[\]()（）]{4,40}$/u.test(number)

/** Reads every line; a certificate that stands twice is a fault of the later line, and all lines are of one day. */
export function* readRegistry(
  rows: readonly SheetRow[],
  at: Partial<Record<RegistryKey, number>>,
  today: Day,
): Generator<RegistryLine> {
  const seen = new Set<string>()
  let asOf: Day | undefined
  for (const { line, cells } of rows) {
    const { texts, faults: unread } = rowTexts({ cells }, registryColumns, at)
    if (Object.keys(texts).length === 0) continue
    const { facts, faults: read } = readPaper((key) => texts[key] ?? '', today, registryColumns)
    const faults = mergedFaults(unread, read)
    asOf ??= facts.asOf
    if (facts.asOf && facts.asOf !== asOf) faults.push({ column: 'asOf', code: 'as-of-differs', text: asOf })
    if (facts.number && seen.has(facts.number))
      faults.push({ column: 'number', code: 'number-twice', text: facts.number })
    if (facts.number) seen.add(facts.number)
    yield { line, faults, ...(faults.length === 0 && { facts: facts as RegistryFacts }) }
  }
}

/** A cell that cannot be read has no second fault. */
export const mergedFaults = <K extends string, F extends { column: K }>(
  unread: readonly CellFault<K>[],
  read: readonly F[],
): (F | { column: K; code: CellFault<K>['code']; text: string })[] => [
  ...unread.map(({ column, code, params }) => ({ column, code, text: params.text })),
  ...read.filter(({ column }) => !unread.some((other) => other.column === column)),
]

/** The cells that say whose paper it is and what it says; registers and applications by file read them alike. */
export function readPaper(
  text: (key: RegistryKey) => string,
  today: Day,
  columns: readonly RegistryColumn[],
): { facts: Partial<RegistryFacts>; faults: RegistryCellFault[] } {
  const faults: RegistryCellFault[] = columns
    .filter(({ key, required }) => required && text(key) === '')
    .map(({ key }) => ({ column: key, code: 'missing' }))
  const read = <T>(
    column: RegistryKey,
    code: RegistryFault,
    parse: (value: string) => T | undefined,
  ): T | undefined => {
    const value = text(column)
    if (value === '') return undefined
    const found = parse(value)
    // A wrong ID may be a real one with a slip: it is never repeated.
    if (found === undefined) faults.push({ column, code, ...(column !== 'idNumber' && { text: value }) })
    return found
  }
  const day = (column: RegistryKey, mayBeFuture = false) => {
    const found = read(column, 'day-unreadable', parseDay)
    if (found && found > today && !mayBeFuture) faults.push({ column, code: 'day-future', text: found })
    return found
  }
  const facts: Partial<RegistryFacts> = {
    name: read('name', 'name-shape', (value) => (isName(normaliseName(value)) ? normaliseName(value) : undefined)),
    idNumber: read('idNumber', 'id-wrong', (value) => {
      const verdict = idCardVerdict(canonicalPersonId('resident-id', value))
      return verdict.ok ? verdict.id : undefined
    }),
    number: read('number', 'number-shape', (value) =>
      isSourceNumber(cleanSourceNumber(value)) ? cleanSourceNumber(value) : undefined,
    ),
    issuer: text('issuer'),
    occupation: text('occupation'),
    family: read('family', 'family-unknown', familyOf),
    edition: read('edition', 'edition-unknown', (value) => editions.find((edition) => value.startsWith(edition))),
    level: read('level', 'level-unknown', parseLevel),
    issuedOn: day('issuedOn'),
    expiresOn: day('expiresOn', true),
    statusOn: day('statusOn'),
    asOf: day('asOf'),
    status: read('status', 'status-unknown', (value) =>
      sourceStatuses.find((status) => status === value || statusNames[status].includes(value)),
    ),
  }
  return { facts, faults }
}

export interface RegisterCount {
  lines: number
  valid: number
  ended: number
  faults: number
}
export function registerCounts(lines: readonly RegistryLine[]): RegisterCount {
  const good = lines.flatMap(({ facts }) => (facts ? [facts] : []))
  const valid = good.filter(({ status }) => status === 'valid').length
  return { lines: lines.length, valid, ended: good.length - valid, faults: lines.length - good.length }
}
