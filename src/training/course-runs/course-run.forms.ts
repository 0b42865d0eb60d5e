import { z } from 'zod'
import { threeCounties } from '../../shared/regions.js'
import { cleanText } from '../../shared/text.js'
import { choiceOf, number, optionalText, requiredDay, requiredText } from '../../web/form.js'
import { courseRunStates } from './course-run.model.js'
import { fundings, programmeKinds } from '../courses/course.model.js'
import type { Teacher } from '../run-facts/run-facts.rules.js'

/** One teacher a line, a comma before the qualification: 韩树林，高级技师; what stands behind it is kept as typed. */
export function readTeachers(text: string): Teacher[] {
  const lines = text
    .split(/\r\n|\r|\n|；|;/)
    .map(cleanText)
    .filter((line) => line !== '')
  return lines.map((line) => {
    const [, name = '', opened, rest = ''] = /^([^，,、\t（(]*)([，,、\t（(])?(.*)$/.exec(line)!
    const qualification = (opened === '（' || opened === '(' ? rest.replace(/[）)]$/, '') : rest).trim()
    return { name: name.trim(), ...(qualification && { qualification }) }
  })
}
export const teachersText = (teachers: readonly { name: string; qualification?: string | null }[]): string =>
  teachers.map(({ name, qualification }) => [name, qualification].filter(Boolean).join('，')).join('\n')

const teachers = z
  .preprocess((value) => (typeof value === 'string' ? value : ''), z.string().max(2000, 'errors.tooLong|max=2000'))
  .transform((text, context) => {
    const read = readTeachers(text)
    if (read.length === 0 || read.length > 30)
      context.addIssue({ code: 'custom', message: 'courseRuns.teacher-needed' })
    if (read.some(({ name }) => name.length > 40))
      context.addIssue({ code: 'custom', message: 'courseRuns.teachersFormat' })
    return read
  })

/** What an approved change may touch; the county is none of it. */
export const changeForm = z.object({
  startsOn: requiredDay('courseRuns.startsOnMissing'),
  endsOn: requiredDay('courseRuns.endsOnMissing'),
  place: requiredText('courseRuns.placeMissing', 120),
  capacity: number('courseRuns.capacityFormat', { min: 1, max: 20_000 }),
  teachers,
  assessmentBodyId: optionalText(40),
})
export const factsForm = changeForm.extend({ region: choiceOf(threeCounties, 'courseRuns.regionMissing') })
export const reasonForm = z.object({ reason: requiredText('courseRuns.reasonMissing', 300) })

const word = z
  .string()
  .trim()
  .max(60)
  .optional()
  .catch(undefined)
  .transform((text) => text || undefined)
export const runSearchForm = z.object({
  q: word,
  region: z.enum(threeCounties).optional().catch(undefined),
  state: z.enum(courseRunStates).optional().catch(undefined),
  month: z
    .string()
    .trim()
    .transform((text) => /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text))
    .transform((found) =>
      found && Number(found[2]) >= 1 && Number(found[2]) <= 12
        ? `${found[1]}-${found[2]!.padStart(2, '0')}`
        : undefined,
    )
    .optional()
    .catch(undefined),
  view: z.enum(['mine', 'training', 'ending', 'returned']).optional().catch(undefined),
  programme: z.enum(programmeKinds).optional().catch(undefined),
  funding: z.enum(fundings).optional().catch(undefined),
  course: z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .optional()
    .catch(undefined),
  sort: z.enum(['-startsOn', 'startsOn', '-enrolled', 'enrolled']).optional().catch(undefined),
})
