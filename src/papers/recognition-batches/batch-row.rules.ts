import { rowTexts } from '../../infra/sheet-reading/row-texts.rules.js'
import type { SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import type { Day } from '../../shared/dates.js'
import { phoneVerdict } from '../../shared/phone.js'
import type { SourceFamily } from '../recognition-agreements/agreement.data.js'
import { mergedFaults, readPaper, type RegistryFault } from '../source-registers/registry-row.rules.js'
import {
  batchColumns,
  batchKeys,
  countyNames,
  exampleMark,
  regionNames,
  sharedColumns,
  type BatchKey,
} from './batch-columns.data.js'

export type BatchFault =
  | RegistryFault
  | 'region-unknown'
  | 'county-unknown'
  | 'phone-wrong'
  | 'occupation-unknown'
  | 'level-not-in-standard'
  | 'duplicate'
  | 'name-differs'
export interface BatchCellFault {
  column: BatchKey
  code: BatchFault
  text?: string
}
export interface BatchFacts {
  name: string
  idNumber: string
  phone?: string
  region: string
  family: SourceFamily
  occupationId: string
  level: number
  number: string
  issuer: string
  issuedOn: Day
  expiresOn?: Day
  county: string
}
export type BatchTexts = Partial<Record<BatchKey, string>>
export interface BatchLine {
  line: number
  texts: BatchTexts
  facts?: BatchFacts
  faults: BatchCellFault[]
}
/** What an occupation is called in each edition, and its levels. */
export interface KnownOccupation {
  id: string
  edition: string
  name: string
  levels: readonly number[]
}

const codeOf = (names: Readonly<Record<string, string>>, text: string): string | undefined =>
  Object.entries(names).find(
    ([code, name]) => code === text || name === text || name.replace(/[市省县]$/, '') === text,
  )?.[0]

/** Reads the lines of an application by file; every fault of a line is told at once, a paper that stands twice at the later line. */
export function* readBatch(
  rows: readonly SheetRow[],
  at: Partial<Record<BatchKey, number>>,
  occupations: readonly KnownOccupation[],
  today: Day,
): Generator<BatchLine> {
  // Thousands of occupations times thousands of lines: they are looked up, not gone through.
  const known = new Map(occupations.map((one) => [occupationKey(one), one]))
  const first = new Map<string, number>()
  for (const { line, cells } of rows) {
    const { texts, faults: unread } = rowTexts({ cells }, batchColumns, at)
    if (Object.keys(texts).length === 0 || texts.name?.includes(exampleMark)) continue
    const { facts, faults: read } = readLine(texts, known, today)
    const faults = mergedFaults(unread, read)
    const key = `${facts.idNumber}|${facts.number}`
    if (facts.idNumber && facts.number) {
      if (first.has(key)) faults.push({ column: 'number', code: 'number-twice', text: facts.number })
      else first.set(key, line)
    }
    yield {
      line,
      texts,
      faults: faults.sort((a, b) => batchKeys.indexOf(a.column) - batchKeys.indexOf(b.column)),
      ...(faults.length === 0 && { facts: facts as BatchFacts }),
    }
  }
}

const occupationKey = ({ edition, name }: { edition?: string; name?: string }): string => `${edition}:${name}`

function readLine(
  texts: BatchTexts,
  occupations: ReadonlyMap<string, KnownOccupation>,
  today: Day,
): { facts: Partial<BatchFacts>; faults: BatchCellFault[] } {
  const { facts: paper, faults: found } = readPaper((key) => texts[key as BatchKey] ?? '', today, sharedColumns)
  const faults = found as BatchCellFault[]
  const own = <T>(
    column: BatchKey,
    code: BatchFault,
    required: boolean,
    parse: (text: string) => T | undefined,
  ): T | undefined => {
    const text = texts[column] ?? ''
    if (text === '') return void (required && faults.push({ column, code: 'missing' }))
    const value = parse(text)
    if (value === undefined) faults.push({ column, code, text })
    return value
  }
  const region = own('region', 'region-unknown', true, (text) => codeOf(regionNames, text))
  const county = own('county', 'county-unknown', true, (text) => codeOf(countyNames, text))
  const phone = own('phone', 'phone-wrong', false, (text) => {
    const verdict = phoneVerdict(text)
    return verdict.ok ? verdict.phone : undefined
  })
  const occupation = occupations.get(occupationKey({ edition: paper.edition, name: texts.occupation }))
  if (texts.occupation && paper.edition && !occupation)
    faults.push({ column: 'occupation', code: 'occupation-unknown', text: texts.occupation })
  if (occupation && paper.level && !occupation.levels.includes(paper.level))
    faults.push({ column: 'level', code: 'level-not-in-standard', text: texts.level ?? '' })
  const { name, idNumber, number, issuer, family, level, issuedOn, expiresOn } = paper
  return {
    facts: {
      name,
      idNumber,
      number,
      issuer,
      family,
      level,
      issuedOn,
      region,
      county,
      occupationId: occupation?.id,
      ...(expiresOn && { expiresOn }),
      ...(phone && { phone }),
    } as Partial<BatchFacts>,
    faults,
  }
}
