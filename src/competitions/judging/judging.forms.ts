import { z } from 'zod'
import { cleanText, halfWidth } from '../../shared/text.js'
import { choiceOf, requiredText, optionalText } from '../../web/form.js'
import { standings } from '../rankings/ranking.rules.js'
import type { MarkedAspect } from '../marking/marking.queries.js'
import { markFault, parseMark } from './measure.rules.js'

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
  for (const aspect of aspects) {
    const { code } = aspect
    const typed = fields[boxName(code)]
    const text = typeof typed === 'string' ? halfWidth(cleanText(typed)) : ''
    if (text === '') continue
    const value = parseMark(text, aspect)
    if (value === undefined) read.errors[boxId(code)] = markFault(aspect)
    else read.values.set(code, value)
  }
  return read
}
export const marksForm = z.object({
  reason: optionalText(300),
  version: z.coerce.number().int().min(0).optional().catch(undefined),
  go: z.string().max(40).optional().catch(undefined),
})
export const standingForm = z.object({
  standing: choiceOf(standings, 'marking.standing-missing'),
  reason: requiredText('marking.standing-reason', 300),
})
