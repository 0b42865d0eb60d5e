import { z } from 'zod'
import { isDay } from '../../shared/dates.js'
import { programmeKinds } from '../../training/courses/course.model.js'
import { exclusionReasons, measures, pendingReasons } from '../person-times/person-time.rules.js'

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).catch(undefined)
const day = z.string().refine(isDay)

/** What the address of a list or report says; nonsense is left out, so that an old address still opens. */
export const personTimeFilter = z.object({
  year: optional(z.coerce.number().int().min(2000).max(2199)),
  quarter: optional(z.string().regex(/^\d{4}Q[1-4]$/)),
  month: optional(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
  from: optional(day),
  to: optional(day),
  county: optional(z.string().regex(/^\d{6}$/)),
  measure: optional(z.enum(measures)),
  funding: optional(z.enum(['subsidised', 'self-funded'])),
  programme: optional(z.enum(programmeKinds)),
  category: optional(z.string().regex(/^G\d\d$/)),
  /** lineage of an occupation, `none` for courses without one */
  occupation: optional(z.string().max(60)),
  level: optional(z.string().regex(/^([1-8]|none)$/)),
  institution: optional(z.string().max(40)),
  courseRun: optional(z.string().max(40)),
  person: optional(z.string().max(40)),
  verdict: optional(z.enum(['counted', 'excluded', 'pending'])),
  reason: optional(z.enum([...exclusionReasons, ...pendingReasons])),
})
export type PersonTimeFilter = z.infer<typeof personTimeFilter>

export const filterKeys = Object.keys(personTimeFilter.shape) as (keyof PersonTimeFilter)[]

/** The address parameters of a filter, in a fixed order. */
export const filterParameters = (filter: PersonTimeFilter): Record<string, string | number | undefined> =>
  Object.fromEntries(filterKeys.map((key) => [key, filter[key]]))
