import type { Place } from './run-review.view.js'

/** Where a record stands in the queue of reviews, and which comes next. */
export function placeIn(queue: readonly string[], id: string): Place {
  const at = queue.indexOf(id)
  const nextId = queue[at + 1] ?? (at > 0 ? queue[0] : undefined)
  return { index: at + 1, total: at < 0 ? 0 : queue.length, ...(nextId && nextId !== id && { nextId }) }
}
