/** What the services of drafting, reviewing and changing do alike with a run's record. */
import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { OrganisationService } from '../../registry/organisations/organisation.service.js'
import type { Clock } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import type { CourseService } from '../courses/course.service.js'
import { Enrolment } from '../enrolments/enrolment.model.js'
import type { Lesson } from '../lessons/lesson.rules.js'
import { CourseRun, type CourseRunRecord, type CourseRunState } from './course-run.model.js'
import { countsAgain, runInScope, type RunRefusal } from './course-run.rules.js'
import type { FiledFacts } from '../run-facts/run-facts.rules.js'

export interface RunNeeds {
  clock: Clock
  outbox: Outbox
  notifications: NotificationService
  policies: PolicyService
  organisations: OrganisationService
  courses: CourseService
}
export type RunDocument = InstanceType<typeof CourseRun>

/** The record as it stands now; `version` is the one that the page showed, when a decision was made on it. */
export async function loadRun(id: string, actor: Actor, version?: number): Promise<RunDocument> {
  const run = await CourseRun.findById(id)
  if (!run) throw notFound('course-run', id)
  if (!runInScope(actor, run)) throw forbidden('not-yours')
  if (version !== undefined && run.get('version') !== version) throw conflict('changed-meanwhile')
  return run
}

const forbiddenReasons = new Set<string>(['not-yours', 'not-your-role', 'maker-is-checker', 'same-reviewer'])

/** Whose act it is not is forbidden; what is only not yet, or no longer, possible is refused with its sentence. */
export function refusalOf(
  reason: RunRefusal | 'nothing-requested',
  run: { title: string; startsOn: string; endsOn: string },
): Error {
  if (reason === 'same-reviewer') return forbidden('courseRuns.same-reviewer')
  if (forbiddenReasons.has(reason)) return forbidden(reason)
  return refused(`courseRuns.${reason}`, { title: run.title, startsOn: run.startsOn, endsOn: run.endsOn })
}

export function addStep(
  run: RunDocument,
  clock: Clock,
  actor: Actor,
  step: { act: string; note?: string; from?: string; to?: string },
): void {
  run.timeline!.push({ ...step, at: clock.now(), byId: actor.id, byName: actor.name })
}

/** Scores once entered bind everybody: a run with them is never withdrawn. */
export const hasScores = async (courseRunId: string): Promise<boolean> =>
  (await Enrolment.exists({
    courseRunId,
    $or: [{ theoryScore: { $ne: null } }, { practiceScore: { $ne: null } }, { absent: true }],
  })) !== null

/** Puts the run into a state with its step, and has person-times counted again where they depend on it. */
export async function enter(
  run: RunDocument,
  to: CourseRunState,
  { act, note, actor }: { act: string; note?: string; actor: Actor },
  { clock, outbox }: Pick<RunNeeds, 'clock' | 'outbox'>,
): Promise<void> {
  const from = run.state
  run.state = to
  addStep(run, clock, actor, { act, from, to, ...(note && { note }) })
  await run.save()
  noteAct('course-run', String(run._id), { from, to })
  if (countsAgain(from, to)) await settleAgain(run, outbox)
}

/** Person-times and credits of everybody in the run are judged again from the facts as they are now. */
export async function settleAgain(run: { _id?: unknown }, outbox: Outbox): Promise<void> {
  const courseRunId = String(run._id)
  const key = `${courseRunId}:${newId()}`
  await outbox.publish('person-times.settle-run', key, { courseRunId })
  await outbox.publish('credits.settle-run', key, { courseRunId })
}

type Stored = Pick<
  CourseRunRecord,
  'startsOn' | 'endsOn' | 'place' | 'capacity' | 'teachers' | 'lessons' | 'assessmentBodyId' | 'assessmentBodyName'
>
const present = <T extends object>(part: T): T =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null && value !== undefined)) as T

/** The frozen facts of a record, as plain values. */
export function filedFactsOf(run: Stored): FiledFacts {
  const lessons = (run.lessons ?? []).map(
    ({ on, from, to, topic, kind, hours, teacher, place }) =>
      present({ on, from, to, topic, kind, hours, teacher, place }) as Lesson,
  )
  const teachers = (run.teachers ?? []).map(
    ({ name, qualification }) => present({ name, qualification }) as { name: string; qualification?: string },
  )
  const { startsOn, endsOn, place, capacity, assessmentBodyId, assessmentBodyName } = run
  return present({
    startsOn,
    endsOn,
    place,
    capacity,
    teachers,
    lessons,
    assessmentBodyId,
    assessmentBodyName,
  }) as FiledFacts
}
