import { paths, withQuery } from '../../paths.js'
import { isLevel, levelEntry, levelName } from '../../shared/levels.js'
import { pagerOf, pageOf } from '../../shared/paging.js'
import { pinyinTyped, titlePinyin } from '../../shared/pinyin.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import { occupationFieldName, occupationFields } from './occupation.data.js'
import type { OccupationRecord } from './occupation.model.js'
import type { LineageName } from './occupation.service.js'

export interface OccupationQuery {
  q?: string
  field?: string
  edition?: string
  checked?: string
  page?: string
}
const keys = ['q', 'field', 'edition', 'checked'] as const
const editions = ['2022', '2015', '1999']
const size = 20

/** Does the entry match what was typed: part of a name in either language, of a work type, the code, pinyin or initials? */
export function matches(entry: Pick<OccupationRecord, 'name' | 'nameEn' | 'code' | 'workTypes'>, q: string): boolean {
  const typed = pinyinTyped(q)
  const words = [entry.name, ...entry.workTypes]
  if (
    words.some((word) => word.includes(q)) ||
    entry.nameEn.toLowerCase().includes(q.toLowerCase()) ||
    entry.code.startsWith(q)
  )
    return true
  return (
    typed !== undefined &&
    words
      .map(titlePinyin)
      .some(({ namePinyin, nameInitials }) => namePinyin.startsWith(typed) || nameInitials.startsWith(typed))
  )
}

const statusTag = (t: Translate, status: OccupationRecord['status']): Tag => ({
  kind: status === 'V' ? 'good' : 'wait',
  text: t(`occupations.${status}`),
})

/** `初级工至高级技师`; a gap in the standard is listed level by level. */
export function levelsText(t: Translate, levels: readonly number[]): string {
  const known = levels.filter(isLevel)
  const joined = known.every((level, i) => i === 0 || level === known[i - 1]! + 1)
  const short = (level: (typeof known)[number]) =>
    levelEntry(level).grade && t.lang !== 'en' ? levelEntry(level).grade! : levelName(level, t.lang)
  if (known.length > 2 && joined) return `${short(known[0]!)}${t.lang === 'en' ? ' to ' : '至'}${short(known.at(-1)!)}`
  return known.map(short).join(t.lang === 'en' ? ', ' : '、')
}

/** The reviewed list of occupations: searched, by field and edition, with what is still to be confirmed. */
export function occupationListPage(
  t: Translate,
  all: readonly OccupationRecord[],
  lineages: ReadonlyMap<string, LineageName>,
  query: OccupationQuery,
): Page & { list: List } {
  const found = all.filter(
    (entry) =>
      (!query.q || matches(entry, query.q)) &&
      (!query.field || entry.field === query.field) &&
      (!query.edition || entry.edition === query.edition) &&
      (query.checked !== 'no' || entry.status !== 'V'),
  )
  const page = pageOf({ ...query }, found.length, size)
  const filtered = keys.some((key) => query[key])
  const href = (more: Record<string, string | number | undefined>) =>
    withQuery(paths.occupations.list(), { ...query, page: undefined, ...more })
  return {
    layout: 'staff',
    title: t('occupations.occupations'),
    meta: t('occupations.total', { count: all.length }),
    lead: t('occupations.lead'),
    list: {
      filter: { action: paths.occupations.list(), fields: fieldsOf(t, query) },
      chips: keys
        .filter((key) => query[key])
        .map((key) => ({ text: chipText(t, key, query[key]!), href: href({ [key]: undefined }) })),
      ...(filtered && { clearHref: paths.occupations.list(), found: t('occupations.found', { count: found.length }) }),
      ...(found.length > 0
        ? { table: tableOf(t, found.slice(page.skip, page.skip + size), lineages) }
        : {
            empty: {
              filtered: true,
              title: t('occupations.none'),
              actions: [{ text: t('occupations.clear'), href: paths.occupations.list() }],
            },
          }),
      pager: pagerOf(page, (number) => href({ page: number })),
    },
  }
}

function optionsOf(t: Translate, key: 'field' | 'edition' | 'checked') {
  if (key === 'field')
    return occupationFields.map(({ code }) => ({ value: code as string, label: occupationFieldName(code, t.lang) }))
  if (key === 'edition')
    return editions.map((edition) => ({ value: edition, label: t('occupations.editionOf', { edition }) }))
  return [{ value: 'no', label: t('occupations.onlyUnchecked') }]
}

const chipText = (t: Translate, key: (typeof keys)[number], value: string): string =>
  key === 'q' ? value : (optionsOf(t, key).find((option) => option.value === value)?.label ?? value)

function fieldsOf(t: Translate, query: OccupationQuery) {
  const select = (name: 'field' | 'edition' | 'checked') => ({
    name,
    label: t(`occupations.${name}`),
    kind: 'select' as const,
    options: [{ value: '', label: t('occupations.all') }, ...optionsOf(t, name)],
  })
  const values = Object.fromEntries(keys.map((key) => [key, query[key] ?? '']))
  return fill(
    [
      { name: 'q', label: t('occupations.search'), kind: 'text', placeholder: t('occupations.searchHint') },
      select('field'),
      select('edition'),
      select('checked'),
    ],
    values,
  )
}

function tableOf(
  t: Translate,
  entries: readonly OccupationRecord[],
  lineages: ReadonlyMap<string, LineageName>,
): List['table'] {
  const english = t.lang === 'en'
  const today = (entry: OccupationRecord) => {
    const named = lineages.get(entry.lineage)
    return named && named.name !== entry.name
      ? t('occupations.today', { name: english ? named.nameEn : named.name })
      : ''
  }
  const sub = (entry: OccupationRecord) =>
    [
      today(entry),
      entry.workTypes.length > 0
        ? t('occupations.workTypes', { names: entry.workTypes.join('、') })
        : english
          ? entry.name
          : '',
    ]
      .filter(Boolean)
      .join(english ? '; ' : '；')
  return {
    caption: t('occupations.occupations'),
    columns: ['name', 'code', 'field', 'levels', 'checked'].map((key) => ({ label: t(`occupations.${key}`) })),
    rows: entries.map((entry) => ({
      cells: [
        { text: english ? entry.nameEn : entry.name, ...(sub(entry) && { sub: sub(entry) }) },
        { text: entry.code, num: true, sub: t('occupations.editionOf', { edition: entry.edition }) },
        {
          text: entry.field
            ? occupationFieldName(entry.field as (typeof occupationFields)[number]['code'], t.lang)
            : '',
        },
        { text: levelsText(t, entry.levels) },
        { tag: statusTag(t, entry.status), sub: t(`occupations.${entry.status}_note`) },
      ],
    })),
  }
}
