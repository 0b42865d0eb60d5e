import { paths } from '../../paths.js'
import { formatDay } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { resultFields } from './result-entry.rules.js'
import type { Closing, CompletionRules } from './result.service.js'
import type { ResultEnrolment } from '../result-sheets/result-grid.view.js'
import { boxId, shownValue } from '../result-sheets/result-row.view.js'
import { clauses, listed } from '../enrolments/listing.view.js'

type ConfirmPage = Page & { note?: Note; table?: Table; form?: Form; acts?: Action[] }

const crumbsOf = (t: Translate, run: CourseRunRecord, last: string) => [
  { text: t('enrolments.runs'), href: paths.courseRuns.list() },
  { text: run.title, href: paths.courseRuns.show(String(run._id)) },
  { text: t('results.results'), href: paths.courseRuns.results(String(run._id)) },
  { text: last, href: '' },
]

/** What closing does, before it is done: who completes, who does not and why, and by which rules. */
export function closePage(t: Translate, run: CourseRunRecord, closing: Closing, rules: CompletionRules): ConfirmPage {
  const id = String(run._id)
  const page: ConfirmPage = {
    layout: 'staff',
    width: 'form',
    title: t('results.closeTitle', { title: run.title }),
    crumbs: crumbsOf(t, run, t('results.closeSubmit')),
    lead: `${run.number} · ${run.organisationName}`,
  }
  const toResults: Action = { text: t('results.toResults'), href: paths.courseRuns.results(id), style: 'primary' }
  const total = closing.completed + closing.notCompleted.length + closing.missing.length
  if (run.state !== 'awaiting-assessment')
    return {
      ...page,
      note: { kind: 'wait', text: t('results.closeNotYet') },
      acts: [{ ...toResults, style: 'outline' }],
    }
  if (total === 0)
    return { ...page, note: { kind: 'wait', text: t('results.nobody') }, acts: [{ ...toResults, style: 'outline' }] }
  if (closing.missing.length > 0) {
    const items = closing.missing.slice(0, 20).map(({ personName }) => personName)
    return {
      ...page,
      note: { kind: 'wait', text: t('results.closeMissing', { count: closing.missing.length }), items },
      acts: [toResults],
    }
  }
  return {
    ...page,
    note: {
      text: t('results.closeCompleted', { count: closing.completed }),
      items: [
        ...(closing.notCompleted.length > 0 ? [t('results.closeNot', { count: closing.notCompleted.length })] : []),
        ...ruleTexts(t, closing, rules),
        t('results.closeFinal'),
      ],
    },
    ...(closing.notCompleted.length > 0 && { table: tableOf(t, closing) }),
    form: {
      action: paths.courseRuns.close(id),
      sections: [],
      submit: t('results.closeSubmit'),
      back: { text: t('results.closeBack'), href: paths.courseRuns.results(id) },
    },
  }
}

function ruleTexts(t: Translate, { on }: Closing, { minAttendance, passMark }: CompletionRules): string[] {
  const day = formatDay(on, t.lang)
  return [
    t('results.closeRuleAttendance', { day, percent: minAttendance.value, clause: minAttendance.clause }),
    t('results.closeRuleMark', { day, mark: passMark.value, clause: passMark.clause }),
  ]
}

const tableOf = (t: Translate, { notCompleted }: Closing): Table => ({
  caption: t('results.notCompleted'),
  columns: [{ label: t('results.name') }, { label: t('results.reasons') }],
  rows: notCompleted.map(({ personName, reasons }) => ({
    cells: [
      { text: personName },
      {
        text: listed(
          t,
          reasons.map((reason) => t(`results.reason-${reason}`)),
        ),
      },
    ],
  })),
})

/** One person's results after the close; what stood there before is said beside each box. */
export function correctionPage(
  t: Translate,
  run: CourseRunRecord,
  row: ResultEnrolment,
  values: Values = {},
  errors: Errors = {},
): ConfirmPage {
  const id = String(run._id)
  const hints: Record<string, string> = {
    attendedTheoryHours: t('results.ofHours', { hours: run.course.theoryHours }),
    attendedPracticeHours: t('results.ofHours', { hours: run.course.practiceHours }),
  }
  const boxes = resultFields
    .filter((field) => field !== 'absent')
    .map((field) => ({
      name: field,
      label: t(`results.${field}`),
      kind: 'number' as const,
      width: 4 as const,
      inputmode: 'decimal',
      value: shownValue(row, field),
      hint: clauses(t, [hints[field] ?? '', `${t('results.was')} ${shownValue(row, field) || '—'}`]),
    }))
  const absent = {
    name: 'absent',
    label: t('results.absent'),
    kind: 'checkbox' as const,
    value: shownValue(row, 'absent'),
    options: [{ value: 'on', label: t('results.absent') }],
  }
  const reason = {
    name: 'reason',
    label: t('results.correctReason'),
    kind: 'textarea' as const,
    rows: 3,
    hint: t('results.correctReasonHint'),
    maxlength: 300,
  }
  return {
    layout: 'staff',
    width: 'form',
    title: t('results.correctTitle', { name: row.personName }),
    lead: `${run.title} · ${row.idMasked}`,
    crumbs: crumbsOf(t, run, t('results.correct')),
    problems: problemsOf(errors),
    note: { text: t('results.correctText') },
    form: {
      action: paths.courseRuns.correctResult(id),
      hidden: { person: row.personId, version: String(row.version) },
      sections: [{ fields: fill([...boxes, absent, reason], values, errors) }],
      submit: t('results.correctSubmit'),
      back: {
        text: t('results.correctBack'),
        href: `${paths.courseRuns.results(id)}#${boxId('theoryScore', row.personId)}`,
      },
    },
  }
}
