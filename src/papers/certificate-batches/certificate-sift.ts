import { Effect } from '../../infra/outbox/outbox.model.js'
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import { isAppError } from '../../shared/errors.js'
import type { CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment, type EnrolmentRecord } from '../../training/enrolments/enrolment.model.js'
import type { IssuedFamily } from '../certificates/certificate.model.js'
import type { Source } from '../certificates/printed-facts.js'
import { effectOf, holderVerdict } from './issue.rules.js'

export interface Refusal { enrolmentId: string; personId?: string; personName?: string; code: string; details?: Record<string, string> }

/** Parts those whose paper may be made from those who are refused; every id asked for is in one of the two. */
export async function siftHolders(run: CourseRunRecord, family: IssuedFamily, enrolmentIds: readonly string[]): Promise<{ good: Source[]; refusals: Refusal[] }> {
  const ids = [...enrolmentIds]
  const enrolments = await Enrolment.find({ _id: { $in: ids } }).lean<EnrolmentRecord[]>()
  const people = await Person.find({ _id: { $in: enrolments.map(({ personId }) => personId) } }).select('name idType idMasked photoFile').lean<PersonRecord[]>()
  const marks = await Effect.find({ _id: { $in: ids.map((id) => effectOf(family, id)) } }).select('_id').lean<{ _id: string }[]>()
  const enrolmentOf = new Map(enrolments.map((enrolment) => [String(enrolment._id), enrolment]))
  const personOf = new Map(people.map((person) => [String(person._id), person]))
  const issued = new Set(marks.map(({ _id }) => _id))
  const good: Source[] = []
  const refusals: Refusal[] = []
  for (const enrolmentId of ids) {
    const enrolment = enrolmentOf.get(enrolmentId)
    const person = enrolment && personOf.get(enrolment.personId)
    const name = enrolment && { personId: enrolment.personId, personName: enrolment.personName }
    if (!enrolment || !person) {
      refusals.push({ enrolmentId, ...name, code: 'record-missing' })
      continue
    }
    const verdict = holderVerdict(enrolment, family, Boolean(person.photoFile), issued.has(effectOf(family, enrolmentId)))
    if (verdict.ok) good.push({ run, enrolment, person })
    else refusals.push({ enrolmentId, ...name, code: verdict.reason })
  }
  return { good, refusals }
}

/** The reason that a fault gives; what may pass by itself is thrown on, so that the job comes again. */
export function refusalOf(error: unknown): Pick<Refusal, 'code' | 'details'> {
  if (!isAppError(error) || error.kind === 'conflict' || error.kind === 'unavailable') throw error
  const { field, character, codePoint, name } = error.details as Record<string, unknown>
  const details = Object.fromEntries(Object.entries({ field, character, codePoint, name }).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  return { code: error.code.split('.').at(-1)!, ...(Object.keys(details).length > 0 && { details }) }
}
