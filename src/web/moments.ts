import { formatInstant } from '../shared/dates.js'
import type { Step } from '../shared/timeline.js'
import type { Moment } from './story-models.js'

type StoredStep = Pick<Step, 'act' | 'at' | 'byName'> & { [K in 'note' | 'from' | 'to']?: string | null }
/** What a reader is told besides the act; everything, unless it says otherwise. */
interface Told<S> {
  by?: boolean
  note?: (step: S) => boolean
}

/** Who did what and when, newest first, from the timeline of a record; `textOf` says an act in the reader's language. */
export const momentsOf = <S extends StoredStep>(
  timeline: readonly S[] | null | undefined,
  textOf: (step: S) => string,
  { by = true, note = () => true }: Told<S> = {},
): Moment[] =>
  (timeline ?? []).toReversed().map((step, i) => ({
    text: textOf(step),
    at: formatInstant(step.at),
    atIso: step.at.toISOString(),
    ...(by && { by: step.byName }),
    ...(step.note && note(step) && { note: step.note }),
    ...(i === 0 && { now: true }),
  }))
