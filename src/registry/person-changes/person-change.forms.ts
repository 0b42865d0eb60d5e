import { z } from 'zod'
import { phoneVerdict } from '../../shared/phone.js'
import { regionOf } from '../../shared/regions.js'
import { cleanText } from '../../shared/text.js'
import type { Day } from '../../shared/dates.js'
import { choiceOf, manyOf, optionalText, requiredDay } from '../../web/form.js'
import { personCategoryCodes } from '../people/category.data.js'
import { revealReasons } from '../people/person.rules.js'

const text = z.preprocess(
  (value) => (typeof value === 'string' ? cleanText(value) : ''),
  z.string().max(120, 'errors.tooLong|max=120'),
)

export const revealForm = z
  .object({
    field: z.enum(['idNumber', 'phone'], 'people.revealWhatMissing'),
    reason: choiceOf(revealReasons, 'people.reveal-reason'),
    note: optionalText(200),
  })
  .refine(({ reason, note }) => reason !== 'other' || (note?.length ?? 0) >= 4, {
    path: ['note'],
    message: 'people.revealNoteMissing',
  })

const phone = text.transform((typed, context) => {
  if (typed === '') return undefined
  const verdict = phoneVerdict(typed)
  if (verdict.ok && verdict.kind === 'mobile') return verdict.phone
  context.addIssue({ code: 'custom', message: 'people.phoneWrong' })
  return z.NEVER
})

export const editForm = (today: Day) =>
  z.object({
    phone,
    residenceRegion: text
      .transform((code) => code || undefined)
      .refine((code) => !code || regionOf(code) !== undefined, 'errors.notOffered'),
    category: text
      .transform((code) => code || undefined)
      .refine((code) => !code || personCategoryCodes.includes(code), 'people.categoryWrong'),
    tags: manyOf(personCategoryCodes as readonly [string, ...string[]], 'people.categoryWrong'),
    on: requiredDay('people.onMissing').refine((day) => day <= today, 'people.onFuture'),
    version: z.coerce.number().int().min(0).optional().catch(undefined),
  })
