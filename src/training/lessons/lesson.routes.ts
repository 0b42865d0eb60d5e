import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { timeOf, type Clock } from '../../shared/dates.js'
import { forbidden, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { Note } from '../../web/story-models.js'
import { versionField } from '../courses/course.forms.js'
import { versionOf } from '../courses/course.rules.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { isEditable } from '../course-runs/course-run.rules.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { filedFactsOf } from '../course-runs/course-run-record.js'
import { runSteps } from '../run-drafts/run-steps.view.js'
import { asTyped, readLessons, typedLessons, type TypedLesson } from './lesson.forms.js'
import { hoursFit, lessonFaults, proposeLessons, type Lesson } from './lesson.rules.js'
import { lessonRows, rowProblems, sumText, type RowFault } from './lesson.view.js'
import { readTimetable } from './timetable.rules.js'

interface Shown {
  typed: readonly TypedLesson[]
  faults?: readonly RowFault[]
  problems?: { text: string; href: string }[]
  told?: string
  pasted?: string
  pasteError?: string
  spare?: number
  saved?: boolean
}

/** Reads what was typed: rows with gaps first, then what the rules say of the whole timetable. */
export function judgeLessons(
  typed: readonly TypedLesson[],
  span: { startsOn: string; endsOn: string },
  minutesPerHour: number,
): { lessons: Lesson[]; faults: RowFault[] } {
  const rows = readLessons(typed)
  const gaps = rows.filter((row): row is { row: number; reasons: never[] } => 'reasons' in row)
  const lessons = rows.flatMap((row) => ('lesson' in row ? [row.lesson] : []))
  return { lessons, faults: gaps.length > 0 ? gaps : lessonFaults(lessons, span, minutesPerHour) }
}

/** The timetable of a draft: typed row by row, proposed from the dates, or pasted from a spreadsheet. */
export function lessonRoutes({
  courseRuns,
  clock,
  auditSink,
}: {
  courseRuns: CourseRunService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.courseRuns.lessons(), 'course-run.edit', 'LESSONS_VIEWED', async (req, res, actor) => {
    const run = await draft(req, actor)
    const kept = (run.typed as { lessons?: TypedLesson[] } | undefined)?.lessons
    show(res, run, { typed: kept ?? filedFactsOf(run).lessons.map(asTyped) })
  })

  post(paths.courseRuns.lessons(), 'course-run.edit', 'LESSONS_SAVED', async (req, res, actor) => {
    const run = await draft(req, actor)
    const typed = typedLessons(req.body)
    const { act, pasted = '', version } = req.body as { act?: string; pasted?: string; version?: string }
    if (act === 'more') return show(res, run, { typed, pasted, spare: 9 })
    if (act === 'propose') return propose(res, run, typed)
    if (act === 'paste') return paste(res, run, typed, String(pasted))
    const { lessons, faults } = judgeLessons(typed, run, await courseRuns.checks.minutesPerHour())
    const id = String(run._id)
    if (faults.length > 0) {
      await courseRuns.keepTyped(id, 'lessons', typed, actor)
      return show(res.status(422), await courseRuns.get(id), {
        typed,
        pasted,
        faults,
        problems: rowProblems(translate(res), faults),
        saved: true,
      })
    }
    await courseRuns.saveLessons(id, lessons, actor, versionField.parse(version))
    if (hoursFit(lessons, run.course)) return redirect(req, res, paths.courseRuns.check(id))
    const text = translate(res)(lessons.length === 0 ? 'courseRuns.lessons-missing' : 'courseRuns.hours-differ')
    show(res.status(422), await courseRuns.get(id), {
      typed: lessons.map(asTyped),
      problems: [{ text, href: '#lesson-on-0' }],
      saved: true,
    })
  })

  return router

  async function draft(req: Request, actor: Actor): Promise<CourseRunRecord> {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    if (run.organisationId !== actor.organisationId) throw forbidden('not-yours')
    if (!isEditable(run.state)) throw refused('courseRuns.frozen')
    return run
  }

  function propose(res: Response, run: CourseRunRecord, typed: readonly TypedLesson[]) {
    const t = translate(res)
    const { startsOn, endsOn, place, teachers } = filedFactsOf(run)
    const lessons = proposeLessons({
      startsOn,
      endsOn,
      ...run.course,
      topic: run.course.title,
      place,
      teacher: teachers[0]?.name,
      practiceTeacher: teachers[1]?.name,
    })
    if (!lessons)
      return show(res.status(422), run, {
        typed,
        problems: [{ text: t('lessons.propose-too-long'), href: paths.courseRuns.edit(String(run._id)) }],
      })
    show(res, run, { typed: lessons.map(asTyped), told: t('lessons.proposed') })
  }

  function paste(res: Response, run: CourseRunRecord, typed: readonly TypedLesson[], pasted: string) {
    const t = translate(res)
    const rows = readTimetable(pasted.slice(0, 100_000)).slice(0, 400)
    if (rows.length === 0)
      return show(res.status(422), run, {
        typed,
        pasted,
        pasteError: t('lessons.pasteEmpty'),
        problems: [{ text: t('lessons.pasteEmpty'), href: '#pasted' }],
      })
    const bad = rows.flatMap((row) =>
      row.ok
        ? []
        : row.reasons.map((reason) => ({
            text: t('lessons.pasteProblem', { line: row.line, text: t(`lessons.missing-${reason}`) }),
            href: '#pasted',
          })),
    )
    if (bad.length > 0) return show(res.status(422), run, { typed, pasted, pasteError: bad[0]!.text, problems: bad })
    const read = rows.flatMap((row) => (row.ok ? [asTyped(row.lesson)] : []))
    show(res, run, { typed: [...typed, ...read], told: t('lessons.pasted', { count: read.length }) })
  }

  function show(res: Response, run: CourseRunRecord, shown: Shown) {
    res.render(
      'course-runs/lessons',
      lessonsPage(translate(res), run, shown, shown.saved ? timeOf(clock.now()) : undefined),
    )
  }
}

function lessonsPage(
  t: Translate,
  run: CourseRunRecord,
  { typed, faults = [], problems = [], told, pasted = '', pasteError = '', spare }: Shown,
  savedAt: string | undefined,
) {
  const id = String(run._id)
  const lessons = readLessons(typed).flatMap((row) => ('lesson' in row ? [row.lesson] : []))
  return {
    layout: 'staff' as const,
    title: t('courseRuns.step-lessons'),
    lead: run.title,
    steps: runSteps(t, 'lessons', id),
    problems,
    action: paths.courseRuns.lessons(id),
    backHref: paths.courseRuns.edit(id),
    crumbs: [
      { text: t('courseRuns.title'), href: paths.courseRuns.list() },
      { text: run.title, href: paths.courseRuns.show(id) },
      { text: t('courseRuns.step-lessons'), href: '' },
    ],
    version: versionOf(run),
    lessons: lessonRows(t, typed, faults, sumText(t, lessons, run.course), spare),
    pasted,
    pasteError,
    draft: savedAt ? t('courses.draftSaved', { time: savedAt }) : '',
    ...toldOf(t, typed.length === 0 && problems.length === 0, told),
  }
}

/** The notice above the rows; for an empty timetable the quick ways to one. */
function toldOf(t: Translate, empty: boolean, told: string | undefined): { told?: Note } {
  if (told) return { told: { text: told } }
  return empty
    ? {
        told: {
          text: t('lessons.emptyHint'),
          actions: [
            { text: t('lessons.propose'), href: '#propose', style: 'link' },
            { text: t('lessons.pasteTitle'), href: '#pasted', style: 'link' },
          ],
        },
      }
    : {}
}
