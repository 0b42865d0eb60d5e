/** Unified social credit codes of legal persons, GB 32100-2015. */
import { halfWidth } from './text.js'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type CreditCodeVerdict =
  /** Codes given out early (Fujian 2015) break the rule and are in real use: the check is a warning that a reviewer weighs. */
  | { ok: true; code: string; warning?: 'check-digit'; expected?: string }
  /** `wrong` are the characters that no code contains (I O S V Z and signs). */
  | { ok: false; reason: 'length' | 'characters'; wrong?: string }

/** Half-width capitals without spaces and hyphens. */
export const canonicalCreditCode = (text: string): string =>
  halfWidth(text)
    .replace(/[\s\u200b-\u200f\u2010-\u2015\u2060\ufeff-]/g, '')
    .toUpperCase()

/** The eighteenth character of the first seventeen. */
export function creditCodeCheck(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(first17[i]!), 0)
  return alphabet[(31 - (sum % 31)) % 31]!
}

export function creditCodeVerdict(text: string): CreditCodeVerdict {
  const code = canonicalCreditCode(text)
  if (code.length !== 18) return { ok: false, reason: 'length' }
  const wrong = [...new Set(code)].filter((c) => !alphabet.includes(c)).join('')
  if (wrong !== '') return { ok: false, reason: 'characters', wrong }
  const expected = creditCodeCheck(code)
  return code[17] === expected ? { ok: true, code } : { ok: true, code, warning: 'check-digit', expected }
}

/** The six-digit area of registration inside a code: firms of the New Area carry 133100. */
export const areaOfCreditCode = (code: string): string => code.slice(2, 8)
