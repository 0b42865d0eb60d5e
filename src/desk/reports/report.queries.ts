import mongoose, { type ClientSession } from 'mongoose'
import type { PersonTimeFilter } from '../../counting/person-time-lists/person-time.forms.js'
import {
  conditionOf,
  groupsBy,
  tallyOf,
  type Group,
  type Tally,
} from '../../counting/person-time-lists/person-time-tally.queries.js'
import { PersonTime, type Verdict } from '../../counting/person-times/person-time.model.js'
import { measures, type Measure } from '../../counting/person-times/person-time.rules.js'
import type { Scope } from '../../shared/permissions.js'
import { balance, monthsOf, periodOf, type Balance, type Period } from './report.rules.js'
import type { ReportCut, ReportFilter } from './report.forms.js'

/** Where it is taught: all candidates and course runs beside what counted. */
export interface County extends Group {
  candidates: number
  runs: number
}
export interface Report {
  filter: ReportFilter
  cutBy: ReportCut
  period: Period
  queriedAt: Date
  /** when the ledger last changed a verdict */
  dataAt?: Date
  candidates: Tally
  counted: Tally
  excluded: Tally
  pending: Tally
  reasons: Group[]
  waits: Group[]
  counties: County[]
  months: Group[]
  cut: Group[]
  /** the year's counted person-times month by month, for the chart of the print */
  yearMonths: Group[]
  /** the other figures of the plan, which are not part of this one */
  others: { measure: Measure; tally: Tally }[]
  balance: Balance
}

const none: Tally = { personTimes: 0, people: 0 }
const numbers = (groups: readonly Group[]): number[] => groups.map(({ personTimes }) => personTimes)

/** Everything the screen, the print and the sheet say, read from one moment of the database; nothing of the ledger is read into this process. */
export async function reportOf(filter: ReportFilter, cutBy: ReportCut, scope: Scope, now: Date): Promise<Report> {
  return inSnapshot(async (session) => {
    const period = periodOf(filter)
    const part = (verdict: Verdict): PersonTimeFilter => ({ ...filter, verdict })
    const by = async (cut: Parameters<typeof groupsBy>[0], of: PersonTimeFilter) => groupsBy(cut, of, scope, session)
    const verdicts = new Map((await by('verdict', filter)).map((group) => [group.key, group]))
    const tally = (key: string): Tally => pick(verdicts.get(key))
    const { quarter: _quarter, month: _month, ...ofYear } = filter
    const [candidates, reasons, waits, countedCounties, countedMonths, allMonths, cut] = await Promise.all([
      tallyOf(filter, scope, session),
      by('reason', part('excluded')),
      by('reason', part('pending')),
      by('county', part('counted')),
      by('month', part('counted')),
      filter.quarter || filter.month ? by('month', { ...ofYear, verdict: 'counted' }) : undefined,
      by(cutBy, part('counted')),
    ])
    const counties = await countiesOf(filter, countedCounties, scope, session)
    const months = withEmpty(countedMonths, monthsOf(period))
    const yearMonths = allMonths ? withEmpty(allMonths, monthsOf(periodOf({ year: filter.year }))) : months
    const report = {
      candidates,
      counted: tally('counted'),
      excluded: tally('excluded'),
      pending: tally('pending'),
      reasons,
      waits,
      counties,
      months,
      cut,
    }
    const others = []
    for (const measure of measures.filter((one) => one !== filter.measure))
      others.push({ measure, tally: await tallyOf({ ...part('counted'), measure }, scope, session) })
    return {
      filter,
      cutBy,
      period,
      queriedAt: now,
      dataAt: await dataAt(session),
      ...report,
      yearMonths,
      others,
      balance: balanceOf(report),
    }
  })
}

/** The months alone, for the picture beside their table. */
export async function monthsOfReport(filter: ReportFilter, scope: Scope): Promise<Group[]> {
  return withEmpty(await groupsBy('month', { ...filter, verdict: 'counted' }, scope), monthsOf(periodOf(filter)))
}

type Totals = Pick<
  Report,
  'candidates' | 'counted' | 'excluded' | 'pending' | 'reasons' | 'waits' | 'counties' | 'months' | 'cut'
>
function balanceOf({ candidates, counted, excluded, pending, reasons, waits, counties, months, cut }: Totals): Balance {
  return balance({
    candidates: candidates.personTimes,
    counted: counted.personTimes,
    excluded: excluded.personTimes,
    pending: pending.personTimes,
    parts: {
      excluded: numbers(reasons),
      pending: numbers(waits),
      counted: { counties: numbers(counties), months: numbers(months), cut: numbers(cut) },
    },
  })
}

const pick = (tally: Tally | undefined): Tally =>
  tally ? { personTimes: tally.personTimes, people: tally.people } : none

/** Months without any are shown as nought; a month that should not be there stays, so that the sums tell. */
function withEmpty(groups: readonly Group[], keys: readonly string[]): Group[] {
  const found = new Map(groups.map((group) => [group.key, group]))
  return [...keys.map((key) => found.get(key) ?? { key, ...none }), ...groups.filter(({ key }) => !keys.includes(key))]
}

async function countiesOf(
  filter: ReportFilter,
  counted: readonly Group[],
  scope: Scope,
  session: ClientSession,
): Promise<County[]> {
  const all = await PersonTime.aggregate<{ _id: string; runs: number; candidates: number }>([
    { $match: conditionOf(filter, scope) },
    { $group: { _id: { region: '$region', run: '$courseRunId' }, n: { $sum: 1 } } },
    { $group: { _id: '$_id.region', runs: { $sum: 1 }, candidates: { $sum: '$n' } } },
    { $sort: { _id: 1 } },
  ])
    .session(session)
    .readConcern('snapshot')
  const byKey = new Map(counted.map((group) => [group.key, group]))
  return all.map(({ _id, runs, candidates }) => ({ ...(byKey.get(_id) ?? { key: _id, ...none }), runs, candidates }))
}

async function dataAt(session: ClientSession): Promise<Date | undefined> {
  const row = await PersonTime.findOne()
    .sort({ decidedAt: -1 })
    .select('decidedAt')
    .session(session)
    .read('primary')
    .readConcern('snapshot')
    .lean<{ decidedAt: Date }>()
  return row?.decidedAt
}

/** All reads of one report see the same moment, whatever is being counted meanwhile. */
async function inSnapshot<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
  const session = await mongoose.startSession({ snapshot: true })
  try {
    return await work(session)
  } finally {
    await session.endSession()
  }
}
