import { z } from 'zod'
import { cleanText, halfWidth } from '../../shared/text.js'
import { choiceOf, requiredText, optionalText } from '../../web/form.js'
import { standings } from '../results/ranking.rules.js'
import type { MarkedAspect } from '../marking/marking.queries.js'
import { parseMeasured } from './measure.rules.js'

export const boxName = (code: string): string => `v-${code}`
export const boxId = (code: string): string => `v-${code.replace(/[^A-Za-z0-9]/g, '-')}`

export interface MarksRead {
  values: Map<string, number>
  errors: Record<string, string>
}

/** What a judge has filled in; an empty box is not yet a value. Errors are word keys by box. */
export function readMarks(aspects: readonly MarkedAspect[], body: unknown): MarksRead {
  const fields = (body ?? {}) as Record<string, unknown>
  const read: MarksRead = { values: new Map(), errors: {} }
  for (const { code, type, bands, unit } of aspects) {
    const typed = fields[boxName(code)]
    const text = typeof typed === 'string' ? halfWidth(cleanText(typed)) : ''
    if (text === '') continue
    const value =
      type === 'judgement' || (bands?.length === 0 && code !== 'TIME') ? whole(text) : parseMeasured(text, unit)
    if (value === undefined)
      read.errors[boxId(code)] = type === 'judgement' ? 'marking.not-a-step' : 'marking.not-measured'
    else read.values.set(code, value)
  }
  return read
}
const whole = (text: string): number | undefined => (/^\d{1,4}$/.test(text) ? Number(text) : undefined)

export const marksForm = z.object({
  reason: optionalText(300),
  version: z.coerce.number().int().min(0).optional().catch(undefined),
  go: z.string().max(40).optional().catch(undefined),
})
export const standingForm = z.object({
  standing: choiceOf(standings, 'marking.standing-missing'),
  reason: requiredText('marking.standing-reason', 300),
})
