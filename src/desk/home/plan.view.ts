import type { Group, Tally } from '../../counting/person-time-lists/person-time-tally.queries.js'
import type { PersonTimeFilter } from '../../counting/person-time-lists/person-time.forms.js'
import { peopleHref, personTimesHref } from '../../counting/person-time-lists/person-time.view.js'
import type { TargetProgress } from '../../counting/targets/target.service.js'
import { paths, withQuery } from '../../paths.js'
import { figure } from '../../shared/figures.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Chart, TargetBar } from '../../web/figure-models.js'
import type { Table } from '../../web/table-models.js'
import type { HomeData } from './home.view.js'

function targetOf(t: Translate, target: TargetProgress): TargetBar {
  const oneYear = target.from.slice(0, 4) === target.to.slice(0, 4)
  const period = oneYear
    ? t('home.yearOnly', { year: target.from.slice(0, 4) })
    : t('home.period', { from: target.from.slice(0, 4), to: target.to.slice(0, 4) })
  return {
    title: `${t(`home.target-${target.measure}`)} ${period}`,
    sample: target.sample,
    percent: target.percent,
    elapsed: target.elapsed,
    scaleEnd: figure(target.target),
    text: t(target.unit === 'people' ? 'home.ofPeople' : 'home.ofPersonTimes', {
      done: figure(target.done),
      target: figure(target.target),
    }),
    href: target.unit === 'people' ? peopleHref(target.filter) : personTimesHref(target.filter),
    peopleText: t('home.peopleOf', { count: target.people }),
    peopleHref: peopleHref(target.filter),
    line: t('home.targetLine', { percent: target.percent, elapsed: target.elapsed, missing: figure(target.missing) }),
  }
}

/** Two halves side by side, as a clerk reads a year. */
function monthsTable(t: Translate, { months, year, yearTally }: HomeData): Table {
  const filter: PersonTimeFilter = { measure: 'subsidised', verdict: 'counted' }
  const cells = (label: string, tally: Tally, at: PersonTimeFilter) => [
    { text: label, num: true },
    { text: figure(tally.personTimes), href: personTimesHref(at), n: true },
    { text: figure(tally.people), href: peopleHref(at), n: true },
  ]
  const monthCells = (month: Group) => cells(month.key.slice(5), month, { ...filter, month: month.key })
  const columns = [
    { label: t('home.month') },
    { label: t('home.personTimesHead'), n: true },
    { label: t('home.people'), n: true },
  ]
  return {
    caption: t('home.months'),
    small: true,
    plain: true,
    columns: [...columns, ...columns],
    rows: months.slice(0, 6).map((month, i) => ({ cells: [...monthCells(month), ...monthCells(months[i + 6]!)] })),
    foot: [
      { text: t('home.total') },
      { text: '' },
      { text: '' },
      { text: '' },
      ...cells('', yearTally, { ...filter, year }).slice(1),
    ],
  }
}

function countiesTable(t: Translate, { counties, year, yearTally }: HomeData): Table {
  const filter: PersonTimeFilter = { year, measure: 'subsidised', verdict: 'counted' }
  const share = (part: number) =>
    yearTally.personTimes === 0 ? '—' : `${((part / yearTally.personTimes) * 100).toFixed(1)}%`
  return {
    caption: t('home.counties'),
    small: true,
    plain: true,
    columns: [
      { label: t('home.county') },
      { label: t('home.personTimesHead'), n: true },
      { label: t('home.people'), n: true },
      { label: t('home.share'), n: true },
    ],
    rows: counties.map((group) => ({
      cells: [
        { text: regionName(group.key, t.lang) },
        { text: figure(group.personTimes), href: personTimesHref({ ...filter, county: group.key }), n: true },
        { text: figure(group.people), href: peopleHref({ ...filter, county: group.key }), n: true },
        { text: share(group.personTimes), n: true },
      ],
    })),
    foot: [
      { text: t('home.total') },
      { text: figure(yearTally.personTimes), href: personTimesHref(filter), n: true },
      { text: figure(yearTally.people), href: peopleHref(filter), n: true },
      { text: share(yearTally.personTimes), n: true },
    ],
  }
}

function chartOf(t: Translate, year: number, lang: string): Chart {
  const src = (size?: string) => withQuery(paths.reports.chart(), { year, lang, size })
  return {
    src: src(),
    smallSrc: src('small'),
    width: 640,
    height: 300,
    alt: t('home.months'),
    caption: t('home.yearOnly', { year }),
  }
}

/** How far the plan is, for those who may open its figures. */
export function planOf(t: Translate, data: HomeData) {
  const { year } = data
  const monthSum = data.months.reduce((sum, { people }) => sum + people, 0)
  return {
    years: data.years.map((one) => ({
      text: String(one),
      href: withQuery(paths.home(), { year: one }),
      current: one === year,
    })),
    targets: data.targets.map((target) => targetOf(t, target)),
    months: monthsTable(t, data),
    peopleNote: monthSum > data.yearTally.people ? t('home.peopleNote', { sum: figure(monthSum) }) : '',
    chart: chartOf(t, year, t.lang),
    reportHref: withQuery(paths.reports.subsidised(), { year }),
    counties: data.counties.length > 1 ? countiesTable(t, data) : undefined,
  }
}
