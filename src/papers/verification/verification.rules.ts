import { normaliseName } from '../../shared/text.js'

export type AnswerKind = 'valid' | 'expired' | 'suspended' | 'revoked' | 'superseded'

interface Standing {
  state: 'issued' | 'suspended' | 'revoked' | 'superseded'
  expiresOn?: string | null
}

/** What a check says of a certificate on a day. Its last day belongs to it; a void paper stays void after its last day. */
export function answerKind({ state, expiresOn }: Standing, today: string): AnswerKind {
  if (state !== 'issued') return state
  return expiresOn && expiresOn < today ? 'expired' : 'valid'
}

/** A name as typed against the name as printed: dots, spaces and widths do not matter, every character does. */
export const isSameName = (typed: string, printed: string): boolean =>
  normaliseName(typed).toUpperCase() === normaliseName(printed).toUpperCase()

/** Codes are letters and digits of Crockford's alphabet; typed by hand they may carry hyphens and letters that look like digits. */
export function cleanToken(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}
