import { Award } from '../../competitions/awards/award.model.js'
import {
  Competition,
  tiers,
  type CompetitionRecord,
  type CompetitionState,
  type Tier,
} from '../../competitions/competitions/competition.model.js'
import { scopeFilter } from '../../competitions/calendar/calendar.queries.js'
import { CompetitionEvent } from '../../competitions/events/event.model.js'
import { Entry } from '../../competitions/entries/entry.model.js'
import { Result } from '../../competitions/results/result.model.js'
import type { Actor } from '../../shared/permissions.js'

/** `entries` are 人次: one for each contestant of a confirmed entry; `people` counts each of them once. */
export interface Counts {
  events: number
  entries: number
  people: number
  ranked: number
  prizes: number
  promotions: number
}
export interface CompetitionRow extends Counts {
  id: string
  number: string
  title: string
  tier: Tier
  host: string
  region: string
  state: CompetitionState
  contestFrom: string
}
export interface TierRow extends Counts {
  tier: Tier
  competitions: number
}
export interface CompetitionReport {
  year: number
  rows: CompetitionRow[]
  byTier: TierRow[]
  total: Counts & { competitions: number }
  held: number
  coming: number
  ended: number
}

const heldStates: readonly CompetitionState[] = ['locked', 'noticed', 'final']
const endedStates: readonly CompetitionState[] = ['cancelled']

/** The competitions of a year within the reader's bounds, from publication on, each with what came of it. */
export async function competitionReportOf(year: number, actor: Actor): Promise<CompetitionReport> {
  const found = await Competition.find({
    $and: [
      scopeFilter(actor),
      { year, publishedOn: { $ne: null }, state: { $nin: ['draft', 'submitted', 'returned', 'withdrawn'] } },
    ],
  })
    .sort({ contestFrom: 1, _id: 1 })
    .lean<CompetitionRecord[]>()
  const ids = found.map(({ _id }) => String(_id))
  const peopleOf = await contestants(ids)
  const [events, ranked, prizes, promotions] = [
    await countBy(CompetitionEvent, ids, { state: { $ne: 'cancelled' } }),
    await countBy(Result, ids, { rank: { $ne: null } }),
    await countBy(Award, ids, { prize: { $ne: null } }),
    await countBy(Award, ids, { promotion: { $in: ['proposed', 'forwarded'] } }),
  ]
  const rows = found.map((one): CompetitionRow => {
    const id = String(one._id)
    const people = peopleOf.get(id) ?? []
    return {
      id,
      number: one.number,
      title: one.title,
      tier: one.tier,
      host: one.hostOrganisationName,
      region: one.region,
      state: one.state,
      contestFrom: one.contestFrom,
      events: events.get(id) ?? 0,
      entries: people.length,
      people: new Set(people).size,
      ranked: ranked.get(id) ?? 0,
      prizes: prizes.get(id) ?? 0,
      promotions: promotions.get(id) ?? 0,
    }
  })
  const sumOf = (some: readonly CompetitionRow[]): Counts & { competitions: number } => ({
    competitions: some.length,
    ...(Object.fromEntries(
      (['events', 'entries', 'ranked', 'prizes', 'promotions'] as const).map((key) => [
        key,
        some.reduce((sum, row) => sum + row[key], 0),
      ]),
    ) as Omit<Counts, 'people'>),
    // Whoever competed twice in the year is one person in the sum.
    people: new Set(some.flatMap(({ id }) => peopleOf.get(id) ?? [])).size,
  })
  return {
    year,
    rows,
    byTier: tiers
      .map((tier) => ({ tier, ...sumOf(rows.filter((row) => row.tier === tier)) }))
      .filter(({ competitions }) => competitions > 0),
    total: sumOf(rows),
    held: rows.filter(({ state }) => heldStates.includes(state)).length,
    ended: rows.filter(({ state }) => endedStates.includes(state)).length,
    coming: rows.filter(({ state }) => !heldStates.includes(state) && !endedStates.includes(state)).length,
  }
}

async function contestants(ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await Entry.find({ competitionId: { $in: [...ids] }, state: 'confirmed' })
    .select('competitionId personIds')
    .lean<{ competitionId: string; personIds: string[] }[]>()
  const found = new Map<string, string[]>()
  for (const { competitionId, personIds } of rows)
    found.set(competitionId, [...(found.get(competitionId) ?? []), ...personIds])
  return found
}

interface Countable {
  aggregate<T>(stages: object[]): PromiseLike<T[]>
}
async function countBy(collection: unknown, ids: readonly string[], filter: object): Promise<Map<string, number>> {
  const rows = await (collection as Countable).aggregate<{ _id: string; count: number }>([
    { $match: { competitionId: { $in: ids }, ...filter } },
    { $group: { _id: '$competitionId', count: { $sum: 1 } } },
  ])
  return new Map(rows.map(({ _id, count }) => [_id, count]))
}
