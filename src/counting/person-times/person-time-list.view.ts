import { paths, withQuery } from '../../paths.js'
import { personCategories } from '../../registry/people/category.data.js'
import { levelOrdinals } from '../../shared/levels.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { programmeKinds } from '../../training/courses/course.model.js'
import type { RuleBox } from '../../web/figure-models.js'
import type { Field } from '../../web/form-models.js'
import type { Action, Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, List } from '../../web/table-models.js'
import { filterKeys, filterParameters, type PersonTimeFilter } from './person-time.forms.js'
import type { LedgerRecord } from './person-time-order.rules.js'
import type { Choice, PersonGroup, Tally } from './person-time.queries.js'
import { exclusionReasons, measures, pendingReasons } from './person-time.rules.js'
import {
  conditionText,
  evidenceText,
  figure,
  levelText,
  monthText,
  pairText,
  peopleHref,
  personTimesHref,
  quarterText,
  verdictTag,
} from './person-time.view.js'

export interface ListModel {
  filter: PersonTimeFilter
  byPerson: boolean
  rows: readonly LedgerRecord[]
  people: readonly PersonGroup[]
  tally: Tally
  /** counts of the views, without the filter's own verdict and reason */
  byVerdict: Readonly<Record<'counted' | 'excluded' | 'pending', number>>
  page: PageOf
  choices: { occupations: readonly Choice[]; institutions: readonly Choice[] }
  years: readonly number[]
  rule: RuleBox
  /** counties that the actor may choose from */
  ownCounty?: string
  /** longer lists are made by a task */
  mostDirect: number
}

/** "A number opens": the rows behind a figure, under the rule that made them. */
export function personTimeListPage(t: Translate, model: ListModel): Page & { list: List; rule: RuleBox } {
  const { filter, byPerson, tally, page, rule } = model
  const empty = tally.personTimes === 0
  return {
    layout: 'staff',
    title: titleOf(t, filter),
    meta: pairText(t, tally),
    crumbs: crumbsOf(t, filter),
    actions: actionsOf(t, model),
    rule,
    list: {
      views: viewsOf(t, model),
      filter: filterOf(t, model),
      chips: chipsOf(t, model),
      clearHref: paths.personTimes.list(),
      found: byPerson
        ? t('personTimes.foundPeople', { count: tally.people })
        : t('personTimes.found', { count: tally.personTimes }),
      ...(empty ? { empty: emptyOf(t, filter) } : { table: byPerson ? peopleTable(t, model) : rowsTable(t, model) }),
      pager: pagerOf(page, (number) =>
        withQuery(paths.personTimes.list(), {
          ...filterParameters(filter),
          by: byPerson ? 'person' : undefined,
          page: number,
        }),
      ),
    },
  }
}

function titleOf(t: Translate, { verdict, reason }: PersonTimeFilter): string {
  return reason
    ? t(`personTimes.reason-${reason}`)
    : verdict
      ? `${t('personTimes.title')}${t.lang === 'en' ? ': ' : '：'}${t(`personTimes.${verdict}`)}`
      : t('personTimes.title')
}

function crumbsOf(t: Translate, filter: PersonTimeFilter): Link[] {
  const { verdict: _verdict, reason: _reason, ...rest } = filter
  return [
    { text: t('personTimes.report'), href: withQuery(paths.reports.subsidised(), filterParameters(rest)) },
    { text: titleOf(t, filter), href: '' },
  ]
}

function actionsOf(t: Translate, { filter, byPerson, tally, mostDirect }: ListModel): Action[] {
  const other = byPerson
    ? { text: t('personTimes.byRow'), href: personTimesHref(filter) }
    : { text: t('personTimes.byPerson'), href: peopleHref(filter) }
  const text = t('personTimes.export', { count: tally.personTimes })
  const parameters = filterParameters(filter)
  const direct: Action = { text, href: withQuery(paths.personTimes.xlsx(), parameters), icon: 'download' }
  const fields = Object.fromEntries(
    Object.entries(parameters)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  )
  const task: Action = { text, href: paths.personTimes.export(), post: true, icon: 'download', fields }
  return tally.personTimes === 0 ? [other] : [other, tally.personTimes > mostDirect ? task : direct]
}

function viewsOf(t: Translate, { filter, byPerson, byVerdict }: ListModel): Link[] {
  const href = byPerson ? peopleHref : personTimesHref
  const { reason, verdict: chosen, ...rest } = filter
  const total = byVerdict.counted + byVerdict.excluded + byVerdict.pending
  const one = (verdict: 'counted' | 'excluded' | 'pending'): Link => ({
    text: t(`personTimes.${verdict}`),
    href: href({ ...rest, verdict }),
    count: byVerdict[verdict],
    current: chosen === verdict && !reason,
  })
  return [
    { text: t('personTimes.all'), href: href(rest), count: total, current: !chosen && !reason },
    one('counted'),
    one('excluded'),
    one('pending'),
  ]
}

const labelsOf = ({ choices }: ListModel): Map<string, string> =>
  new Map([...choices.occupations, ...choices.institutions].map(({ value, label }) => [value, label]))

function chipsOf(t: Translate, model: ListModel) {
  const href = model.byPerson ? peopleHref : personTimesHref
  const labels = labelsOf(model)
  return filterKeys
    .filter((key) => model.filter[key] !== undefined)
    .map((key) => ({
      text: conditionText(t, key, model.filter, labels),
      href: href({ ...model.filter, [key]: undefined }),
    }))
}

function filterOf(
  t: Translate,
  { filter, byPerson, choices, years, ownCounty }: ListModel,
): NonNullable<List['filter']> {
  const select = (name: keyof PersonTimeFilter, options: readonly Choice[]): Field => ({
    name,
    id: name,
    label: t(`personTimes.${name}`),
    kind: 'select',
    value: String(filter[name] ?? ''),
    options: [{ value: '', label: t('frame.all') }, ...options],
  })
  const words = (name: keyof PersonTimeFilter, values: readonly string[], prefix = `${name}-`): Field =>
    select(
      name,
      values.map((value) => ({ value, label: t(`personTimes.${prefix}${value}`) })),
    )
  const quarters = years.flatMap((year) => [4, 3, 2, 1].map((n) => `${year}Q${n}`))
  const months = years.flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(12 - i).padStart(2, '0')}`),
  )
  const counties = ownCounty ? [ownCounty] : threeCounties
  const kept = {
    from: filter.from,
    to: filter.to,
    courseRun: filter.courseRun,
    person: filter.person,
    by: byPerson ? 'person' : undefined,
  }
  return {
    action: paths.personTimes.list(),
    hidden: Object.fromEntries(Object.entries(kept).filter((pair): pair is [string, string] => pair[1] !== undefined)),
    fields: [
      select(
        'year',
        years.map((year) => ({ value: String(year), label: t('personTimes.yearOption', { year: String(year) }) })),
      ),
      select(
        'county',
        counties.map((value) => ({ value, label: regionName(value, t.lang) })),
      ),
      words('verdict', ['counted', 'excluded', 'pending'], ''),
      words('reason', [...exclusionReasons, ...pendingReasons]),
    ],
    more: [
      select(
        'quarter',
        quarters.map((value) => ({ value, label: quarterText(t, value) })),
      ),
      select(
        'month',
        months.map((value) => ({ value, label: monthText(t, value) })),
      ),
      words('measure', measures),
      words('funding', ['subsidised', 'self-funded']),
      words('programme', programmeKinds),
      select(
        'category',
        personCategories.map(({ code, zh, en }) => ({ value: code, label: t.lang === 'en' ? en : zh })),
      ),
      select('occupation', [...choices.occupations, { value: 'none', label: t('personTimes.noOccupation') }]),
      select(
        'level',
        [...levelOrdinals.map(String), 'none'].map((value) => ({ value, label: levelText(t, value) })),
      ),
      select('institution', choices.institutions),
    ],
  }
}

function emptyOf(t: Translate, filter: PersonTimeFilter): NonNullable<List['empty']> {
  const filtered = filterKeys.some((key) => filter[key] !== undefined)
  if (!filtered) return { title: t('personTimes.none'), text: t('personTimes.noneText') }
  return {
    filtered,
    title: t('personTimes.noMatch'),
    actions: [{ text: t('personTimes.clear'), href: paths.personTimes.list() }],
  }
}

const columnsOf = (t: Translate, names: readonly string[], numbers: readonly string[] = []) =>
  names.map((name) => ({ label: t(`personTimes.${name}`), ...(numbers.includes(name) && { n: true }) }))

function rowsTable(t: Translate, { rows }: ListModel): NonNullable<List['table']> {
  return {
    caption: t('personTimes.title'),
    columns: columnsOf(t, ['name', 'idNumber', 'run', 'day', 'verdict', 'evidence']).map((column, i) =>
      i === 0 ? { ...column, width: '8' } : column,
    ),
    rows: rows.map((row) => ({
      cells: [
        { text: row.personName, href: paths.personTimes.show(row._id) },
        { text: row.idMasked, num: true },
        runCell(t, row),
        { text: row.on, num: true, sub: regionName(row.region, t.lang) },
        { tag: verdictTag(t, row) },
        { text: evidenceText(t, row), full: true },
      ],
    })),
  }
}

/** Where the completion happened: a course run or a class of apprentices. */
export const sourceHref = ({ courseRunId, apprenticeshipId }: LedgerRecord): string =>
  courseRunId ? paths.courseRuns.show(courseRunId) : paths.apprenticeships.show(apprenticeshipId)
export const runCell = (t: Translate, row: LedgerRecord): Cell => ({
  text: row.courseRunTitle,
  href: sourceHref(row),
  sub: row.organisationName,
  full: true,
  ...(t.lang === 'en' && { lang: 'zh-CN' }),
})

function peopleTable(t: Translate, { people, filter }: ListModel): NonNullable<List['table']> {
  return {
    caption: t('personTimes.title'),
    columns: columnsOf(t, ['name', 'idNumber', 'personTimes', 'firstDay', 'lastDay'], ['personTimes']),
    rows: people.map((one) => ({
      cells: [
        { text: one.personName, href: paths.people.show(one.personId) },
        { text: one.idMasked, num: true },
        { text: figure(one.personTimes), n: true, href: personTimesHref({ ...filter, person: one.personId }) },
        { text: one.first, num: true },
        { text: one.last, num: true },
      ],
    })),
  }
}
