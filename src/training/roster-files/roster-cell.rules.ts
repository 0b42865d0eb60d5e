import { isLostNumber } from '../../infra/sheet-reading/row-texts.rules.js'
import type { SheetCell } from '../../infra/sheet-reading/sheet-read.js'
import { parsePersonCategory } from '../../registry/people/category.data.js'
import { parseDay, type Day } from '../../shared/dates.js'
import {
  canonicalPersonId,
  idDocumentTypes,
  personIdVerdict,
  type IdDocumentType,
  type PersonIdVerdict,
  type Sex,
} from '../../shared/id-card.js'
import { canonicalPhone, phoneVerdict } from '../../shared/phone.js'
import { isName, normaliseName } from '../../shared/text.js'
import { idTypeNames, residenceNames, sexNames, type RosterKey } from './roster-columns.data.js'

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

export type Found<T> = { value?: T; faults: CellFault[] }
const good = <T>(value?: T): Found<T> => ({ value, faults: [] })

export const bad = <T>(column: RosterKey, code: RosterFault, params?: CellFault['params']): Found<T> => ({
  faults: [{ column, code, ...(params && { params }) }],
})

export function readName(text: string): Found<string> {
  const name = normaliseName(text)
  if (name === '') return bad('name', 'name-missing')
  return isName(name) ? good(name) : bad('name', 'name-shape')
}

export function readIdType(text: string): Found<IdDocumentType> {
  if (text === '' || /^(居民|二代)?身份证$/.test(text)) return good<IdDocumentType>('resident-id')
  const type = idDocumentTypes.find(
    (one) => one === text || idTypeNames[one].some((name) => name.toLowerCase() === text.toLowerCase()),
  )
  return type ? good(type) : bad('idType', 'id-type-unknown', { text })
}

export function readId(cell: SheetCell | undefined, type: IdDocumentType): Found<PersonIdVerdict> {
  const text = cell?.text ?? ''
  if (text === '') return bad('idNumber', 'id-missing')
  if (cell && isLostNumber(cell)) return bad('idNumber', 'id-as-number')
  const verdict = personIdVerdict(type, text)
  if (verdict.ok) return good<PersonIdVerdict>(verdict)
  const params = {
    length: canonicalPersonId(type, text).length,
    ...(verdict.expected && { expected: verdict.expected }),
  }
  return bad('idNumber', `id-${verdict.reason}`, params)
}

export function readSex(text: string, known: Sex | undefined): Found<Sex> {
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
export function readBirth(
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

export function readPhone(text: string): Found<string> {
  if (text === '') return good<string>()
  const verdict = phoneVerdict(text)
  return verdict.ok
    ? good(verdict.phone)
    : bad('phone', `phone-${verdict.reason}`, { length: canonicalPhone(text).length })
}

export function readCategory(text: string): Found<string> {
  if (text === '') return bad('category', 'category-missing')
  const code = parsePersonCategory(text)
  return code ? good(code) : bad('category', 'category-unknown', { text })
}

export function readTags(text: string): Found<string[]> {
  const names = text.split(/[、,，;；/\s]+/).filter((name) => name !== '')
  const unknown = names.filter((name) => !parsePersonCategory(name))
  return unknown.length > 0
    ? bad('tags', 'tag-unknown', { text: unknown.join('、') })
    : good([...new Set(names.map((name) => parsePersonCategory(name)!))].sort())
}

export function readResidence(text: string): Found<string> {
  if (text === '') return good<string>()
  const wanted = text.replace(/^河北省|^雄安新区(?=.)/g, '')
  const found =
    [...residenceNames].find(([code, name]) => [code, name].includes(text) || name === wanted) ??
    [...residenceNames].find(([, name]) => name.endsWith(wanted) && wanted.length > 1)
  return found ? good(found[0]) : bad('residence', 'residence-unknown', { text })
}
