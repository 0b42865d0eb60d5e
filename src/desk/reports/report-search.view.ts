import { filterParameters } from '../../counting/person-time-lists/person-time.forms.js'
import type { Choice } from '../../counting/person-time-lists/person-time.queries.js'
import { conditionText, levelText, monthText, quarterText } from '../../counting/person-time-lists/person-time.view.js'
import { measures } from '../../counting/person-times/person-time.rules.js'
import { paths, withQuery } from '../../paths.js'
import { personCategories, personCategoryName } from '../../registry/people/category.data.js'
import { levelOrdinals } from '../../shared/levels.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { programmeKinds } from '../../training/courses/course.model.js'
import type { Field } from '../../web/form-models.js'
import type { Link } from '../../web/link-models.js'
import type { List } from '../../web/table-models.js'
import { reportCuts, type ReportFilter } from './report.forms.js'
import type { Report } from './report.queries.js'
import type { ReportContext } from './report.view.js'
import { parametersOf } from './report-title.view.js'

export const viewsOf = (t: Translate, report: Report): Link[] =>
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

export function searchOf(t: Translate, { filter, cutBy }: Report, { years, choices, ownCounty }: ReportContext): List {
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
