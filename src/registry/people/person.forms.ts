import { z } from 'zod'
import { idDocumentTypes, personIdVerdict } from '../../shared/id-card.js'
import { phoneVerdict } from '../../shared/phone.js'
import { regionOf } from '../../shared/regions.js'
import { cleanText } from '../../shared/text.js'
import type { Day } from '../../shared/dates.js'
import { choiceOf, manyOf, optionalText, requiredDay } from '../../web/form.js'
import { personCategoryCodes } from './category.data.js'
import { revealReasons } from './person.rules.js'

const text = z.preprocess((value) => (typeof value === 'string' ? cleanText(value) : ''), z.string().max(120, 'errors.tooLong|max=120'))

/** A number in a search box is a number in the address: it belongs on the page that posts it. */
export const looksLikeId = (q: string): boolean => /^\d[\d\s]{13,}[\dXx]$/.test(q.normalize('NFKC').trim())

export const findForm = z
  .object({ idType: choiceOf(idDocumentTypes, 'people.idTypeMissing'), idNumber: text.pipe(z.string().min(1, 'people.idNumberMissing')) })
  .superRefine(({ idType, idNumber }, context) => {
    const verdict = personIdVerdict(idType, idNumber)
    if (!verdict.ok) context.addIssue({ code: 'custom', path: ['idNumber'], message: `people.id-${verdict.reason}|expected=${verdict.expected ?? ''}` })
  })

export const revealForm = z
  .object({ field: z.enum(['idNumber', 'phone'], 'people.revealWhatMissing'), reason: choiceOf(revealReasons, 'people.reveal-reason'), note: optionalText(200) })
  .refine(({ reason, note }) => reason !== 'other' || (note?.length ?? 0) >= 4, { path: ['note'], message: 'people.revealNoteMissing' })

const phone = text.transform((typed, context) => {
  if (typed === '') return undefined
  const verdict = phoneVerdict(typed)
  if (verdict.ok && verdict.kind === 'mobile') return verdict.phone
  context.addIssue({ code: 'custom', message: 'people.phoneWrong' })
  return z.NEVER
})

export const editForm = (today: Day) => z.object({
  phone,
  residenceRegion: text.transform((code) => code || undefined).refine((code) => !code || regionOf(code) !== undefined, 'errors.checkField'),
  category: text.transform((code) => code || undefined).refine((code) => !code || personCategoryCodes.includes(code), 'people.categoryWrong'),
  tags: manyOf(personCategoryCodes as readonly [string, ...string[]], 'people.categoryWrong'),
  on: requiredDay('people.onMissing').refine((day) => day <= today, 'people.onFuture'),
  version: z.coerce.number().int().min(0).optional().catch(undefined),
})
