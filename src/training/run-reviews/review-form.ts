import { cleanLines } from '../../shared/text.js'
import type { Place } from './run-review.view.js'

/** Where a record stands in the queue of reviews, and which comes next. */
export function placeIn(queue: readonly string[], id: string): Place {
  const at = queue.indexOf(id)
  const nextId = queue[at + 1] ?? (at > 0 ? queue[0] : undefined)
  return { index: at + 1, total: at < 0 ? 0 : queue.length, ...(nextId && nextId !== id && { nextId }) }
}

/** Why it is returned. Without script the ticked sentences are joined to the text here, with it they stand in the text already. */
export function returnNote(body: unknown, reasons: readonly string[], sentenceOf: (reason: string) => string): string {
  const given = (body ?? {}) as { text?: unknown; reasons?: unknown }
  const typed = cleanLines(typeof given.text === 'string' ? given.text.slice(0, 1000) : '')
  const ticked = (Array.isArray(given.reasons) ? given.reasons : [given.reasons])
    .filter((reason): reason is string => reasons.includes(reason as string))
    .map(sentenceOf)
  return [...ticked.filter((one) => !typed.includes(one)), typed].filter(Boolean).join('\n')
}
