import type { Day } from '../../shared/dates.js'
import { refused } from '../../shared/errors.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { filedFactsOf, type RunNeeds } from '../course-runs/course-run-record.js'
import { factsFaults, timetableFaults, type FiledFacts, type RunFieldFault } from './run-facts.rules.js'

type CourseFacts = CourseRunRecord['course']
export interface Candidate {
  course: CourseFacts
  facts: FiledFacts
  enrolled: number
  startMayBePast?: boolean
}
export interface BodyOffer {
  id: string
  name: string
}

const mostOnline = 20_000

/** Judges a run by the dated figures and by the licences of its institution and its assessment body. */
export function createRunChecks(
  { clock, policies, organisations }: Pick<RunNeeds, 'clock' | 'policies' | 'organisations'>,
  findBodies: () => Promise<{ _id: string }[]>,
) {
  const figure = async (key: 'course-run.max-trainees' | 'lesson.minutes-per-hour') =>
    (await policies.figure<number>(key, clock.today())).value

  const checks = {
    minutesPerHour: (): Promise<number> => figure('lesson.minutes-per-hour'),
    /** A classroom has room for a class; an online course is bounded only by what one roster file holds. */
    maxTrainees: async ({ delivery }: Pick<CourseFacts, 'delivery'>): Promise<number> =>
      delivery === 'online' ? mostOnline : figure('course-run.max-trainees'),

    /** What keeps the run from being submitted, step by step. */
    async faults({ course, facts, enrolled, startMayBePast }: Candidate): Promise<RunFieldFault[]> {
      const bounds = {
        today: clock.today(),
        maxTrainees: await checks.maxTrainees(course),
        enrolled,
        needsBody: course.certificateFamily === 'level',
        startMayBePast,
      }
      return [...factsFaults(facts, bounds), ...timetableFaults(facts, course, await figure('lesson.minutes-per-hour'))]
    },

    /** Refuses with the sentence of the first fault, or with the one that names whose licence is missing. */
    async assertReady(run: Candidate & { organisationId: string }): Promise<void> {
      const [fault] = await checks.faults(run)
      if (fault)
        throw refused(`courseRuns.${fault.reason}`, {
          field: fault.field,
          count: fault.reason === 'fewer-than-enrolled' ? run.enrolled : await checks.maxTrainees(run.course),
        })
      await assertLicensed(run.organisationId, run)
      if (run.course.certificateFamily === 'level') await assertExaminer(run)
    },

    /** Bodies that may examine this course on its last day. */
    async bodiesFor(course: CourseFacts, on: Day): Promise<BodyOffer[]> {
      const bodies = await organisations.find((await findBodies()).map(({ _id }) => _id))
      return bodies
        .filter(
          (body) =>
            organisations.licenceVerdict(body, {
              lineage: course.lineage ?? undefined,
              level: course.level ?? undefined,
              on,
            }).ok,
        )
        .map(({ _id, name }) => ({ id: String(_id), name }))
    },

    /** The licence of the institution, asked on the first and on the last day (domain.md 12.34). */
    async licence(organisationId: string, { course, facts }: Candidate) {
      const organisation = await organisations.get(organisationId)
      const asked = { lineage: course.lineage ?? undefined, level: course.level ?? undefined }
      const verdicts = [facts.startsOn, facts.endsOn].map((on) =>
        organisations.licenceVerdict(organisation, { ...asked, on }),
      )
      return { name: organisation.name, verdict: verdicts.find(({ ok }) => !ok) ?? { ok: true as const } }
    },
  }
  return checks

  async function assertLicensed(organisationId: string, run: Candidate) {
    const { name, verdict } = await checks.licence(organisationId, run)
    if (!verdict.ok)
      throw refused(`courses.${verdict.reason}`, { organisation: name, occupation: run.course.occupationName ?? '' })
  }

  async function assertExaminer({ course, facts }: Candidate) {
    const body = await organisations.get(facts.assessmentBodyId ?? '')
    const verdict = organisations.licenceVerdict(body, {
      lineage: course.lineage ?? undefined,
      level: course.level ?? undefined,
      on: facts.endsOn,
    })
    if (!body.capabilities?.includes('assessment-body') || !verdict.ok)
      throw refused('courseRuns.body-not-licensed', { organisation: body.name })
  }
}
export type RunChecks = ReturnType<typeof createRunChecks>

export const candidateOf = (run: CourseRunRecord): Candidate & { organisationId: string } => ({
  course: run.course,
  facts: filedFactsOf(run),
  enrolled: run.enrolled,
  organisationId: run.organisationId,
})
