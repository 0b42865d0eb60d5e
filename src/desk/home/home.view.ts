import { paths, withQuery } from '../../paths.js'
import { formatInstant, type Day } from '../../shared/dates.js'
import { may, type Actor, type Permission } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Chart, Figure, TargetBar } from '../../web/figure-models.js'
import type { Row, Table } from '../../web/table-models.js'
import { filterParameters, type PersonTimeFilter } from '../../counting/person-times/person-time.forms.js'
import type { Group, Tally } from '../../counting/person-times/person-time.queries.js'
import type { TargetProgress } from '../../counting/targets/target.service.js'
import { isLate } from './due.rules.js'
import type { Due, Figures } from './home.queries.js'

export interface HomeData {
  actor: Actor
  now: Date
  today: Day
  year: number
  years: number[]
  due: Due[]
  figures: Figures
  pending: Tally
  targets: TargetProgress[]
  months: Group[]
  yearTally: Tally
  counties: Group[]
}

const n = (value: number): string => value.toLocaleString('en-US')
const openHref = (filter: PersonTimeFilter, more: Record<string, string> = {}): string =>
  withQuery(paths.personTimes.list(), { ...filterParameters(filter), ...more })
const peopleHref = (filter: PersonTimeFilter): string => openHref(filter, { by: 'person' })

const dueHrefs: Record<Due['kind'], (id: string) => string> = {
  'run-county': paths.courseRuns.review,
  'run-area': paths.courseRuns.review,
  'run-returned': paths.courseRuns.show,
  'run-start': paths.courseRuns.show,
  'run-finish': paths.courseRuns.show,
  'run-results': paths.courseRuns.results,
  'run-change': paths.courseRuns.change,
  'run-certificates': paths.courseRuns.certificates,
  organisation: paths.organisations.review,
  'learning-record': paths.learningRecords.show,
  'organisation-returned': paths.organisations.show,
  'plan-review': paths.apprenticeships.review,
  'plan-returned': paths.apprenticeships.edit,
  'class-start': paths.apprenticeships.show,
  'class-finish': paths.apprenticeships.show,
  'class-mid-term': paths.apprenticeships.checkMidTerm,
  'class-assess': paths.apprenticeships.show,
  'contest-review': paths.competitions.show,
  'contest-returned': paths.competitions.show,
  'contest-open': paths.competitions.show,
  'contest-close': paths.competitions.show,
  'contest-begin': paths.competitions.show,
  'entries-decide': paths.events.entries,
  'recognition-handle': paths.recognitions.show,
  'recognition-compare': paths.recognitions.show,
  'recognition-look-up': paths.recognitions.show,
  'recognition-decide': paths.recognitions.show,
  'recognition-flagged': paths.recognitions.show,
  'recognition-returned': paths.recognitions.show,
  'class-certificates': paths.apprenticeships.certificates,
  'settlement-prepare': paths.apprenticeships.settlement,
  'settlement-review': paths.apprenticeships.settlement,
  'settlement-returned': paths.apprenticeships.settlement,
}

const dueRow =
  (t: Translate, today: Day) =>
  ({ kind, id, title, sub, since, count }: Due): Row => ({
    text: `${t(`home.due-${kind}`)}${t.lang === 'en' ? ': ' : '：'}${title}`,
    href: dueHrefs[kind](id),
    sub: count === undefined ? sub : t('entries.total', { count }),
    ...(isLate(since, today)
      ? { tag: { kind: 'wait', text: t('home.overdue') } }
      : { right: t('home.waitingSince', { day: since.slice(5) }), time: true }),
  })

/** Only figures that open for the reader. */
function figuresOf(t: Translate, { actor, due, figures, pending, year, today }: HomeData): Figure[] {
  const late = due.filter(({ since }) => isLate(since, today)).length
  const where = (permission: Permission, figure: Figure): Figure[] => (may(actor, permission) ? [figure] : [])
  return [
    {
      label: t('home.inbox'),
      value: n(due.length),
      unit: t('home.items'),
      note: t('home.inboxNote', { count: late }),
      href: '#due',
    },
    ...where('course-run.view', {
      label: t('home.running'),
      value: n(figures.runs),
      unit: t('home.runs'),
      note: t('home.runningNote', { count: figures.trainees }),
      href: withQuery(paths.courseRuns.list(), { state: 'running' }),
    }),
    ...where('certificate.view', {
      label: t('home.issued'),
      value: n(figures.issued),
      unit: t('home.sheets'),
      note: t('home.issuedNote', { month: figures.month }),
      href: withQuery(paths.certificates.list(), { month: figures.month }),
    }),
    ...where('person-time.view', {
      label: t('home.pending'),
      value: n(pending.personTimes),
      unit: t('home.personTimes'),
      note: t('home.pendingNote'),
      href: openHref({ year, measure: 'subsidised', verdict: 'pending' }),
    }),
  ]
}

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
    scaleEnd: n(target.target),
    text: t(target.unit === 'people' ? 'home.ofPeople' : 'home.ofPersonTimes', {
      done: n(target.done),
      target: n(target.target),
    }),
    href: target.unit === 'people' ? peopleHref(target.filter) : openHref(target.filter),
    peopleText: t('home.peopleOf', { count: target.people }),
    peopleHref: peopleHref(target.filter),
    line: t('home.targetLine', { percent: target.percent, elapsed: target.elapsed, missing: n(target.missing) }),
  }
}

/** Two halves side by side, as a clerk reads a year. */
function monthsTable(t: Translate, { months, year, yearTally }: HomeData): Table {
  const filter: PersonTimeFilter = { measure: 'subsidised', verdict: 'counted' }
  const cells = (label: string, tally: Tally, at: PersonTimeFilter) => [
    { text: label, num: true },
    { text: n(tally.personTimes), href: openHref(at), n: true },
    { text: n(tally.people), href: peopleHref(at), n: true },
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
        { text: n(group.personTimes), href: openHref({ ...filter, county: group.key }), n: true },
        { text: n(group.people), href: peopleHref({ ...filter, county: group.key }), n: true },
        { text: share(group.personTimes), n: true },
      ],
    })),
    foot: [
      { text: t('home.total') },
      { text: n(yearTally.personTimes), href: openHref(filter), n: true },
      { text: n(yearTally.people), href: peopleHref(filter), n: true },
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
function planOf(t: Translate, data: HomeData) {
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
    peopleNote: monthSum > data.yearTally.people ? t('home.peopleNote', { sum: n(monthSum) }) : '',
    chart: chartOf(t, year, t.lang),
    reportHref: withQuery(paths.reports.subsidised(), { year }),
    counties: data.counties.length > 1 ? countiesTable(t, data) : undefined,
  }
}

/** The page that staff open on: what waits for them, and how far the plan is. */
export function homePage(t: Translate, data: HomeData) {
  const { actor } = data
  const rows = data.due.map(dueRow(t, data.today))
  return {
    layout: 'staff' as const,
    title: t('home.title'),
    meta: t('home.asOf', { at: formatInstant(data.now) }),
    ...(may(actor, 'course-run.edit') && {
      actions: [
        { text: t('home.newRun'), href: paths.courseRuns.create(), style: 'primary' as const, icon: 'plus-lg' },
      ],
    }),
    figures: figuresOf(t, data),
    due: rows,
    dueTotal: t('home.allDue', { count: rows.length }),
    ...(may(actor, 'person-time.view') && { plan: planOf(t, data) }),
    empty: { title: t('home.nothing'), text: t('home.nothingText') },
  }
}
