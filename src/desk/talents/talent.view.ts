import { paths, withQuery } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import { levelName, levelOrdinals, levelPrinted, type Level } from '../../shared/levels.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Field } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import { talentFault, type Group, type TalentFilter, type TalentTable } from './talent.rules.js'

export interface TalentData {
  table: TalentTable
  filter: TalentFilter
  occupations: ReadonlyMap<string, string>
  now: Date
  ownCounty?: string
}
const n = (value: number): string => value.toLocaleString('en-US')

export const parametersOf = ({ county, lineage, level, skilled }: TalentFilter) => ({
  county,
  occupation: lineage,
  level,
  skilled: skilled ? '1' : undefined,
})
const peopleHref = (filter: TalentFilter): string => withQuery(paths.talents.people(), parametersOf(filter))
const papersHref = (filter: TalentFilter, state?: string): string =>
  withQuery(paths.talents.papers(), { ...parametersOf(filter), state })

export const cuts = ['counties', 'occupations', 'levels'] as const
export type Cut = (typeof cuts)[number]
export function groupName(t: Translate, cut: Cut, key: string, occupations: ReadonlyMap<string, string>): string {
  if (cut === 'counties') return regionName(key, t.lang)
  return cut === 'occupations' ? (occupations.get(key) ?? key) : levelPrinted(Number(key) as Level, t.lang)
}
const narrowed = (filter: TalentFilter, cut: Cut, key: string): TalentFilter => ({
  ...filter,
  ...(cut === 'counties' ? { county: key } : cut === 'occupations' ? { lineage: key } : { level: Number(key) }),
})

export function talentPage(t: Translate, data: TalentData): Page & Record<string, unknown> {
  const { table, filter, now } = data
  const { people, papers, valid, further, highlySkilled, states } = table
  const fault = talentFault(table)
  const part = (label: string, value: number, unit: string, href: string, operator?: '=' | '+') => ({
    label,
    value: n(value),
    unit,
    href,
    ...(operator && { operator }),
  })
  return {
    layout: 'staff',
    title: t('talents.title'),
    tag: fault ? { kind: 'back', text: t('reports.unbalanced') } : { kind: 'good', text: t('reports.balanced') },
    crumbs: [
      { text: t('reports.reports'), href: paths.reports.subsidised() },
      { text: t('talents.title'), href: '' },
    ],
    lead: t('talents.lead', { at: formatInstant(now) }),
    search: searchOf(t, data),
    actions: [
      {
        text: t('reports.excel'),
        href: withQuery(paths.talents.xlsx(), parametersOf(filter)),
        icon: 'file-earmark-excel',
      },
      ...(fault
        ? []
        : [
            {
              text: t('reports.pdf'),
              href: withQuery(paths.talents.pdf(), parametersOf(filter)),
              icon: 'printer',
              style: 'primary' as const,
            },
          ]),
    ],
    figures: [
      { label: t('talents.people'), value: n(people.length), unit: t('talents.person'), href: peopleHref(filter) },
      {
        label: t('talents.skilled'),
        value: n(highlySkilled),
        unit: t('talents.person'),
        note: t('talents.skilledNote'),
        href: peopleHref({ ...filter, skilled: true }),
      },
      { label: t('talents.valid'), value: n(valid), unit: t('talents.paper'), href: papersHref(filter, 'valid') },
      {
        label: t('talents.recognised'),
        value: n(people.filter(({ origin }) => origin === 'recognised').length),
        unit: t('talents.person'),
        note: t('talents.recognisedNote'),
        href: withQuery(paths.talents.people(), { ...parametersOf(filter), origin: 'recognised' }),
      },
    ],
    equation: {
      parts: [
        part(t('talents.papers'), papers.length, t('talents.paper'), papersHref(filter)),
        part(t('talents.people'), people.length, t('talents.person'), peopleHref(filter), '='),
        part(t('talents.further'), further, t('talents.paper'), papersHref(filter, 'further'), '+'),
        ...states
          .filter(({ state }) => state !== 'valid')
          .map(({ state, papers: count }) =>
            part(t(`talents.state-${state}`), count, t('talents.paper'), papersHref(filter, state), '+'),
          ),
      ],
      note: t('talents.equationNote'),
    },
    tables: cuts.map((cut) => ({ title: t(`talents.by-${cut}`), table: cutTable(t, data, cut) })),
  }
}

function cutTable(t: Translate, { table, filter, occupations }: TalentData, cut: Cut): Table {
  const cells = (group: Pick<Group, 'people' | 'papers'>, at: TalentFilter): Cell[] => [
    { text: n(group.people), n: true, href: peopleHref(at) },
    { text: n(group.papers), n: true, href: papersHref(at, 'valid') },
  ]
  return {
    caption: t(`talents.by-${cut}`),
    plain: true,
    small: true,
    columns: [
      { label: t(`talents.column-${cut}`) },
      { label: t('talents.peopleColumn'), n: true },
      { label: t('talents.papersColumn'), n: true },
    ],
    rows: table[cut].map((group) => ({
      cells: [{ text: groupName(t, cut, group.key, occupations) }, ...cells(group, narrowed(filter, cut, group.key))],
    })),
    foot: [{ text: t('reports.total') }, ...cells({ people: table.people.length, papers: table.valid }, filter)],
  }
}

function searchOf(t: Translate, { filter, occupations, ownCounty }: TalentData) {
  const select = (name: string, label: string, value: string, options: { value: string; label: string }[]): Field => ({
    name,
    id: name,
    label,
    kind: 'select',
    value,
    options: [{ value: '', label: t('frame.all') }, ...options],
  })
  return {
    filter: {
      action: paths.talents.report(),
      fields: [
        select(
          'county',
          t('talents.column-counties'),
          filter.county ?? '',
          (ownCounty ? [ownCounty] : [...threeCounties]).map((value) => ({ value, label: regionName(value, t.lang) })),
        ),
        select(
          'occupation',
          t('talents.column-occupations'),
          filter.lineage ?? '',
          [...occupations].map(([value, label]) => ({ value, label })),
        ),
        select(
          'level',
          t('talents.column-levels'),
          String(filter.level ?? ''),
          levelOrdinals.map((value) => ({ value: String(value), label: levelName(value, t.lang) })),
        ),
      ],
    },
  }
}
