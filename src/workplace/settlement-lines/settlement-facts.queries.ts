import type { PolicyKey } from '../../office/policies/policy.data.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { Day } from '../../shared/dates.js'
import { Apprentice, type ApprenticeRecord } from '../apprentices/apprentice.model.js'
import { daysIn, lastDayOf } from '../apprentice-terms/apprentice-term.rules.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { meets } from './settlement-days.rules.js'
import {
  lineOf,
  type ApprenticeFacts,
  type Line,
  type OtherSubsidy,
  type Rate,
  type RateKind,
  type RateTable,
  type Service,
} from './settlement-line.rules.js'

/** What higher floors know; the wiring tells it. */
export interface Told {
  /** the state of certificates, by id */
  certificateStates: (ids: readonly string[]) => Promise<Map<string, 'valid' | 'void'>>
  /** subsidised course runs that were counted as person-times, by person */
  countedRuns: (personIds: readonly string[]) => Promise<Map<string, OtherSubsidy[]>>
}

export interface SheetLine {
  apprenticeId: string
  personId: string
  personName: string
  idMasked: string
  from: Day
  to: Day
  breakDays: number
  line: Line
}

const keys: Readonly<Record<RateKind, PolicyKey>> = {
  intermediate: 'apprenticeship.rate-intermediate',
  senior: 'apprenticeship.rate-senior',
  completed: 'apprenticeship.rate-completed',
}

/** The yearly rates with all their dated rows, and who rounds how; the two choices are those of the day of filing. */
export async function rateTableOf(
  policies: PolicyService,
  filedOn: Day,
): Promise<RateTable & { roundingClause: string }> {
  const rows = await policies.list()
  const rates = Object.fromEntries(
    Object.entries(keys).map(([kind, key]) => [
      kind,
      rows
        .filter((row) => row.key === key)
        .map((row): Rate => ({
          policyId: String(row._id),
          from: row.from,
          fen: Number(row.value),
          clause: row.clause,
        })),
    ]),
  ) as Record<RateKind, Rate[]>
  const [basis, rounding] = [
    await policies.figure<string>('apprenticeship.rate-basis', filedOn),
    await policies.figure<string>('apprenticeship.rounding', filedOn),
  ]
  return {
    rates,
    basis: basis.value as RateTable['basis'],
    rounding: rounding.value as RateTable['rounding'],
    roundingClause: rounding.clause,
  }
}

/** One line for each apprentice that was ever in the class, worked out from the facts as they are now. */
export async function sheetLinesOf(one: ApprenticeshipRecord, table: RateTable, told: Told): Promise<SheetLine[]> {
  const apprentices = await Apprentice.find({ apprenticeshipId: String(one._id) })
    .sort({ namePinyin: 1, _id: 1 })
    .lean<ApprenticeRecord[]>()
  const personIds = apprentices.map(({ personId }) => personId)
  const certificates = await told.certificateStates(apprentices.flatMap(({ certificateId }) => certificateId ?? []))
  const runs = await told.countedRuns(personIds)
  const everywhere = await Apprentice.find({ personId: { $in: personIds } }).lean<ApprenticeRecord[]>()
  const classes = new Map(
    (
      await Apprenticeship.find({ _id: { $in: everywhere.map(({ apprenticeshipId }) => apprenticeshipId) } })
        .select('title number')
        .lean<{ _id: string; title: string; number: string }[]>()
    ).map((row) => [row._id, row]),
  )
  return apprentices.map((apprentice) => {
    const own = everywhere.filter(({ personId }) => personId === apprentice.personId)
    const chain = chainOf(apprentice, own)
    const services = chain.map(serviceOf)
    const others = [
      ...(runs.get(apprentice.personId) ?? []),
      ...earlierClasses(apprentice, own, chain, classes),
    ].filter((other) => services.some((service) => sameMonths(service, other)))
    const facts: ApprenticeFacts = {
      state: apprentice.state,
      certificate: apprentice.certificateId ? (certificates.get(apprentice.certificateId) ?? 'none') : 'none',
      filedOn: one.filedOn ?? one.startsOn,
      services,
      others,
    }
    const { _id, personId, personName, idMasked } = apprentice
    return {
      apprenticeId: String(_id),
      personId,
      personName,
      idMasked,
      from: services[0]!.from,
      to: services.at(-1)!.to,
      breakDays: services.flatMap(({ breaks }) => breaks).reduce((sum, gap) => sum + daysIn(gap), 0),
      line: lineOf(facts, table),
    }
  })
}

/** Earlier classes of the same enterprise from which the apprentice was transferred, oldest first; another enterprise's days are not carried along. */
function chainOf(apprentice: ApprenticeRecord, own: readonly ApprenticeRecord[]): ApprenticeRecord[] {
  const chain = [apprentice]
  for (let before = apprentice.transferredFrom; before; before = chain[0]!.transferredFrom) {
    const found = own.find(({ _id }) => _id === before)
    if (!found || found.enterpriseId !== apprentice.enterpriseId || chain.includes(found)) break
    chain.unshift(found)
  }
  return chain
}

function serviceOf({ from, to, breaks, level, exitedOn, transferredOn }: ApprenticeRecord): Service {
  const gaps = (breaks ?? []).map((gap) => ({ from: gap.from, to: gap.to }))
  const end = lastDayOf({ from, to, breaks: gaps, exitedOn, transferredOn })
  return { from, to: end, breaks: gaps, level }
}

const earned: readonly string[] = ['training', 'certified', 'completed']

/** Other apprenticeships of the person that began before this one and have, or will have, an amount of their own. */
function earlierClasses(
  apprentice: ApprenticeRecord,
  own: readonly ApprenticeRecord[],
  chain: readonly ApprenticeRecord[],
  classes: ReadonlyMap<string, { title: string; number: string }>,
): OtherSubsidy[] {
  return own
    .filter((other) => !chain.includes(other) && earned.includes(other.state) && other.from < apprentice.from)
    .map((other) => {
      const { title = '', number = '' } = classes.get(other.apprenticeshipId) ?? {}
      return {
        kind: 'apprenticeship',
        id: other.apprenticeshipId,
        title,
        number,
        from: other.from,
        to: serviceOf(other).to,
      }
    })
}

const wholeMonths = ({ from, to }: { from: Day; to: Day }) => ({
  from: `${from.slice(0, 7)}-01`,
  to: `${to.slice(0, 7)}-31`,
})
const sameMonths = (a: { from: Day; to: Day }, b: { from: Day; to: Day }): boolean =>
  meets(wholeMonths(a), wholeMonths(b))
