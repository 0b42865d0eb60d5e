import { monthText, verdictTag } from '../../counting/person-time-lists/person-time.view.js'
import type { Group, Tally } from '../../counting/person-time-lists/person-time-tally.queries.js'
import type { Reason } from '../../counting/person-times/person-time.rules.js'
import { writeSheet, type SheetValue } from '../../infra/sheets/write-sheet.js'
import type { PolicyBook } from '../../office/policies/policy.service.js'
import { formatInstant } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Report } from '../reports/report.queries.js'
import { warningText } from '../reports/report.view.js'
import { groupLabel, reportLine, reportTitle } from '../reports/report-title.view.js'
import { clauseOf, overlapText } from '../reports/report-figures.view.js'

/** The same figures as screen and print, one below the other, each with its group. */
export async function reportSheet(t: Translate, report: Report, book: PolicyBook, by: string): Promise<Buffer> {
  const line = [...reportLine(t, report), t('reports.queriedAt', { time: formatInstant(report.queriedAt) })].join(' · ')
  return writeSheet({
    sheetName: t('reports.reports'),
    title: `${reportTitle(t, report.filter)}（${report.balance.ok ? t('reports.balanced') : t('reports.unbalanced')}）`,
    columns: [
      { header: t('reports.group'), width: 24, kind: 'text' },
      { header: t('reports.item'), width: 44, kind: 'text' },
      { header: t('personTimes.personTimes'), width: 14, kind: 'number' },
      { header: t('personTimes.people'), width: 14, kind: 'number' },
      { header: t('reports.note'), width: 70, kind: 'text' },
    ],
    rows: rowsOf(t, report, book, line),
    footer: line,
    watermark: `${by} ${formatInstant(report.queriedAt)}`,
  })
}

function rowsOf(t: Translate, report: Report, book: PolicyBook, line: string): SheetValue[][] {
  const { candidates, counted, excluded, pending, balance } = report
  const row = (group: string, item: string, { personTimes, people }: Tally, note = ''): SheetValue[] => [
    group,
    item,
    personTimes,
    people,
    note,
  ]
  const equation = t('reports.what-equation')
  const because =
    (verdict: 'excluded' | 'pending') =>
    ({ key, ...tally }: Group) =>
      row(
        t(`personTimes.${verdict}`),
        verdictTag(t, { verdict, reason: key as Reason }).text,
        tally,
        clauseOf(book, key, report.period.to),
      )
  const part = (title: string, groups: readonly Group[], label: (group: Group) => string) => [
    ...groups.map((group) => row(title, label(group), group)),
    row(title, t('reports.total'), counted, overlapText(t, groups, counted)),
  ]
  return [
    row(equation, t('personTimes.candidates'), candidates, balance.ok ? line : warningText(t, balance)),
    row(equation, t('personTimes.counted'), counted, t('reports.basis')),
    row(equation, t('personTimes.excluded'), excluded),
    row(equation, t('personTimes.pending'), pending),
    ...report.reasons.map(because('excluded')),
    ...report.waits.map(because('pending')),
    ...part(t('reports.byCounty'), report.counties, (group) => groupLabel(t, 'county', group)),
    ...part(t('reports.byMonth'), report.months, ({ key }) => monthText(t, key)),
    ...part(`${t('reports.byCut')}：${t(`personTimes.${report.cutBy}`)}`, report.cut, (group) =>
      groupLabel(t, report.cutBy, group),
    ),
  ]
}
