import type { Choice } from '../../counting/person-time-lists/person-time.queries.js'
import { personTimesHref } from '../../counting/person-time-lists/person-time.view.js'
import type { Reason } from '../../counting/person-times/person-time.rules.js'
import type { PolicyBook } from '../../office/policies/policy.service.js'
import { paths, withQuery } from '../../paths.js'
import { formatInstant, type Day } from '../../shared/dates.js'
import { figure } from '../../shared/figures.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import { chartOf, equationOf, overlapText, partTable, reasonsTable } from './report-figures.view.js'
import { searchOf, viewsOf } from './report-search.view.js'
import { parametersOf, reportLine, reportTitle, verdictText } from './report-title.view.js'
import type { Report } from './report.queries.js'

export interface ReportContext {
  book: PolicyBook
  years: readonly number[]
  choices: { occupations: readonly Choice[]; institutions: readonly Choice[] }
  ownCounty?: string
  today: Day
  /** prints of more candidates are made by a task */ mostDirect: number
}

export function reportPage(t: Translate, report: Report, context: ReportContext) {
  const { filter, balance, candidates } = report
  return {
    layout: 'staff' as const,
    title: reportTitle(t, filter),
    crumbs: [
      { text: t('reports.reports'), href: paths.reports.subsidised() },
      { text: reportTitle(t, filter), href: '' },
    ],
    tag: balance.ok
      ? { kind: 'good' as const, text: t('reports.balanced') }
      : { kind: 'back' as const, text: t('reports.unbalanced') },
    actions: actionsOf(t, report, context.mostDirect),
    lead: reportLine(t, report).join(' · '),
    end: `${t('reports.queriedAt', { time: formatInstant(report.queriedAt) })} · ${t('reports.basis')}`,
    ...(!balance.ok && { warning: warningOf(t, balance) }),
    search: searchOf(t, report, context),
    equation: equationOf(t, report),
    reasons: reasonsTable(t, report, context.book),
    counties: partTable(t, report, 'county', report.counties, t('reports.byCounty')),
    waits: report.waits.map((group) => ({
      text: verdictText(t, 'pending', group.key),
      right: t('personTimes.pair', { personTimes: figure(group.personTimes), people: figure(group.people) }),
      rightHref: personTimesHref({ ...filter, verdict: 'pending', reason: group.key as Reason }),
    })),
    waitsTitle: t('reports.waits', { count: report.pending.personTimes, number: figure(report.pending.personTimes) }),
    months: partTable(t, report, 'month', report.months, t('reports.byMonth')),
    chart: chartOf(t, report),
    views: viewsOf(t, report),
    cut: partTable(t, report, report.cutBy, report.cut, t('reports.byCut')),
    others: report.others.map(({ measure, tally }) => ({
      text: t(`personTimes.measure-${measure}`),
      right: t('personTimes.pair', { personTimes: figure(tally.personTimes), people: figure(tally.people) }),
      rightHref: personTimesHref({ ...filter, measure, verdict: 'counted' }),
    })),
    overlaps: {
      counties: overlapText(t, report.counties, report.counted),
      months: overlapText(t, report.months, report.counted),
      cut: overlapText(t, report.cut, report.counted),
    },
    ...(candidates.personTimes === 0 && {
      empty: { filtered: true, title: t('reports.empty'), text: t('reports.emptyText') },
    }),
  } satisfies Page & Record<string, unknown>
}

export function warningText(
  t: Translate,
  { what, expected, found, difference }: Extract<Report['balance'], { ok: false }>,
): string {
  return t('reports.unbalanced-more', {
    what: t(`reports.what-${what}`),
    expected: figure(expected),
    found: figure(found),
    difference: figure(difference),
  })
}

const warningOf = (t: Translate, wrong: Extract<Report['balance'], { ok: false }>): Note => ({
  kind: 'wait',
  text: t('reports.unbalanced-note'),
  more: warningText(t, wrong),
})

function actionsOf(t: Translate, report: Report, mostDirect: number): Action[] {
  const parameters = parametersOf(report)
  const excel: Action = {
    text: t('reports.excel'),
    href: withQuery(paths.reports.xlsx(), parameters),
    icon: 'file-earmark-excel',
  }
  if (!report.balance.ok) return [excel]
  const fields = Object.fromEntries(
    Object.entries(parameters)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  )
  const direct: Action = {
    text: t('reports.pdf'),
    href: withQuery(paths.reports.pdf(), parameters),
    icon: 'printer',
    style: 'primary',
  }
  return [
    excel,
    report.candidates.personTimes > mostDirect
      ? { ...direct, href: paths.reports.print(), post: true, fields }
      : direct,
  ]
}
