import { paths, withQuery } from '../../paths.js'
import { figure } from '../../shared/figures.js'
import type { PolicyBook } from '../../office/policies/policy.service.js'
import { personCategoryName } from '../../registry/people/category.data.js'
import type { Day } from '../../shared/dates.js'
import { isLevel, levelPrinted } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { RuleBox } from '../../web/figure-models.js'
import type { Tag } from '../../web/link-models.js'
import type { Cell } from '../../web/table-models.js'
import { filterParameters, type PersonTimeFilter } from './person-time.forms.js'
import type { LedgerRecord, LedgerRow } from '../verdicts/ledger-row.rules.js'
import type { Tally } from './person-time-tally.queries.js'
import { policyOf, type Reason } from '../person-times/person-time.rules.js'

export const pairText = (t: Translate, { personTimes, people }: Tally): string =>
  t('personTimes.pair', { personTimes: figure(personTimes), people: figure(people) })

/** The list behind a figure in 人次; `people` groups the same rows by person. */
export const personTimesHref = (filter: PersonTimeFilter): string =>
  withQuery(paths.personTimes.list(), filterParameters(filter))
export const peopleHref = (filter: PersonTimeFilter): string =>
  withQuery(paths.personTimes.list(), { ...filterParameters(filter), by: 'person' })

const tagKinds = { counted: 'good', excluded: 'back', pending: 'wait' } as const
export const verdictTag = (t: Translate, { verdict, reason }: Pick<LedgerRow, 'verdict' | 'reason'>): Tag => ({
  kind: tagKinds[verdict],
  text: reason ? t(`personTimes.reason-${reason}`) : t(`personTimes.${verdict}`),
})

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

/** The value of one condition in the reader's words; `labels` names occupations and institutions. */
export function conditionText(
  t: Translate,
  key: keyof PersonTimeFilter,
  filter: PersonTimeFilter,
  labels: ReadonlyMap<string, string> = new Map(),
): string {
  const value = String(filter[key] ?? '')
  const named: Partial<Record<keyof PersonTimeFilter, string>> = {
    year: t('personTimes.yearOption', { year: value }),
    quarter: quarterText(t, value),
    month: monthText(t, value),
    from: value,
    to: value,
    county: value && regionName(value, t.lang),
    category: value && personCategoryName(value, t.lang),
    level: levelText(t, value),
    occupation: value === 'none' ? t('personTimes.noOccupation') : labels.get(value),
    institution: labels.get(value),
    courseRun: t('personTimes.courseRun'),
    person: t('personTimes.person'),
    verdict: t(`personTimes.${value}`),
    reason: t(`personTimes.reason-${value}`),
    measure: t(`personTimes.measure-${value}`),
    funding: t(`personTimes.funding-${value}`),
    programme: t(`personTimes.programme-${value}`),
  }
  return named[key] || value
}

export const quarterText = (t: Translate, quarter: string): string =>
  t('personTimes.quarterOption', { year: quarter.slice(0, 4), n: quarter.slice(5) })
export const monthText = (t: Translate, month: string): string =>
  t('personTimes.monthOption', {
    year: month.slice(0, 4),
    n: t.lang === 'en' ? month.slice(5) : Number(month.slice(5)),
  })
export const levelText = (t: Translate, level: string): string =>
  isLevel(Number(level)) ? levelPrinted(Number(level) as 1, t.lang) : t('personTimes.noLevel')

/** The rule above a list that a rule made, with the figure of the last day that the list may hold. */
export function ruleBox(
  t: Translate,
  about: { verdict?: string; reason?: Reason },
  book: PolicyBook,
  on: Day,
): RuleBox {
  const key = policyOf[about.reason ?? 'counted']
  const { value, clause, from, sample } = book(key, on)
  const rule = about.reason ?? about.verdict ?? 'candidate'
  return {
    sentence: t(`personTimes.rule-${rule}`, { value: String(value) }),
    clause,
    from: t('personTimes.inForce', { day: from }),
    sample: sample && !clause.startsWith('样例'),
    link: { text: t('personTimes.policiesLink'), href: paths.policies.list() },
  }
}

type Judged = Pick<LedgerRow, 'evidence' | 'reason'>
type Fact = 'hours' | 'theory' | 'practice' | 'age' | 'others'
const told: Partial<Record<Reason, readonly Fact[]>> = {
  'low-attendance': ['hours'],
  'failed-theory': ['theory'],
  'failed-practice': ['practice'],
  'under-age': ['age'],
  'over-age': ['age'],
  'same-skill-counted': ['others'],
  'yearly-limit': ['others'],
}

/** What the rule was told, in one line: the fact that decided, or `all` of them. */
export function evidenceText(t: Translate, { evidence, reason }: Judged, all = false): string {
  const { attendedHours: attended, requiredHours: required, theoryScore, practiceScore, age, otherIds } = evidence ?? {}
  const texts: Record<Fact, string> = {
    hours:
      attended !== undefined && required
        ? t('personTimes.hours', { attended, required, percent: Math.floor((attended * 1000) / required) / 10 })
        : '',
    theory: theoryScore === undefined ? '' : t('personTimes.theory', { score: theoryScore }),
    practice: practiceScore === undefined ? '' : t('personTimes.practice', { score: practiceScore }),
    age: age === undefined ? '' : t('personTimes.age', { age }),
    others: otherIds ? t('personTimes.others', { count: otherIds.length }) : '',
  }
  const shown = (!all && reason && told[reason]) || (Object.keys(texts) as Fact[])
  return shown
    .map((fact) => texts[fact])
    .filter(Boolean)
    .join(t.lang === 'en' ? '; ' : '；')
}
