import type { PolicyKey } from '../../office/policies/policy.data.js'
import { addYears, ageOn, yearOf, type Day } from '../../shared/dates.js'
import { holds, type Achievement } from '../achievements/achievement.rules.js'
import type { FigureOn } from '../credit-entries/credit.rules.js'

/** What keeps somebody from the double qualification; each has its sentence. */
export const dualReasons = ['no-diploma', 'no-certificate', 'birth-date-missing', 'over-age'] as const
export type DualReason = (typeof dualReasons)[number]
export const dualAges: readonly PolicyKey[] = ['dual-certificate.min-age', 'dual-certificate.max-age']

type Part = Pick<Achievement, 'key' | 'title' | 'on' | 'region'>
interface Parts {
  diploma?: Part
  certificate?: Part
}
export type DualVerdict = Parts &
  ({ verdict: 'reached'; on: Day; year: number; age: number } | { verdict: 'waiting' | 'excluded'; reason: DualReason })

/** The first of its kind that holds, on its own evidence: what a person only says does not count. */
const firstOf = (achievements: readonly Achievement[], fits: (one: Achievement) => boolean): Achievement | undefined =>
  achievements
    .filter((one) => holds(one) && one.grade !== 'stated' && fits(one))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))[0]

/**
 * Diploma and vocational certificate in one hand, aged 18 to 35 (plan 四(四)2): counted in people, once in a life, in the year in
 * which the later of the two came. Who has both before the lowest age is counted on the birthday that reaches it. None without either.
 */
export function dualVerdict(
  achievements: readonly Achievement[],
  birthOn: Day | undefined,
  figureOn: FigureOn,
): DualVerdict | undefined {
  const diploma = firstOf(achievements, ({ kind }) => kind === 'diploma')
  const certificate = firstOf(
    achievements,
    ({ kind, counted }) => kind === 'level-certificate' || (kind === 'recognition' && counted === true),
  )
  const parts: Parts = {
    ...(diploma && { diploma: partOf(diploma) }),
    ...(certificate && { certificate: partOf(certificate) }),
  }
  if (!diploma && !certificate) return undefined
  if (!diploma) return { ...parts, verdict: 'waiting', reason: 'no-diploma' }
  if (!certificate) return { ...parts, verdict: 'waiting', reason: 'no-certificate' }
  if (!birthOn) return { ...parts, verdict: 'waiting', reason: 'birth-date-missing' }
  const both = diploma.on > certificate.on ? diploma.on : certificate.on
  const [minAge, maxAge] = dualAges.map((key) => Number(figureOn(key, both).value)) as [number, number]
  const grown = addYears(birthOn, minAge)
  const on = both > grown ? both : grown
  const age = ageOn(birthOn, on)
  return age > maxAge
    ? { ...parts, verdict: 'excluded', reason: 'over-age' }
    : { ...parts, verdict: 'reached', on, year: yearOf(on), age }
}

const partOf = ({ key, title, on, region }: Achievement): Part => ({ key, title, on, ...(region && { region }) })
