import type { SheetCell, SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import type { Day } from '../../shared/dates.js'
import { canonicalPersonId, type IdDocumentType, type Sex } from '../../shared/id-card.js'
import { cleanText } from '../../shared/text.js'
import {
  bad,
  readBirth,
  readCategory,
  readId,
  readIdType,
  readName,
  readPhone,
  readResidence,
  readSex,
  readTags,
  type CellFault,
  type Found,
} from './roster-cell.rules.js'
import { exampleMark, rosterKeys, type RosterKey } from './roster-columns.data.js'
import type { ColumnPlaces } from './roster-header.rules.js'

/** What a good line says about a person. */
export interface RosterFacts {
  name: string
  idType: IdDocumentType
  idNumber: string
  sex?: Sex
  birthOn?: Day
  phone?: string
  category: string
  tags: string[]
  residenceRegion?: string
}

export type RosterTexts = Partial<Record<RosterKey, string>>

export interface RosterLine {
  line: number
  texts: RosterTexts
  facts?: RosterFacts
  faults: CellFault[]
}

type Cells = Partial<Record<RosterKey, SheetCell>>

/** Reads the lines of a roster; every fault of a line is told at once, and a person who stands twice at the later line. */
export function readRoster(rows: readonly SheetRow[], at: ColumnPlaces, today: Day): RosterLine[] {
  const first = new Map<string, number>()
  const lines: RosterLine[] = []
  for (const row of rows) {
    const cells = cellsOf(row, at)
    if (isExample(cells) || Object.values(cells).every(({ text }) => text === '')) continue
    const read = readCells(cells, today)
    const idNumber = canonicalPersonId(read.idType ?? 'resident-id', cells.idNumber?.text ?? '')
    const earlier = idNumber ? first.get(idNumber) : undefined
    if (idNumber && earlier === undefined) first.set(idNumber, row.line)
    const faults = [
      ...read.faults,
      ...(earlier === undefined ? [] : bad('idNumber', 'id-twice', { line: earlier }).faults),
    ]
    lines.push({
      line: row.line,
      texts: textsOf(cells),
      faults: inColumnOrder(faults),
      ...(faults.length === 0 && { facts: read.facts }),
    })
  }
  return lines
}

/** One person as a form gives it: the same rules, all values are text. */
export function readTrainee(texts: RosterTexts, today: Day): { facts?: RosterFacts; faults: CellFault[] } {
  const cells = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, { text: cleanText(text), kind: 'text' }]),
  ) as Cells
  const { facts, faults } = readCells(cells, today)
  return faults.length === 0 ? { facts, faults } : { faults }
}

const cellsOf = ({ cells }: SheetRow, at: ColumnPlaces): Cells =>
  Object.fromEntries(
    rosterKeys
      .filter((key) => at[key] !== undefined)
      .map((key) => [key, cells[at[key]!] ?? { text: '', kind: 'blank' }]),
  )

const textsOf = (cells: Cells): RosterTexts =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, { text }]) => text !== '')
      .map(([key, { text }]) => [key, text]),
  )

const isExample = ({ name }: Cells): boolean => name?.text.includes(exampleMark) ?? false

const inColumnOrder = (faults: readonly CellFault[]): CellFault[] =>
  [...faults].sort((a, b) => rosterKeys.indexOf(a.column) - rosterKeys.indexOf(b.column))

function readCells(cells: Cells, today: Day): { facts: RosterFacts; faults: CellFault[]; idType?: IdDocumentType } {
  const broken = (Object.entries(cells) as [RosterKey, SheetCell][])
    .filter(([, { kind }]) => kind === 'error')
    .map(([column, { text }]): CellFault => ({ column, code: 'cell-error', params: { text } }))
  const skip = new Set(broken.map(({ column }) => column))
  const text = (key: RosterKey): string => (skip.has(key) ? '' : cleanText(cells[key]?.text ?? ''))
  const idType = readIdType(text('idType'))
  const id = readId(cells.idNumber, idType.value ?? 'resident-id')
  const known = id.value?.ok ? id.value : undefined
  const parts = {
    name: readName(text('name')),
    idType,
    id,
    sex: readSex(text('sex'), known?.sex),
    birthOn: readBirth(text('birthOn'), known, today, idType.value),
    phone: readPhone(text('phone')),
    category: readCategory(text('category')),
    tags: readTags(text('tags')),
    residence: readResidence(text('residence')),
  }
  const faults = [
    ...broken,
    ...Object.values(parts)
      .flatMap((part: Found<unknown>) => part.faults)
      .filter(({ column }) => !skip.has(column)),
  ]
  const { name, sex, birthOn, phone, category, tags, residence } = parts
  const facts: RosterFacts = {
    name: name.value ?? '',
    idType: idType.value ?? 'resident-id',
    idNumber: known?.id ?? '',
    sex: sex.value,
    birthOn: birthOn.value,
    phone: phone.value,
    category: category.value ?? '',
    tags: tags.value ?? [],
    residenceRegion: residence.value,
  }
  return { facts, faults, idType: idType.value }
}
