import { paths, withQuery } from '../../paths.js'
import { pagerOf } from '../../shared/paging.js'
import { regionName } from '../../shared/regions.js'
import { may } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { RuleBox } from '../../web/figure-models.js'
import type { Action, Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import { chipsOf, emptyOf, filterOf, viewsOf, type ListModel } from './person-time-filter.view.js'
import { filterParameters, type PersonTimeFilter } from './person-time.forms.js'
import { evidenceText, pairText, peopleHref, personTimesHref, runCell, verdictTag } from './person-time.view.js'
import { figure } from '../../shared/figures.js'

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

function peopleTable(t: Translate, { people, filter, reader }: ListModel): NonNullable<List['table']> {
  return {
    caption: t('personTimes.title'),
    columns: columnsOf(t, ['name', 'idNumber', 'personTimes', 'firstDay', 'lastDay'], ['personTimes']),
    rows: people.map((one) => ({
      cells: [
        { text: one.personName, ...(may(reader, 'person.view') && { href: paths.people.show(one.personId) }) },
        { text: one.idMasked, num: true },
        { text: figure(one.personTimes), n: true, href: personTimesHref({ ...filter, person: one.personId }) },
        { text: one.first, num: true },
        { text: one.last, num: true },
      ],
    })),
  }
}
