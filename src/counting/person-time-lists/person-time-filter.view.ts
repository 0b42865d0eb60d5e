import { paths } from '../../paths.js'
import { personCategories } from '../../registry/people/category.data.js'
import { levelOrdinals } from '../../shared/levels.js'
import type { PageOf } from '../../shared/paging.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { programmeKinds } from '../../training/courses/course.model.js'
import type { RuleBox } from '../../web/figure-models.js'
import type { Field } from '../../web/form-models.js'
import type { Link } from '../../web/link-models.js'
import type { List } from '../../web/table-models.js'
import type { LedgerRecord } from '../verdicts/ledger-row.rules.js'
import { exclusionReasons, measures, pendingReasons } from '../person-times/person-time.rules.js'
import type { Tally } from './person-time-tally.queries.js'
import { filterKeys, type PersonTimeFilter } from './person-time.forms.js'
import type { Choice, PersonGroup } from './person-time.queries.js'
import { conditionText, levelText, monthText, peopleHref, personTimesHref, quarterText } from './person-time.view.js'

export interface ListModel {
  reader: Actor
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

/** All, counted, excluded, pending: the figures of the same filter without its own verdict. */
export function viewsOf(t: Translate, { filter, byPerson, byVerdict }: ListModel): Link[] {
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

/** The conditions that are set, each with its way out. */
export function chipsOf(t: Translate, model: ListModel) {
  const href = model.byPerson ? peopleHref : personTimesHref
  const labels = labelsOf(model)
  return filterKeys
    .filter((key) => model.filter[key] !== undefined)
    .map((key) => ({
      text: conditionText(t, key, model.filter, labels),
      href: href({ ...model.filter, [key]: undefined }),
    }))
}

export function filterOf(
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

export function emptyOf(t: Translate, filter: PersonTimeFilter): NonNullable<List['empty']> {
  const filtered = filterKeys.some((key) => filter[key] !== undefined)
  if (!filtered) return { title: t('personTimes.none'), text: t('personTimes.noneText') }
  return {
    filtered,
    title: t('personTimes.noMatch'),
    actions: [{ text: t('personTimes.clear'), href: paths.personTimes.list() }],
  }
}
