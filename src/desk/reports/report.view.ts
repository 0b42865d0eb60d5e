import {
  conditionText,
  figure,
  levelText,
  monthText,
  peopleHref,
  personTimesHref,
  quarterText,
  verdictTag,
} from '../../counting/person-times/person-time.view.js'
import { filterParameters, type PersonTimeFilter } from '../../counting/person-times/person-time.forms.js'
import type { Choice, Group, Tally } from '../../counting/person-times/person-time.queries.js'
import { measures, policyOf, type Reason } from '../../counting/person-times/person-time.rules.js'
import type { PolicyBook } from '../../office/policies/policy.service.js'
import { paths, withQuery } from '../../paths.js'
import { personCategories, personCategoryName } from '../../registry/people/category.data.js'
import { formatInstant, type Day } from '../../shared/dates.js'
import { levelOrdinals } from '../../shared/levels.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { programmeKinds } from '../../training/courses/course.model.js'
import type { Chart, Equation } from '../../web/figure-models.js'
import type { Field } from '../../web/form-models.js'
import type { Action, Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import type { Cell, List, Table } from '../../web/table-models.js'
import { reportCuts, type ReportFilter } from './report.forms.js'
import type { Report } from './report.queries.js'
import { sharesOf } from './report.rules.js'

export interface ReportContext {
  book: PolicyBook
  years: readonly number[]
  choices: { occupations: readonly Choice[]; institutions: readonly Choice[] }
  ownCounty?: string
  today: Day
  /** prints of more candidates are made by a task */ mostDirect: number
}

export const parametersOf = ({ filter, cutBy }: Pick<Report, 'filter' | 'cutBy'>) => ({
  ...filterParameters(filter),
  cut: cutBy,
})

export function periodText(t: Translate, { year, quarter, month }: ReportFilter): string {
  return month
    ? monthText(t, month)
    : quarter
      ? quarterText(t, quarter)
      : t('personTimes.yearOption', { year: String(year) })
}
export const reportTitle = (t: Translate, filter: ReportFilter): string =>
  t('reports.title', { period: periodText(t, filter), measure: t(`personTimes.measure-${filter.measure}`) })

/** 统计期 … · 全部县 · 数据时间 …: what every form of the report says of itself. */
export function reportLine(t: Translate, { filter, period, dataAt }: Report): string[] {
  return [
    t('reports.period', { ...period }),
    filter.county ? regionName(filter.county, t.lang) : t('reports.allCounties'),
    dataAt ? t('reports.dataAt', { time: formatInstant(dataAt) }) : t('reports.noData'),
  ]
}

const labelOf = (t: Translate, cut: string, { key, label }: Group): string => {
  if (cut === 'county') return regionName(key, t.lang)
  if (cut === 'category') return personCategoryName(key, t.lang)
  if (cut === 'level') return levelText(t, key)
  if (cut === 'programme') return t(`personTimes.programme-${key}`)
  return key === 'none' ? t('personTimes.noOccupation') : (label ?? key)
}
export { labelOf as groupLabel }

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

const verdictText = (t: Translate, verdict: 'excluded' | 'pending', reason: string): string =>
  verdictTag(t, { verdict, reason: reason as Reason }).text

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

function equationOf(t: Translate, { filter, candidates, counted, excluded, pending }: Report): Equation {
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

function reasonsTable(t: Translate, { filter, reasons, excluded, period }: Report, book: PolicyBook): Table {
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

function partTable(
  t: Translate,
  { filter, counted }: Report,
  cut: 'county' | 'month' | Report['cutBy'],
  groups: readonly Group[],
  caption: string,
): Table {
  const own = (key: string): PersonTimeFilter => ({ ...filter, verdict: 'counted', [cut]: key })
  const label = (group: Group) => (cut === 'month' ? monthText(t, group.key) : labelOf(t, cut, group))
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

function chartOf(t: Translate, report: Report): Chart {
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

const viewsOf = (t: Translate, report: Report): Link[] =>
  reportCuts.map((cut) => ({
    text: t(`personTimes.${cut}`),
    href: `${withQuery(paths.reports.subsidised(), { ...parametersOf(report), cut })}#cut`,
    current: cut === report.cutBy,
  }))

/** The subsidised figure is the empty choice, so that the other conditions stay folded. */
function measureField(t: Translate, { measure }: ReportFilter): Field {
  const options = measures.map((value) => ({
    value: value === 'subsidised' ? '' : value,
    label: t(`personTimes.measure-${value}`),
  }))
  return {
    name: 'measure',
    id: 'measure',
    label: t('personTimes.measure'),
    kind: 'select',
    value: measure === 'subsidised' ? '' : measure,
    options,
  }
}

function searchOf(t: Translate, { filter, cutBy }: Report, { years, choices, ownCounty }: ReportContext): List {
  const select = (name: keyof ReportFilter, options: readonly Choice[], all = true): Field => ({
    name,
    id: name,
    label: t(`personTimes.${name}`),
    kind: 'select',
    value: String(filter[name] ?? ''),
    options: [...(all ? [{ value: '', label: t('frame.all') }] : []), ...options],
  })
  const [quarters, months] = [
    [1, 2, 3, 4].map((n) => `${filter.year}Q${n}`),
    Array.from({ length: 12 }, (_, i) => `${filter.year}-${String(i + 1).padStart(2, '0')}`),
  ]
  const labels = new Map([...choices.occupations, ...choices.institutions].map(({ value, label }) => [value, label]))
  const shown = (
    ['quarter', 'month', 'county', 'funding', 'programme', 'category', 'occupation', 'level', 'institution'] as const
  ).filter((key) => filter[key] !== undefined)
  const href = (change: Partial<ReportFilter>) =>
    withQuery(paths.reports.subsidised(), { ...filterParameters({ ...filter, ...change }), cut: cutBy })
  return {
    filter: {
      action: paths.reports.subsidised(),
      hidden: { cut: cutBy },
      fields: [
        select(
          'year',
          years.map((year) => ({ value: String(year), label: t('personTimes.yearOption', { year: String(year) }) })),
          false,
        ),
        select(
          'quarter',
          quarters.map((value) => ({ value, label: quarterText(t, value) })),
        ),
        select(
          'month',
          months.map((value) => ({ value, label: monthText(t, value) })),
        ),
        select(
          'county',
          (ownCounty ? [ownCounty] : threeCounties).map((value) => ({ value, label: regionName(value, t.lang) })),
        ),
      ],
      more: [
        measureField(t, filter),
        select(
          'programme',
          programmeKinds.map((value) => ({ value, label: t(`personTimes.programme-${value}`) })),
        ),
        select(
          'category',
          personCategories.map(({ code }) => ({ value: code, label: personCategoryName(code, t.lang) })),
        ),
        select('occupation', [...choices.occupations, { value: 'none', label: t('personTimes.noOccupation') }]),
        select(
          'level',
          [...levelOrdinals.map(String), 'none'].map((value) => ({ value, label: levelText(t, value) })),
        ),
        select('institution', choices.institutions),
      ],
    },
    chips: shown.map((key) => ({ text: conditionText(t, key, filter, labels), href: href({ [key]: undefined }) })),
    clearHref: href(Object.fromEntries(shown.map((key) => [key, undefined]))),
  }
}
