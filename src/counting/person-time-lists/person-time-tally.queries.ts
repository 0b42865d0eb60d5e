import type { ClientSession, PipelineStage } from 'mongoose'
import type { Scope } from '../../shared/permissions.js'
import { PersonTime, type Verdict } from '../person-times/person-time.model.js'
import type { PersonTimeFilter } from './person-time.forms.js'

export interface Tally {
  personTimes: number
  people: number
}
/** `key` is the value of the group as a filter says it. */
export interface Group extends Tally {
  key: string
  label?: string
}

/** The condition of a filter within a scope; the list, its figures and its export use this one. */
export function conditionOf(filter: PersonTimeFilter, scope: Scope): Record<string, unknown> {
  const { from, to, county, occupation, level, institution, courseRun, person, ...same } = filter
  const within = [
    scope.region && { region: scope.region },
    scope.organisationId && { organisationId: scope.organisationId },
    scope.personId && { personId: scope.personId },
  ].filter((one) => !!one)
  return {
    ...Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined)),
    ...((from || to) && { on: { ...(from && { $gte: from }), ...(to && { $lte: to }) } }),
    ...(county && { region: county }),
    ...(institution && { organisationId: institution }),
    ...(courseRun && { courseRunId: courseRun }),
    ...(person && { personId: person }),
    ...(occupation && { lineage: occupation === 'none' ? null : occupation }),
    ...(level && { level: level === 'none' ? null : Number(level) }),
    // A second condition beside the filter's own, so that nobody widens the scope by the address.
    ...(within.length > 0 && { $and: within }),
  }
}

/** 人次 and 人 of a filter, from one query. */
export async function tallyOf(filter: PersonTimeFilter, scope: Scope, session?: ClientSession): Promise<Tally> {
  const [row] = await aggregate<Tally>(
    [
      { $match: conditionOf(filter, scope) },
      { $group: { _id: '$personId', n: { $sum: 1 } } },
      { $group: { _id: null, personTimes: { $sum: '$n' }, people: { $sum: 1 } } },
    ],
    session,
  )
  return { personTimes: row?.personTimes ?? 0, people: row?.people ?? 0 }
}

/** 人次 alone of each verdict, for the tabs of a list. */
export async function verdictCounts(filter: PersonTimeFilter, scope: Scope): Promise<Record<Verdict, number>> {
  const rows = await aggregate<{ _id: Verdict; n: number }>([
    { $match: conditionOf(filter, scope) },
    { $group: { _id: '$verdict', n: { $sum: 1 } } },
  ])
  return { counted: 0, excluded: 0, pending: 0, ...Object.fromEntries(rows.map(({ _id, n }) => [_id, n])) }
}

/** What a report may be cut by, and the field of the ledger it stands in. */
export const cuts = {
  month: 'month',
  county: 'region',
  programme: 'programme',
  category: 'category',
  occupation: 'lineage',
  level: 'level',
  institution: 'organisationId',
  verdict: 'verdict',
  reason: 'reason',
  measure: 'measure',
} as const
export type Cut = keyof typeof cuts
const labels: Partial<Record<Cut, string>> = { occupation: '$occupationName', institution: '$organisationName' }

/** 人次 and distinct people of each group, counted by the database. */
export async function groupsBy(
  cut: Cut,
  filter: PersonTimeFilter,
  scope: Scope,
  session?: ClientSession,
): Promise<Group[]> {
  const rows = await aggregate<{ _id: string | number | null; personTimes: number; people: number; label?: string }>(
    [
      { $match: conditionOf(filter, scope) },
      {
        $group: {
          _id: { key: { $ifNull: [`$${cuts[cut]}`, 'none'] }, personId: '$personId' },
          n: { $sum: 1 },
          ...(labels[cut] && { label: { $last: labels[cut] } }),
        },
      },
      {
        $group: {
          _id: '$_id.key',
          personTimes: { $sum: '$n' },
          people: { $sum: 1 },
          ...(labels[cut] && { label: { $last: '$label' } }),
        },
      },
      { $sort: { _id: 1 } },
    ],
    session,
  )
  return rows.map(({ _id, personTimes, people, label }) => ({
    key: String(_id),
    personTimes,
    people,
    ...(label && { label }),
  }))
}

/** Each month of a year, also those without any. */
export async function monthly(
  year: number,
  scope: Scope,
  filter: PersonTimeFilter = { measure: 'subsidised' },
  session?: ClientSession,
): Promise<Group[]> {
  const found = new Map(
    (await groupsBy('month', { ...filter, year, verdict: 'counted' }, scope, session)).map((group) => [
      group.key,
      group,
    ]),
  )
  return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).map(
    (key) => found.get(key) ?? { key, personTimes: 0, people: 0 },
  )
}

/** One pipeline over the ledger, on a snapshot where a report reads several. */
export function aggregate<T>(pipeline: PipelineStage[], session?: ClientSession): Promise<T[]> {
  const query = PersonTime.aggregate<T>(pipeline).allowDiskUse(true)
  return (session ? query.session(session).readConcern('snapshot') : query).exec()
}
