import { z } from 'zod'
import { isLevel, type Level } from '../../shared/levels.js'
import { parseYuan } from '../../shared/money.js'
import { choiceOf, number, optionalText, requiredText } from '../../web/form.js'
import {
  certificateFamilies,
  courseStates,
  deliveries,
  fundings,
  programmeKinds,
  startUpKinds,
} from './course.model.js'
import type { Request } from 'express'

/** The first step: what is taught. */
export const whatForm = z.object({
  title: requiredText('courses.title-missing', 60),
  programme: choiceOf(programmeKinds, 'courses.programmeMissing'),
  startUpKind: z.preprocess(
    (value) => value || undefined,
    choiceOf(startUpKinds, 'courses.start-up-kind-missing').optional(),
  ),
  occupationId: optionalText(40),
  level: z.preprocess(
    (value) => (value ? Number(value) : undefined),
    z.custom<Level>((value) => isLevel(value), 'courses.levelWrong').optional(),
  ),
  workType: optionalText(30),
})

const hours = number('courses.hoursFormat', { min: 0, max: 2000, decimals: 1 })
const fee = z
  .preprocess((value) => (typeof value === 'string' && value.trim() !== '' ? value : '0'), z.string())
  .transform((text, context) => {
    const fen = parseYuan(text)
    if (fen === undefined) context.addIssue({ code: 'custom', message: 'courses.feeFormat' })
    return fen ?? 0
  })

/** The second step: how it is taught and what it costs. */
export const howForm = z.object({
  theoryHours: hours,
  practiceHours: hours,
  delivery: choiceOf(deliveries, 'courses.deliveryMissing'),
  funding: choiceOf(fundings, 'courses.fundingMissing'),
  certificateFamily: choiceOf(certificateFamilies, 'courses.familyMissing'),
  feeFen: fee,
  summary: optionalText(500),
})

export const versionField = z.preprocess(
  (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined),
  z.number().optional(),
)

const word = z.string().trim().max(60).optional().catch(undefined)
export const courseSearchForm = z.object({
  q: word,
  state: z.enum(courseStates).optional().catch(undefined),
  programme: z.enum(programmeKinds).optional().catch(undefined),
  funding: z.enum(fundings).optional().catch(undefined),
})
export type CourseSearch = z.infer<typeof courseSearchForm>
export const versionOf = (req: Request): number | undefined =>
  versionField.parse((req.body as { version?: unknown }).version)
