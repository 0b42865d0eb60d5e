import { heldStates, plannedStates } from '../../competitions/calendar/target.rules.js'
import type { CompetitionState, Tier } from '../../competitions/competitions/competition.model.js'
import { tierNames } from '../../competitions/calendar/tier-names.data.js'
import type { Prize } from '../../competitions/awards/award.rules.js'
import type { Level } from '../../shared/levels.js'

/** Each figure of the report; each opens the list that it is the length of. */
export const reportFigures = ['competitions', 'events', 'entries', 'people', 'ranked', 'prizes', 'promotions'] as const
export type ReportFigure = (typeof reportFigures)[number]
export type Counts = Record<ReportFigure, number>

export interface Contest {
  id: string
  number: string
  title: string
  tier: Tier
  host: string
  region: string
  state: CompetitionState
  contestFrom: string
}
export interface ContestEvent {
  id: string
  title: string
  occupationId: string
  occupation: string
  contest: Contest
}
interface InEvent {
  name: string
  organisation?: string
  event: ContestEvent
}
/** One 人次: a member of a confirmed entry. */
export type Contestant = InEvent & { personId: string }
export type Placed = InEvent & { rank: number; total?: string }
export type Awarded = InEvent & { rank?: number; prize?: Prize; promotionTo?: Level }

export interface YearFacts {
  contests: readonly Contest[]
  events: readonly ContestEvent[]
  contestants: readonly Contestant[]
  placed: readonly Placed[]
  prizes: readonly Awarded[]
  promotions: readonly Awarded[]
}
/** A part of the year; what is not named does not matter. */
export interface Slice {
  competition?: string
  tier?: Tier
  region?: string
  occupation?: string
}

export interface Lines {
  competitions: readonly Contest[]
  events: readonly ContestEvent[]
  entries: readonly Contestant[]
  /** each person once, with how often */
  people: readonly (Contestant & { times: number })[]
  ranked: readonly Placed[]
  prizes: readonly Awarded[]
  promotions: readonly Awarded[]
}

/** The lists behind the figures of a part of the year. */
export function linesOf(facts: YearFacts, { competition, tier, region, occupation }: Slice): Lines {
  const held = (one: Contest): boolean =>
    (!competition || one.id === competition) && (!tier || one.tier === tier) && (!region || one.region === region)
  const within = (event: ContestEvent): boolean =>
    held(event.contest) && (!occupation || event.occupationId === occupation)
  const part = <T extends InEvent>(rows: readonly T[]): T[] => rows.filter(({ event }) => within(event))
  const events = facts.events.filter(within)
  const entries = part(facts.contestants)
  const times = new Map<string, Contestant & { times: number }>()
  for (const one of entries)
    times.set(one.personId, { ...(times.get(one.personId) ?? one), times: (times.get(one.personId)?.times ?? 0) + 1 })
  return {
    competitions: facts.contests.filter(
      (one) => held(one) && (!occupation || events.some(({ contest }) => contest.id === one.id)),
    ),
    events,
    entries,
    people: [...times.values()],
    ranked: part(facts.placed),
    prizes: part(facts.prizes),
    promotions: part(facts.promotions),
  }
}

export const countsOf = (facts: YearFacts, slice: Slice): Counts => {
  const lines = linesOf(facts, slice)
  return Object.fromEntries(reportFigures.map((figure) => [figure, lines[figure].length])) as Counts
}

export interface Group {
  slice: Slice
  name: string
  counts: Counts
}
export interface CompetitionReport {
  year: number
  contests: readonly (Contest & { counts: Counts })[]
  /** the name is the code of the tier or county, for the reader's language to say, or the occupation as it is called */
  byTier: readonly Group[]
  byRegion: readonly Group[]
  byOccupation: readonly Group[]
  total: Counts
  held: number
  coming: number
  ended: number
}

export function reportOf(year: number, facts: YearFacts): CompetitionReport {
  const group = (slice: Slice, name: string): Group => ({ slice, name, counts: countsOf(facts, slice) })
  const inStates = (states: readonly CompetitionState[]): number =>
    facts.contests.filter(({ state }) => states.includes(state)).length
  const regions = [...new Set(facts.contests.map(({ region }) => region))].sort()
  const occupations = new Map(facts.events.map(({ occupationId, occupation }) => [occupationId, occupation]))
  return {
    year,
    contests: facts.contests.map((one) => ({ ...one, counts: countsOf(facts, { competition: one.id }) })),
    byTier: (Object.keys(tierNames) as Tier[])
      .map((tier) => group({ tier }, tier))
      .filter(({ counts }) => counts.competitions > 0),
    byRegion: regions.map((region) => group({ region }, region)),
    byOccupation: [...occupations].sort().map(([occupation, name]) => group({ occupation }, name)),
    total: countsOf(facts, {}),
    held: inStates(heldStates),
    coming: inStates(plannedStates),
    ended: inStates(['cancelled']),
  }
}

/** 人次 of the groups add up to the total, 人 do not: whoever is in two groups is one in the total. */
export function sumOf(groups: readonly Group[], figure: ReportFigure, total: Counts) {
  const sum = groups.reduce((all, { counts }) => all + counts[figure], 0)
  return { sum, total: total[figure], overlap: sum - total[figure] }
}
