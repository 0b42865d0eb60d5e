import { formatInstant } from '../shared/dates.js'
import type { Step } from '../shared/timeline.js'
import type { Moment } from './story-models.js'

type StoredStep = Pick<Step, 'act' | 'at' | 'byName'> & { [K in 'note' | 'from' | 'to']?: string | null }

/** Who did what and when, newest first, from the timeline of a record; `textOf` says an act in the reader's language. */
export const momentsOf = <S extends StoredStep>(
  timeline: readonly S[] | null | undefined,
  textOf: (step: S) => string,
): Moment[] =>
  (timeline ?? []).toReversed().map((step, i) => ({
    text: textOf(step),
    by: step.byName,
    at: formatInstant(step.at),
    atIso: step.at.toISOString(),
    ...(step.note && { note: step.note }),
    ...(i === 0 && { now: true }),
  }))
