import type { Group } from '../../counting/person-time-lists/person-time-tally.queries.js'
import { filterParameters } from '../../counting/person-time-lists/person-time.forms.js'
import { levelText, monthText, quarterText, verdictTag } from '../../counting/person-time-lists/person-time.view.js'
import type { Reason } from '../../counting/person-times/person-time.rules.js'
import { personCategoryName } from '../../registry/people/category.data.js'
import { formatInstant } from '../../shared/dates.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { ReportFilter } from './report.forms.js'
import type { Report } from './report.queries.js'

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

/** The name of a group in the words of its cut. */
export const groupLabel = (t: Translate, cut: string, { key, label }: Group): string => {
  if (cut === 'county') return regionName(key, t.lang)
  if (cut === 'category') return personCategoryName(key, t.lang)
  if (cut === 'level') return levelText(t, key)
  if (cut === 'programme') return t(`personTimes.programme-${key}`)
  return key === 'none' ? t('personTimes.noOccupation') : (label ?? key)
}

export const verdictText = (t: Translate, verdict: 'excluded' | 'pending', reason: string): string =>
  verdictTag(t, { verdict, reason: reason as Reason }).text
