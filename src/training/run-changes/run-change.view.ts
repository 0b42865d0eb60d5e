import { paths, withQuery } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Decide } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import { notReturned, type Returning } from '../../web/returning.js'
import { changesOf } from './run-history.view.js'
import type { BodyOption } from '../run-drafts/run-draft.view.js'
import { factFields } from '../run-facts/run-facts.view.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { filedFactsOf } from '../course-runs/course-run-record.js'
import type { FiledFacts } from '../run-facts/run-facts.rules.js'
import { runTag } from '../run-lists/run-table.view.js'
import { versionOf } from '../courses/course.rules.js'
import { readLessons, type TypedLesson } from '../lessons/lesson.forms.js'
import { lessonRows, rowProblems, sumText, type RowFault } from '../lessons/lesson.view.js'

const crumbs = (t: Translate, run: CourseRunRecord) => [
  { text: t('courseRuns.title'), href: paths.courseRuns.list() },
  { text: run.title, href: paths.courseRuns.show(String(run._id)) },
  { text: t('runChanges.title'), href: '' },
]

export interface Asking {
  run: CourseRunRecord
  bodies: readonly BodyOption[]
  maxTrainees: number
  typed: readonly TypedLesson[]
  faults?: readonly RowFault[]
  spare?: number
}

/** The institution's form: the frozen facts as they are, to be changed, and why. */
export function askPage(
  t: Translate,
  { run, bodies, maxTrainees, typed, faults = [], spare }: Asking,
  values: Values,
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = String(run._id)
  const lessons = readLessons(typed).flatMap((row) => ('lesson' in row ? [row.lesson] : []))
  return {
    layout: 'staff',
    title: t('runChanges.ask'),
    lead: t('runChanges.lead', { title: run.title }),
    crumbs: crumbs(t, run),
    problems: [...problemsOf(errors), ...rowProblems(t, faults)],
    action: paths.courseRuns.change(id),
    version: versionOf(run),
    backHref: paths.courseRuns.show(id),
    fields: fill(
      factFields(t, { bodies, needsBody: run.course.certificateFamily === 'level', maxTrainees, withRegion: false }),
      values,
      errors,
    ),
    reason: fill(
      [
        {
          name: 'reason',
          label: t('runChanges.reason'),
          kind: 'textarea',
          rows: 3,
          hint: t('runChanges.reasonHint'),
          maxlength: 300,
        },
      ],
      values,
      errors,
    )[0],
    lessons: lessonRows(t, typed, faults, sumText(t, lessons, run.course), spare),
  }
}

const decideOf = (t: Translate, run: CourseRunRecord, text: string, error: string | undefined): Decide => ({
  title: t('frame.decision'),
  findings: t('runChanges.decideText'),
  action: paths.courseRuns.decideChange(String(run._id)),
  hidden: { version: String(versionOf(run)) },
  approve: { text: t('runChanges.accept'), act: 'accept' },
  giveBack: {
    title: t('runChanges.refuse'),
    hint: t('runReviews.returnHint'),
    reasons: [],
    text,
    textLabel: t('runChanges.refuseText'),
    ...(error && { error }),
    submit: t('runChanges.refuseSubmit'),
    act: 'refuse',
  },
})

/** What is asked, old → new; with the decision for an officer, with the way back for the institution. */
export function changePage(
  t: Translate,
  run: CourseRunRecord,
  may: { decide: boolean; takeBack: boolean },
  { text, error }: Returning = notReturned,
): Page & Record<string, unknown> {
  const id = String(run._id)
  const { facts: asked, requestedByName, requestedAt, reason } = run.changeRequest!
  const { facts, table } = changesOf(t, filedFactsOf(run), asked as FiledFacts)
  return {
    layout: 'staff',
    title: t('runChanges.of', { title: run.title }),
    tag: runTag(t, run.state),
    meta: run.number,
    crumbs: crumbs(t, run),
    problems: error ? [{ text: error, href: '#decide-text' }] : [],
    actions: may.takeBack
      ? [{ text: t('runChanges.takeBack'), href: paths.courseRuns.takeBackChange(id), post: true, style: 'outline' }]
      : [],
    who: [
      { label: t('runChanges.askedBy'), value: requestedByName ?? '' },
      { label: t('runChanges.askedAt'), value: requestedAt ? formatInstant(requestedAt) : '', num: true },
      { label: t('runChanges.reason'), value: reason ?? '' },
    ],
    facts,
    ...(table && { table }),
    ...(may.decide && { decide: decideOf(t, run, text, error) }),
    back: {
      text: t('runChanges.back'),
      href: may.decide ? withQuery(paths.courseRuns.list(), { view: 'mine' }) : paths.courseRuns.show(id),
    },
  }
}
