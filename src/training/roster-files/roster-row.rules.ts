import type { SheetCell, SheetRow } from '../../infra/sheets/sheet-read.js'
import { parsePersonCategory } from '../../registry/people/category.data.js'
import {
  canonicalPersonId,
  idDocumentTypes,
  personIdVerdict,
  type IdDocumentType,
  type PersonIdVerdict,
  type Sex,
} from '../../shared/id-card.js'
import { parseDay, type Day } from '../../shared/dates.js'
import { canonicalPhone, phoneVerdict } from '../../shared/phone.js'
import { cleanText, isName, normaliseName } from '../../shared/text.js'
import {
  exampleMark,
  idTypeNames,
  residenceNames,
  rosterKeys,
  sexNames,
  type RosterKey,
} from './roster-columns.data.js'
import type { ColumnPlaces } from './roster-header.rules.js'

/** Everything that can be wrong with a cell; each has a sentence that says what to do. The last four need the database. */
export const rosterFaults = [
  'cell-error',
  'name-missing',
  'name-shape',
  'id-type-unknown',
  'id-missing',
  'id-as-number',
  'id-length',
  'id-characters',
  'id-date',
  'id-check-digit',
  'id-format',
  'id-twice',
  'sex-unknown',
  'sex-differs',
  'birth-unreadable',
  'birth-differs',
  'birth-future',
  'birth-missing',
  'phone-characters',
  'phone-length',
  'phone-prefix',
  'category-missing',
  'category-unknown',
  'tag-unknown',
  'residence-unknown',
  'name-differs',
  'full',
  'roster-closed',
  'cut-off',
] as const
export type RosterFault = (typeof rosterFaults)[number]
export interface CellFault {
  column: RosterKey
  code: RosterFault
  params?: Readonly<Record<string, string | number>>
}

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
type Found<T> = { value?: T; faults: CellFault[] }
const good = <T>(value?: T): Found<T> => ({ value, faults: [] })
const bad = <T>(column: RosterKey, code: RosterFault, params?: CellFault['params']): Found<T> => ({
  faults: [{ column, code, ...(params && { params }) }],
})

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

function readName(text: string): Found<string> {
  const name = normaliseName(text)
  if (name === '') return bad('name', 'name-missing')
  return isName(name) ? good(name) : bad('name', 'name-shape')
}

function readIdType(text: string): Found<IdDocumentType> {
  if (text === '' || /^(居民|二代)?身份证$/.test(text)) return good<IdDocumentType>('resident-id')
  const type = idDocumentTypes.find(
    (one) => one === text || idTypeNames[one].some((name) => name.toLowerCase() === text.toLowerCase()),
  )
  return type ? good(type) : bad('idType', 'id-type-unknown', { text })
}

const mostExactDigits = 15
/** Excel keeps 15 digits of a number and makes the others 0: what was typed as a number is lost, even if it looks whole. */
function readId(cell: SheetCell | undefined, type: IdDocumentType): Found<PersonIdVerdict> {
  const text = cell?.text ?? ''
  if (text === '') return bad('idNumber', 'id-missing')
  if (cell?.kind === 'number' && text.replace(/\D/g, '').length > mostExactDigits)
    return bad('idNumber', 'id-as-number')
  const verdict = personIdVerdict(type, text)
  if (verdict.ok) return good<PersonIdVerdict>(verdict)
  const params = {
    length: canonicalPersonId(type, text).length,
    ...(verdict.expected && { expected: verdict.expected }),
  }
  return bad('idNumber', `id-${verdict.reason}`, params)
}

function readSex(text: string, known: Sex | undefined): Found<Sex> {
  if (text === '') return good(known)
  const sex = (['male', 'female'] as const).find(
    (one) =>
      one === text.toLowerCase() ||
      (sexNames[one] as readonly string[]).some((name) => name.toLowerCase() === text.toLowerCase()),
  )
  if (!sex) return bad('sex', 'sex-unknown')
  return known && known !== sex ? bad('sex', 'sex-differs') : good<Sex>(sex)
}

/** Only a document that does not tell the birthday needs one: age decides who is counted. */
function readBirth(
  text: string,
  known: { birthOn?: Day } | undefined,
  today: Day,
  type: IdDocumentType | undefined,
): Found<Day> {
  if (text === '')
    return known && !known.birthOn && type !== 'resident-id' ? bad('birthOn', 'birth-missing') : good(known?.birthOn)
  const day = parseDay(text)
  if (!day) return bad('birthOn', 'birth-unreadable')
  if (day > today) return bad('birthOn', 'birth-future')
  return known?.birthOn && known.birthOn !== day ? bad('birthOn', 'birth-differs') : good(day)
}

function readPhone(text: string): Found<string> {
  if (text === '') return good<string>()
  const verdict = phoneVerdict(text)
  return verdict.ok
    ? good(verdict.phone)
    : bad('phone', `phone-${verdict.reason}`, { length: canonicalPhone(text).length })
}

function readCategory(text: string): Found<string> {
  if (text === '') return bad('category', 'category-missing')
  const code = parsePersonCategory(text)
  return code ? good(code) : bad('category', 'category-unknown', { text })
}

function readTags(text: string): Found<string[]> {
  const names = text.split(/[、,，;；/\s]+/).filter((name) => name !== '')
  const unknown = names.filter((name) => !parsePersonCategory(name))
  return unknown.length > 0
    ? bad('tags', 'tag-unknown', { text: unknown.join('、') })
    : good([...new Set(names.map((name) => parsePersonCategory(name)!))].sort())
}

function readResidence(text: string): Found<string> {
  if (text === '') return good<string>()
  const wanted = text.replace(/^河北省|^雄安新区(?=.)/g, '')
  const found =
    [...residenceNames].find(([code, name]) => [code, name].includes(text) || name === wanted) ??
    [...residenceNames].find(([, name]) => name.endsWith(wanted) && wanted.length > 1)
  return found ? good(found[0]) : bad('residence', 'residence-unknown', { text })
}
