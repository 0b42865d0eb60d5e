import { paths, withQuery } from '../../paths.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { runFacts } from '../run-facts/run-facts.view.js'
import { runTimeline } from '../run-changes/run-history.view.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { runTag } from '../run-lists/run-table.view.js'
import { versionOf } from '../courses/course.rules.js'
import { lessonTable, sumText } from '../lessons/lesson.view.js'
import type { Lesson } from '../lessons/lesson.rules.js'
import type { Decide } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import { notReturned, type Returning } from '../../web/returning.js'
import type { Fact } from '../../web/story-models.js'
import type { Row, Table } from '../../web/table-models.js'
import type { Finding } from './finding.rules.js'
import { findingChecks, toLookAt } from './finding.view.js'
import type { Passable } from './run-review.service.js'

export const returnReasons = ['overlap', 'timetable', 'teachers', 'place', 'body'] as const
export interface Place {
  index: number
  total: number
  nextId?: string
}

const decideOf = (
  t: Translate,
  run: CourseRunRecord,
  findings: readonly Finding[],
  { reasons, text, error }: Returning,
): Decide => ({
  title: t('frame.decision'),
  findings: t(toLookAt(findings) === 0 ? 'runReviews.nothingToLook' : 'runReviews.toLook', {
    count: toLookAt(findings),
  }),
  action: paths.courseRuns.decide(String(run._id)),
  hidden: { version: String(versionOf(run)) },
  approve: { text: t('runReviews.passNext'), act: 'pass-next', only: { text: t('runReviews.passOnly'), act: 'pass' } },
  giveBack: {
    title: t('runReviews.return'),
    hint: t('runReviews.returnHint'),
    reasons: returnReasons.map((value) => ({
      value,
      label: t(`runReviews.return-${value}`),
      checked: reasons.includes(value),
    })),
    text,
    textLabel: t('runReviews.returnText'),
    ...(error && { error }),
    submit: t('runReviews.returnNext'),
    act: 'return-next',
  },
  refuse: {
    title: t('runReviews.reject'),
    text: t('runReviews.rejectText'),
    submit: t('runReviews.rejectSubmit'),
    act: 'reject',
  },
})

export function reviewPage(
  t: Translate,
  run: CourseRunRecord,
  findings: readonly Finding[],
  place: Place,
  returning: Returning = notReturned,
): Page & Record<string, unknown> {
  const [course, facts] = runFacts(t, run)
  const licence = findings.find(({ key }) => key === 'licence')
  const lessons = (run.lessons ?? []) as Lesson[]
  const institution: Fact = {
    label: t('courseRuns.institution'),
    value: run.organisationName,
    href: paths.organisations.show(run.organisationId),
    tag: licence?.ok
      ? { kind: 'good', text: t('runReviews.licenceGood') }
      : { kind: 'wait', text: t('runReviews.licenceLook') },
  }
  return {
    layout: 'staff',
    title: run.title,
    tag: runTag(t, run.state),
    meta: place.total > 0 ? t('runReviews.place', { index: place.index, total: place.total }) : '',
    actions: place.nextId
      ? [{ text: t('runReviews.skip'), href: paths.courseRuns.review(place.nextId), style: 'outline' }]
      : [],
    crumbs: [
      { text: t('runReviews.inbox'), href: withQuery(paths.courseRuns.list(), { view: 'mine' }) },
      { text: run.number, href: '' },
    ],
    problems: returning.error ? [{ text: returning.error, href: '#decide-text' }] : [],
    facts: [
      institution,
      ...course!.facts,
      ...facts!.facts,
      {
        label: t('courseRuns.trainees'),
        value: t('courseRuns.people', { count: run.enrolled }),
        href: paths.courseRuns.roster(String(run._id)),
      },
    ],
    checks: findingChecks(t, findings),
    moments: runTimeline(t, run),
    decide: decideOf(t, run, findings, returning),
    sum: sumText(t, lessons, run.course),
    ...(lessons.length > 0 && { lessons: lessonTable(t, lessons) }),
  }
}

/** What the bulk pass will do and what it will leave out, before it does it. */
export function bulkPage(t: Translate, chosen: readonly Passable[]): Page & Record<string, unknown> {
  const ready = chosen.filter(({ refusal }) => !refusal)
  const left = chosen.filter(({ refusal }) => refusal)
  const back = { text: t('runReviews.bulkBack'), href: withQuery(paths.courseRuns.list(), { view: 'mine' }) }
  const rows: Table['rows'] = ready.map(({ run, findings }) => ({
    cells: [
      { text: run.title, href: paths.courseRuns.review(String(run._id)), sub: run.number },
      { text: run.organisationName, full: true, bare: true },
      { text: regionName(run.region, t.lang) },
      { text: run.startsOn, num: true },
      toLookAt(findings) > 0
        ? {
            tag: { kind: 'wait', text: t('runReviews.bulkLook', { count: toLookAt(findings) }) },
            sub: findingChecks(
              t,
              findings.filter(({ ok }) => !ok),
            )
              .map(({ text }) => text)
              .join('；'),
          }
        : { text: t('runReviews.bulkNothing') },
    ],
  }))
  const leftRows: Row[] = left.map(({ run, refusal }) => ({
    text: run.title,
    href: paths.courseRuns.show(String(run._id)),
    sub: t(`runReviews.left-${refusal}`),
    tag: runTag(t, run.state),
  }))
  return {
    layout: 'staff',
    title: ready.length > 0 ? t('runReviews.bulkTitle', { count: ready.length }) : t('runReviews.bulkNone'),
    crumbs: [
      { text: t('courseRuns.title'), href: paths.courseRuns.list() },
      { text: t('courseRuns.bulkPass'), href: '' },
    ],
    ...(ready.length > 0 && {
      note: {
        text: t('runReviews.bulkText'),
        ...(left.length > 0 && { more: t('runReviews.bulkLeft', { count: left.length }) }),
      },
      table: {
        caption: t('runReviews.bulkTable'),
        columns: [
          t('courseRuns.run'),
          t('courseRuns.institution'),
          t('courseRuns.county'),
          t('courseRuns.startsOn'),
          t('runReviews.findings'),
        ].map((label) => ({ label })),
        rows,
      },
      form: {
        action: paths.courseRuns.bulkPass(),
        sections: [],
        submit: t('runReviews.bulkSubmit', { count: ready.length }),
        back,
        hidden: { ids: ready.map(({ run }) => String(run._id)).join(',') },
      },
    }),
    left: leftRows,
    back,
  }
}
