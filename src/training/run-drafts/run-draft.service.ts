import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import { paths } from '../../paths.js'
import { forbidden, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { titlePinyin } from '../../shared/pinyin.js'
import { courseFacts, type CourseRecord } from '../courses/course.model.js'
import { runNumber, runTitle } from '../courses/course.rules.js'
import { nextInSequence, openSequence } from '../numbering/sequence.js'
import type { Lesson } from '../lessons/lesson.rules.js'
import { CourseRun } from '../course-runs/course-run.model.js'
import {
  addStep,
  enter,
  loadRun,
  refusalOf,
  type RunDocument,
  type RunNeeds,
} from '../course-runs/course-run-record.js'
import { isEditable, runVerdict } from '../course-runs/course-run.rules.js'
import { candidateOf, type RunChecks } from '../run-facts/run-checks.js'
import type { RunInput } from '../run-facts/run-facts.rules.js'

/** A run as its institution prepares and submits it. */
export function createRunDraftService({
  clock,
  outbox,
  notifications,
  organisations,
  courses,
  checks,
}: RunNeeds & { checks: RunChecks }) {
  return {
    /** A draft with the number and title of the next run of the course. */
    async create(courseId: string, input: RunInput, actor: Actor): Promise<string> {
      assertMaker(actor)
      const course = await courses.getFor(courseId, actor)
      if (course.state !== 'active') throw refused('courseRuns.course-not-active', { title: course.title })
      const organisation = await organisations.get(course.organisationId)
      await openSequence(`run:${courseId}`)
      const id = newId()
      await transact(async () => {
        const sequence = await nextInSequence(`run:${courseId}`)
        const title = runTitle(course, sequence)
        await CourseRun.create([
          {
            _id: id,
            number: runNumber(course.number, sequence),
            title,
            ...pinyinOf(title),
            courseId,
            course: snapshotOf(course),
            organisationId: course.organisationId,
            organisationName: organisation.name,
            organisationInitials: organisation.nameInitials,
            ...(await recordOf(input)),
            lessons: [],
            state: 'draft',
            timeline: [{ act: 'created', at: clock.now(), byId: actor.id, byName: actor.name, to: 'draft' }],
            createdAt: clock.now(),
            createdBy: actor.id,
          },
        ])
        noteAct('course-run', id, { to: 'draft' })
      })
      return id
    },

    saveFacts: (id: string, input: RunInput, actor: Actor, version?: number): Promise<void> =>
      edit(id, actor, version, async (run) => {
        run.set(await recordOf(input))
        forget(run, 'facts')
      }),

    saveLessons: (id: string, lessons: readonly Lesson[], actor: Actor, version?: number): Promise<void> =>
      edit(id, actor, version, async (run) => {
        run.set({ lessons: [...lessons].sort(byTime) })
        forget(run, 'lessons')
      }),

    /** Keeps what was typed on a step that could not be saved, so that nobody types it again. */
    keepTyped: (id: string, step: 'facts' | 'lessons', values: unknown, actor: Actor): Promise<void> =>
      edit(id, actor, undefined, async (run) => {
        run.set({ typed: { ...(run.typed as object | undefined), [step]: values } })
      }),

    /** Hands the run in for review; the course is copied once more, as it is taught now. */
    async submit(id: string, actor: Actor, version?: number): Promise<void> {
      await transact(async () => {
        const run = await loadRun(id, actor, version)
        const verdict = runVerdict('submit', run, actor, { today: clock.today() })
        if (!verdict.ok) throw refusalOf(verdict.reason, run)
        const course = await courses.get(run.courseId)
        if (course.state !== 'active') throw refused('courseRuns.course-not-active', { title: course.title })
        run.set({ course: snapshotOf(course) })
        await checks.assertReady(candidateOf(run.toObject()))
        run.set({ submittedById: actor.id, submittedOn: clock.today(), countyPassedById: undefined, typed: undefined })
        await enter(run, verdict.to, { act: 'submit', actor }, { clock, outbox })
        await notifications.tell({
          audience: { role: 'county-officer', region: run.region },
          key: 'courseRuns.newsSubmitted',
          params: { title: run.title },
          href: paths.courseRuns.review(id),
        })
      })
    },
  }

  async function edit(
    id: string,
    actor: Actor,
    version: number | undefined,
    change: (run: RunDocument) => Promise<void>,
  ) {
    assertMaker(actor)
    await transact(async () => {
      const run = await loadRun(id, actor, version)
      if (!isEditable(run.state)) throw refused('courseRuns.frozen')
      await change(run)
      const last = run.timeline!.at(-1)
      if (last?.act === 'edited' && last.byId === actor.id) last.at = clock.now()
      else addStep(run, clock, actor, { act: 'edited' })
      await run.save()
      noteAct('course-run', id, { act: 'edited' })
    })
  }

  async function recordOf({ region, startsOn, endsOn, place, capacity, teachers, assessmentBodyId }: RunInput) {
    const body = assessmentBodyId ? await organisations.get(assessmentBodyId) : undefined
    return {
      region,
      startsOn,
      endsOn,
      place,
      capacity,
      teachers,
      assessmentBodyId: body && String(body._id),
      assessmentBodyName: body?.name,
    }
  }
}

const byTime = (a: Lesson, b: Lesson): number => (`${a.on} ${a.from}` < `${b.on} ${b.from}` ? -1 : 1)

function forget(run: RunDocument, step: 'facts' | 'lessons'): void {
  const { [step]: _gone, ...rest } = (run.typed ?? {}) as Record<string, unknown>
  run.set({ typed: Object.keys(rest).length > 0 ? rest : undefined })
}

function assertMaker(actor: Actor): void {
  if (!may(actor, 'course-run.edit')) throw forbidden('not-your-role')
}

function pinyinOf(title: string) {
  const { namePinyin, nameInitials } = titlePinyin(title)
  return { titlePinyin: namePinyin, titleInitials: nameInitials }
}

const copied = Object.keys(courseFacts) as (keyof typeof courseFacts)[]
/** The facts of the course alone, without its record's own fields. */
const snapshotOf = (course: CourseRecord) =>
  Object.fromEntries(copied.map((name) => [name, course[name]])) as Pick<CourseRecord, keyof typeof courseFacts>
