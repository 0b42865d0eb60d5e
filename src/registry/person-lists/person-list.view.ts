import { paths, withQuery } from '../../paths.js'
import type { Day } from '../../shared/dates.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { Empty, List } from '../../web/table-models.js'
import { personCategories, personCategoryName } from '../people/category.data.js'
import type { PersonRow, PersonView } from '../people/person.queries.js'
import { categoryOn, tagsOn } from '../people/person.rules.js'

export interface PersonListQuery {
  q?: string
  category?: string
  region?: string
  organisation?: string
  view?: string
}
export interface PersonListFacts {
  rows: readonly PersonRow[]
  page: PageOf
  found: number
  views?: Record<PersonView, number>
  total: number
  organisationNames: ReadonlyMap<string, string>
  today: Day
}

const keys = ['q', 'category', 'region', 'organisation'] as const
type Key = (typeof keys)[number]
const viewNames: Record<PersonView, string> = {
  all: 'people.viewAll',
  'no-photo': 'people.viewNoPhoto',
  'no-phone': 'people.viewNoPhone',
}
const here = (query: PersonListQuery, more: Record<string, string | number | undefined> = {}) =>
  withQuery(paths.people.list(), { ...query, ...more })

const officerOf = (actor: Actor): boolean => may(actor, 'organisation.review') || actor.role === 'auditor'

/** People an organisation taught, of a county, or all; names by pinyin, numbers masked. */
export function personListPage(
  t: Translate,
  facts: PersonListFacts,
  query: PersonListQuery,
  actor: Actor,
): Page & { list: List } {
  const { rows, page, found, views, total } = facts
  const filtered = keys.some((key) => query[key])
  return {
    layout: 'staff',
    title: t(officerOf(actor) ? 'people.people' : 'people.trainees'),
    meta: t('people.total', { count: total }),
    actions: [{ text: t('people.findLink'), href: paths.people.find(), icon: 'search' }],
    list: {
      ...(views && {
        views: (Object.keys(views) as PersonView[]).map((view) => ({
          text: t(viewNames[view]),
          href: here({ view: view === 'all' ? undefined : view }),
          count: views[view],
          current: (query.view ?? 'all') === view,
        })),
      }),
      filter: filterOf(t, query, actor),
      chips: chipsOf(t, query, facts),
      ...(filtered && { clearHref: here({ view: query.view }), found: t('people.found', { count: found }) }),
      ...(rows.length > 0 ? { table: tableOf(t, facts, actor) } : { empty: emptyOf(t, query, total, actor) }),
      pager: pagerOf(page, (number) => here(query, { page: number })),
    },
  }
}

function filterOf(t: Translate, query: PersonListQuery, actor: Actor): List['filter'] {
  const all = { value: '', label: t('people.all') }
  const hidden = {
    ...(query.view && { view: query.view }),
    ...(query.organisation && { organisation: query.organisation }),
  }
  return {
    action: paths.people.list(),
    hidden,
    fields: fill(
      [
        { name: 'q', label: t('people.search'), kind: 'text', placeholder: t('people.searchHint') },
        {
          name: 'category',
          label: t('people.category'),
          kind: 'select',
          options: [
            all,
            ...personCategories.map(({ code }) => ({ value: code, label: personCategoryName(code, t.lang) })),
          ],
        },
        ...(actor.role === 'administrator' || actor.role === 'auditor'
          ? [
              {
                name: 'region',
                label: t('people.county'),
                kind: 'select' as const,
                options: [
                  all,
                  ...threeCounties.map((code) => ({ value: code as string, label: regionName(code, t.lang) })),
                ],
              },
            ]
          : []),
      ],
      Object.fromEntries(keys.map((key) => [key, query[key] ?? ''])),
    ),
  }
}

function chipsOf(t: Translate, query: PersonListQuery, { organisationNames }: PersonListFacts): List['chips'] {
  const text = (key: Key, value: string): string => {
    if (key === 'category') return personCategoryName(value, t.lang)
    if (key === 'region') return regionName(value, t.lang)
    return key === 'organisation' ? t('people.fromOrganisation', { name: organisationNames.get(value) ?? '—' }) : value
  }
  return keys
    .filter((key) => query[key])
    .map((key) => ({ text: text(key, query[key]!), href: here(query, { [key]: undefined }) }))
}

function tableOf(t: Translate, { rows, organisationNames, today }: PersonListFacts, actor: Actor): List['table'] {
  const officer = officerOf(actor)
  const category = (row: PersonRow) => personCategoryName(categoryOn(row.categories, today) ?? '', t.lang)
  const tags = (row: PersonRow) =>
    tagsOn(row.tags, today)
      .filter((code) => code !== categoryOn(row.categories, today))
      .map((code) => personCategoryName(code, t.lang))
      .join(t.lang === 'en' ? ', ' : '、')
  const organisation = ({ organisationIds }: PersonRow) => {
    const name = organisationNames.get(organisationIds[0] ?? '') ?? ''
    return organisationIds.length > 1 ? t('people.organisationsMore', { name, count: organisationIds.length }) : name
  }
  return {
    caption: t('people.people'),
    columns: ['name', 'phone', 'category', ...(officer ? ['organisations'] : []), 'photo'].map((key) => ({
      label: t(`people.${key}`),
    })),
    rows: rows.map((row) => ({
      cells: [
        { text: row.name, lang: 'zh-CN', href: paths.people.show(String(row._id)), sub: row.idMasked, num: true },
        { text: row.phoneMasked ?? t('people.noPhone'), num: Boolean(row.phoneMasked) },
        { text: category(row), ...(tags(row) && { sub: tags(row) }) },
        ...(officer ? [{ text: organisation(row) }] : []),
        {
          tag: row.photoFile
            ? { kind: 'good' as const, text: t('people.hasPhoto') }
            : { kind: 'neutral' as const, text: t('people.noPhoto') },
        },
      ],
    })),
  }
}

function emptyOf(t: Translate, query: PersonListQuery, total: number, actor: Actor): Empty {
  if (total > 0 || keys.some((key) => query[key]))
    return {
      filtered: true,
      title: t('people.noneMatch'),
      actions: [{ text: t('people.clear'), href: paths.people.list() }],
    }
  return {
    title: t('people.none'),
    text: t('people.noneText'),
    ...(may(actor, 'course-run.view') && {
      actions: [{ text: t('people.noneAct'), href: paths.courseRuns.list(), style: 'primary' as const }],
    }),
  }
}
