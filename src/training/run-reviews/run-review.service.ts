import type { PolicyService } from '../../office/policies/policy.service.js'
import type { OrganisationService } from '../../registry/organisations/organisation.service.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError, type AppError } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { reviewActOf } from '../../shared/two-reviews.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { courseRunQueries } from '../course-runs/course-run.queries.js'
import { runInScope, runVerdict, type RunRefusal } from '../course-runs/course-run.rules.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { candidateOf } from '../run-facts/run-checks.js'
import { teacherClashes } from '../lessons/lesson.rules.js'
import { findingsOf, type Finding } from './finding.rules.js'

interface Needs {
  clock: Clock
  policies: PolicyService
  organisations: OrganisationService
  courseRuns: CourseRunService
}
export interface Passable {
  run: CourseRunRecord
  refusal?: RunRefusal
  findings: Finding[]
}
export interface Passed {
  passed: CourseRunRecord[]
  refused: { run: CourseRunRecord; error: AppError }[]
}

/** What a reviewer is told about a run, and the passing of many at once. */
export function createRunReviewService({ clock, policies, organisations, courseRuns }: Needs) {
  const service = {
    async findings(run: CourseRunRecord, reader: Actor): Promise<Finding[]> {
      const candidate = candidateOf(run)
      const { facts, course } = candidate
      const submittedOn = run.submittedOn ?? clock.today()
      const book = await policies.book()
      const figure = (
        key: 'course.min-hours' | 'course-run.min-trainees' | 'course-run.max-trainees' | 'course-run.filing-days',
      ) => {
        const { value, clause } = book(key, submittedOn)
        return { value: Number(value), clause }
      }
      return findingsOf({
        course,
        lessons: facts.lessons,
        capacity: facts.capacity,
        startsOn: facts.startsOn,
        submittedOn,
        licence: (await courseRuns.checks.licence(run.organisationId, candidate)).verdict,
        ...(course.certificateFamily === 'level' && { body: await bodyVerdict(run) }),
        clashes: teacherClashes(facts.lessons, await courseRunQueries.otherRuns(run)),
        overlaps: (await courseRunQueries.overlapping(run)).map((one) => ({
          ...one,
          hidden: !runInScope(reader, one),
        })),
        figures: {
          minHours: figure('course.min-hours'),
          minTrainees: figure('course-run.min-trainees'),
          maxTrainees: figure('course-run.max-trainees'),
          filingDays: figure('course-run.filing-days'),
        },
      })
    },

    /** The chosen runs with what stands against passing each; runs out of the actor's bounds are not among them. */
    async passable(ids: readonly string[], actor: Actor): Promise<Passable[]> {
      const runs = await courseRunQueries.rows(ids, actor)
      const found: Passable[] = []
      for (const run of runs) {
        const verdict = runVerdict(reviewActOf(run.state) ?? 'file', run, actor, { today: clock.today() })
        found.push({
          run,
          ...(!verdict.ok && { refusal: verdict.reason }),
          findings: verdict.ok ? await service.findings(run, actor) : [],
        })
      }
      return found
    },

    /** Passes each in a transaction of its own: one that cannot be passed does not hold up the others. */
    async passAll(ids: readonly string[], actor: Actor): Promise<Passed> {
      const result: Passed = { passed: [], refused: [] }
      for (const run of await courseRunQueries.rows(ids, actor)) {
        try {
          result.passed.push(await courseRuns.decide(String(run._id), 'pass', undefined, actor))
        } catch (error) {
          if (!isAppError(error)) throw error
          result.refused.push({ run, error })
        }
      }
      return result
    },
  }
  return service

  async function bodyVerdict({ assessmentBodyId, course, endsOn }: CourseRunRecord) {
    if (!assessmentBodyId) return { ok: false as const, reason: 'not-licensed' as const }
    const body = await organisations.get(assessmentBodyId)
    return organisations.licenceVerdict(body, {
      lineage: course.lineage ?? undefined,
      level: course.level ?? undefined,
      on: endsOn,
    })
  }
}
export type RunReviewService = ReturnType<typeof createRunReviewService>
