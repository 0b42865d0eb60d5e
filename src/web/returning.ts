import { cleanLines } from '../shared/text.js'
import type { Translate } from '../shared/words.js'

/** What a reviewer ticked and typed to give something back, as the page shows it again with what is wrong. */
export interface Returning {
  reasons: readonly string[]
  text: string
  error?: string
}
export const notReturned: Returning = { reasons: [], text: '' }
const longest = 1000

/**
 * Why something is given back, as its maker will read it. Without script the ticked sentences are joined to the text
 * here, with it they stand in the text already. The word key of a reason is `prefix` and the reason; `missing` that of
 * the sentence for none.
 */
export function readReturning(
  t: Translate,
  body: unknown,
  { reasons, prefix, missing }: { reasons: readonly string[]; prefix: string; missing: string },
): { ok: true; note: string } | { ok: false; returning: Returning & { error: string } } {
  const given = (body ?? {}) as { text?: unknown; reasons?: unknown }
  const text = cleanLines(typeof given.text === 'string' ? given.text : '')
  const ticked = reasons.filter((reason) => [given.reasons].flat().includes(reason))
  const sentences = ticked.map((reason) => t(`${prefix}${reason}`)).filter((sentence) => !text.includes(sentence))
  const note = [...sentences, text].filter(Boolean).join('\n')
  const error = note === '' ? t(missing) : note.length > longest ? t('errors.tooLong', { max: longest }) : undefined
  return error === undefined ? { ok: true, note } : { ok: false, returning: { reasons: ticked, text, error } }
}
