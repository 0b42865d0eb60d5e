import { halfWidth } from './text.js'

export type PhoneProblem = 'characters' | 'length' | 'prefix'
export type PhoneVerdict =
  { ok: true; phone: string; kind: 'mobile' | 'landline' } | { ok: false; reason: PhoneProblem }

/** Without spaces, hyphens, brackets and the country code: `13800001234`, `03125551234`. */
export const canonicalPhone = (text: string): string =>
  halfWidth(text)
    .replace(/[\s()（）\u2010-\u2015\u2212-]/g, '')
    .replace(/^(?:\+|00)86/, '')

/** A mainland number: mobile of 11 digits, or landline with its area code (stored as `0312-5551234`). */
export function phoneVerdict(text: string): PhoneVerdict {
  const phone = canonicalPhone(text)
  if (!/^\d+$/.test(phone)) return { ok: false, reason: phone === '' ? 'length' : 'characters' }
  if (phone.startsWith('0')) return landlineVerdict(phone)
  if (phone.length !== 11) return { ok: false, reason: 'length' }
  return /^1[3-9]/.test(phone) ? { ok: true, phone, kind: 'mobile' } : { ok: false, reason: 'prefix' }
}

/** 010 and 02x are three digits long and have eight-digit numbers; all other area codes have four digits. */
function landlineVerdict(digits: string): PhoneVerdict {
  const area = /^0(?:10|2\d)/.test(digits) ? 3 : 4
  const local = digits.slice(area)
  const lengths = area === 3 ? [8] : [7, 8]
  if (!lengths.includes(local.length)) return { ok: false, reason: 'length' }
  if (/^0[01]/.test(digits) && area === 4) return { ok: false, reason: 'prefix' }
  return { ok: true, phone: `${digits.slice(0, area)}-${local}`, kind: 'landline' }
}
