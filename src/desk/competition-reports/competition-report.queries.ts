import { Award, type AwardRecord } from '../../competitions/awards/award.model.js'
import { Competition, type CompetitionRecord } from '../../competitions/competitions/competition.model.js'
import { openFilter, scopeFilter } from '../../competitions/calendar/calendar.queries.js'
import { Entry, type EntryRecord } from '../../competitions/entries/entry.model.js'
import { CompetitionEvent, type EventRecord } from '../../competitions/events/event.model.js'
import { Result, type ResultRecord } from '../../competitions/results/result.model.js'
import type { Level } from '../../shared/levels.js'
import type { Actor } from '../../shared/permissions.js'
import type { Awarded, Contest, ContestEvent, YearFacts } from './competition-report.rules.js'

/** What the competitions of a year came to, within the reader's bounds and from their publication on. */
export async function yearFactsOf(year: number, actor: Actor): Promise<YearFacts> {
  const contests = (
    await Competition.find({ $and: [scopeFilter(actor), openFilter, { year }] })
      .sort({ contestFrom: 1, _id: 1 })
      .lean<CompetitionRecord[]>()
  ).map(contestOf)
  const of = { competitionId: { $in: contests.map(({ id }) => id) } }
  const [events, entries, results, awards] = await Promise.all([
    CompetitionEvent.find({ ...of, state: { $ne: 'cancelled' } })
      .sort({ competitionId: 1, number: 1 })
      .lean<EventRecord[]>(),
    Entry.find({ ...of, state: 'confirmed' })
      .select('eventId organisationName members.personId members.name members.organisationName')
      .sort({ eventId: 1, number: 1, _id: 1 })
      .lean<EntryRecord[]>(),
    Result.find({ ...of, rank: { $ne: null } })
      .sort({ eventId: 1, rank: 1, _id: 1 })
      .lean<ResultRecord[]>(),
    Award.find({ ...of, $or: [{ prize: { $ne: null } }, { promotion: { $in: ['proposed', 'forwarded'] } }] })
      .sort({ eventId: 1, rank: 1, _id: 1 })
      .lean<AwardRecord[]>(),
  ])
  const held = new Map(
    events.flatMap((event) => {
      const contest = contests.find(({ id }) => id === event.competitionId)
      return contest ? [[String(event._id), eventOf(event, contest)] as const] : []
    }),
  )
  const inEvent = <T, L>(rows: readonly T[], eventId: (row: T) => string, line: (row: T, event: ContestEvent) => L[]) =>
    rows.flatMap((row) => {
      const event = held.get(eventId(row))
      return event ? line(row, event) : []
    })
  const awarded = (some: readonly AwardRecord[]): Awarded[] =>
    inEvent(
      some,
      ({ eventId }) => eventId,
      (award, event) => [awardOf(award, event)],
    )
  return {
    contests,
    events: [...held.values()],
    contestants: inEvent(
      entries,
      ({ eventId }) => eventId,
      ({ members, organisationName }, event) =>
        members.map(({ personId, name, organisationName: own }) => ({
          personId,
          name,
          event,
          ...placeOf(own ?? organisationName),
        })),
    ),
    placed: inEvent(
      results,
      ({ eventId }) => eventId,
      ({ name, organisationName, rank, total }, event) => [
        { name, event, rank: rank!, ...placeOf(organisationName), ...(total && { total }) },
      ],
    ),
    prizes: awarded(awards.filter(({ prize }) => prize)),
    promotions: awarded(awards.filter(({ promotion }) => promotion === 'proposed' || promotion === 'forwarded')),
  }
}

const placeOf = (organisation: string | null | undefined) => (organisation ? { organisation } : {})

const contestOf = (one: CompetitionRecord): Contest => ({
  id: String(one._id),
  number: one.number,
  title: one.title,
  tier: one.tier,
  host: one.hostOrganisationName,
  region: one.region,
  state: one.state,
  contestFrom: one.contestFrom,
})
const eventOf = ({ _id, title, occupationId, occupationName }: EventRecord, contest: Contest): ContestEvent => ({
  id: String(_id),
  title,
  occupationId,
  occupation: occupationName,
  contest,
})
const awardOf = (
  { personName, organisationName, rank, prize, promotionTo }: AwardRecord,
  event: ContestEvent,
): Awarded => ({
  name: personName,
  event,
  ...placeOf(organisationName),
  ...(rank && { rank }),
  ...(prize && { prize }),
  ...(promotionTo && { promotionTo: promotionTo as Level }),
})
