import type { Group, Tally } from '../../counting/person-time-lists/person-time-tally.queries.js'
import type { PersonTimeFilter } from '../../counting/person-time-lists/person-time.forms.js'
import { monthText, peopleHref, personTimesHref } from '../../counting/person-time-lists/person-time.view.js'
import { policyOf, type Reason } from '../../counting/person-times/person-time.rules.js'
import type { PolicyBook } from '../../office/policies/policy.service.js'
import { paths, withQuery } from '../../paths.js'
import type { Day } from '../../shared/dates.js'
import { figure } from '../../shared/figures.js'
import type { Translate } from '../../shared/words.js'
import type { Chart, Equation } from '../../web/figure-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { Report } from './report.queries.js'
import { sharesOf } from './report.rules.js'
import { groupLabel, parametersOf, verdictText } from './report-title.view.js'

export function equationOf(t: Translate, { filter, candidates, counted, excluded, pending }: Report): Equation {
  const part = (key: 'candidates' | 'counted' | 'excluded' | 'pending', tally: Tally, operator?: '=' | '+') => {
    const own: PersonTimeFilter = key === 'candidates' ? filter : { ...filter, verdict: key }
    return {
      label: t(`personTimes.${key}`),
      value: figure(tally.personTimes),
      unit: t('reports.unit'),
      note: t('reports.peopleText', { count: tally.people, number: figure(tally.people) }),
      href: personTimesHref(own),
      noteHref: peopleHref(own),
      ...(operator && { operator }),
    }
  }
  const [a = 0, b = 0, c = 0] = sharesOf([counted.personTimes, excluded.personTimes, pending.personTimes])
  const split = (kind: 'counted' | 'excluded' | 'pending', percent: number) => ({
    kind,
    percent,
    text: t('reports.share', { name: t(`personTimes.${kind}`), percent: percent.toFixed(1) }),
  })
  return {
    parts: [
      part('candidates', candidates),
      part('counted', counted, '='),
      part('excluded', excluded, '+'),
      part('pending', pending, '+'),
    ],
    split: {
      alt: t('reports.splitAlt', { counted: a.toFixed(1), excluded: b.toFixed(1), pending: c.toFixed(1) }),
      parts: [split('counted', a), split('excluded', b), split('pending', c)],
    },
    note: t('reports.peopleNote'),
  }
}

/** 人次 opens the rows, 人 the same rows grouped by person; the total opens the whole. */
const pairCells = (filter: PersonTimeFilter, { personTimes, people }: Tally): Cell[] => [
  { text: figure(personTimes), n: true, href: personTimesHref(filter) },
  { text: figure(people), n: true, href: peopleHref(filter) },
]

const pairColumns = (t: Translate, first: string) => [
  { label: first },
  { label: t('personTimes.personTimes'), n: true },
  { label: t('personTimes.people'), n: true },
]

export const clauseOf = (book: PolicyBook, reason: string, day: Day): string =>
  book(policyOf[reason as Reason], day).clause

export function reasonsTable(t: Translate, { filter, reasons, excluded, period }: Report, book: PolicyBook): Table {
  const rows = [...reasons]
    .sort((a, b) => b.personTimes - a.personTimes)
    .map((group) => ({
      cells: [
        { text: verdictText(t, 'excluded', group.key), sub: clauseOf(book, group.key, period.to) },
        ...pairCells({ ...filter, verdict: 'excluded', reason: group.key as Reason }, group),
      ],
    }))
  return {
    caption: t('reports.reasons'),
    plain: true,
    small: true,
    columns: pairColumns(t, t('reports.reason')),
    rows,
    foot: [{ text: t('reports.total') }, ...pairCells({ ...filter, verdict: 'excluded' }, excluded)],
  }
}

export function partTable(
  t: Translate,
  { filter, counted }: Report,
  cut: 'county' | 'month' | Report['cutBy'],
  groups: readonly Group[],
  caption: string,
): Table {
  const own = (key: string): PersonTimeFilter => ({ ...filter, verdict: 'counted', [cut]: key })
  const label = (group: Group) => (cut === 'month' ? monthText(t, group.key) : groupLabel(t, cut, group))
  return {
    caption,
    plain: true,
    small: true,
    columns: pairColumns(t, cut === 'month' ? t('reports.month') : t(`personTimes.${cut}`)),
    rows: groups.map((group) => ({ cells: [{ text: label(group) }, ...pairCells(own(group.key), group)] })),
    foot: [{ text: t('reports.total') }, ...pairCells({ ...filter, verdict: 'counted' }, counted)],
  }
}

/** Why the people of the parts are more than the distinct total. */
export function overlapText(t: Translate, groups: readonly Group[], { people }: Tally): string {
  const sum = groups.reduce((total, group) => total + group.people, 0)
  return sum === people
    ? ''
    : t('reports.overlap', { sum: figure(sum), overlap: figure(sum - people), people: figure(people) })
}

export function chartOf(t: Translate, report: Report): Chart {
  const parameters = parametersOf(report)
  const text = highestText(t, report.months)
  return {
    src: withQuery(paths.reports.chart(), parameters),
    smallSrc: withQuery(paths.reports.chart(), { ...parameters, size: 'small' }),
    width: 640,
    height: 300,
    alt: text,
    caption: text,
  }
}

export function highestText(t: Translate, months: readonly Group[]): string {
  const highest = months.reduce<Group | undefined>(
    (best, month) => (month.personTimes > (best?.personTimes ?? 0) ? month : best),
    undefined,
  )
  return highest
    ? t('reports.chartAlt', {
        month: monthText(t, highest.key),
        count: highest.personTimes,
        number: figure(highest.personTimes),
      })
    : t('reports.chartNone')
}
