/** Resident identity numbers by GB 11643 (ISO 7064 MOD 11-2), and the other papers a person may show instead. */
import { isDay } from './dates.js'
import type { Day } from './dates.js'
import { halfWidth } from './text.js'

export { maskId, maskName, maskPhone } from './masks.js'

export type Sex = 'male' | 'female'
export type IdCardProblem = 'length' | 'characters' | 'date' | 'check-digit'
export type IdCardVerdict =
  { ok: true; id: string; birthOn: Day; sex: Sex } | { ok: false; reason: IdCardProblem; expected?: string }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The eighteenth character of the first seventeen digits. */
export function idCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
  return '10X98765432'[sum % 11]!
}

// Some exports write an apostrophe before digits that must stay text.
const compact = (text: string): string =>
  halfWidth(text)
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/^['\u2018\u2019`]+/, '')
    .toUpperCase()

/** One spelling for one number: without it one person becomes two. Numbers of 15 digits become 18. */
export function canonicalId(text: string): string {
  const id = compact(text).replace(/[\u2010-\u2015-]/g, '')
  if (!/^\d{15}$/.test(id)) return id
  const first17 = `${id.slice(0, 6)}19${id.slice(6)}`
  return first17 + idCheckDigit(first17)
}

/** An area missing from today's table is not refused: old codes stay on cards. */
export function idCardVerdict(text: string): IdCardVerdict {
  const id = canonicalId(text)
  if (id.length !== 18) return { ok: false, reason: 'length' }
  if (!/^\d{17}[\dX]$/.test(id)) return { ok: false, reason: 'characters' }
  const birthOn = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isDay(birthOn)) return { ok: false, reason: 'date' }
  const expected = idCheckDigit(id)
  if (id[17] !== expected) return { ok: false, reason: 'check-digit', expected }
  return { ok: true, id, birthOn, sex: Number(id[16]) % 2 === 1 ? 'male' : 'female' }
}

export const idDocumentTypes = [
  'resident-id',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'foreigner-permanent-residence',
  'officer-card',
] as const
export type IdDocumentType = (typeof idDocumentTypes)[number]

export type PersonIdVerdict =
  | { ok: true; id: string; birthOn?: Day; sex?: Sex }
  | { ok: false; reason: IdCardProblem | 'format'; expected?: string }

/** The shapes that the issuing offices print; nothing in them can be checked beyond the shape. */
const shapes: Record<Exclude<IdDocumentType, 'resident-id'>, RegExp> = {
  passport: /^(?=.*\d)[A-Z0-9]{5,17}$/,
  'hk-macao-permit': /^[HM](?:\d{8}|\d{10})$/,
  'taiwan-permit': /^\d{8}(?:\d{2})?$/,
  'foreigner-permanent-residence': /^[A-Z]{3}\d{12}$/,
  'officer-card': /^(?:[\u4e00-\u9fff]{1,4}字第)?[0-9A-Z]{4,12}号?$/,
}

/** One spelling of a document number of any type. */
export const canonicalPersonId = (type: IdDocumentType, text: string): string =>
  type === 'resident-id' ? canonicalId(text) : compact(text)

/** Is this a number that a document of this type can carry? Only some of them tell the birthday and the sex. */
export function personIdVerdict(type: IdDocumentType, text: string): PersonIdVerdict {
  if (type === 'resident-id') return idCardVerdict(text)
  const id = compact(text)
  if (type === 'foreigner-permanent-residence' && /^9\d{16}[\dX]$/.test(id)) return newResidenceCard(id)
  return shapes[type].test(id) ? { ok: true, id } : { ok: false, reason: 'format' }
}

/** Cards of 2023 have 18 characters, built like a resident number but beginning with 9. */
function newResidenceCard(id: string): PersonIdVerdict {
  const verdict = idCardVerdict(id)
  return verdict.ok ? { ok: true, id: verdict.id, birthOn: verdict.birthOn } : verdict
}
