import { parseFraction, printed } from '../../shared/fraction.js'
import type { Actor } from '../../shared/permissions.js'
import { Award, type AwardRecord } from '../../competitions/awards/award.model.js'
import { Competition, type CompetitionRecord } from '../../competitions/competitions/competition.model.js'
import { competitionInScope, isHost } from '../../competitions/competitions/competition.rules.js'
import { tierNames } from '../../competitions/calendar/tier-names.data.js'
import { CompetitionEvent, type EventRecord } from '../../competitions/events/event.model.js'
import { issueFacts } from '../certificate-drawing/printed-facts.js'
import type { CertificateSource, Holding, OpenSource } from './certificate-source.js'
import { holdersById } from './holders.queries.js'

/** Printed on the paper, whatever language the clerk reads. */
const prizeNames = {
  first: ['一等奖', 'FIRST PRIZE'],
  second: ['二等奖', 'SECOND PRIZE'],
  third: ['三等奖', 'THIRD PRIZE'],
  excellence: ['优胜奖', 'EXCELLENCE'],
} as const
const modeNames = { 1: '个人赛', 2: '双人赛', 3: '三人赛' } as const
const numberPattern = (number: string): string => `XA-JS-${number.replace(/^JS/, '')}-{sequence:4}`

/** Award papers of an event: one line for each contestant who won a prize, signed by the sponsor, issued by the host. */
export function createCompetitionSource(): OpenSource {
  return async (id) => {
    const event = await CompetitionEvent.findById(id).lean<EventRecord>()
    const competition = event && (await Competition.findById(event.competitionId).lean<CompetitionRecord>())
    return event && competition ? sourceOf(event, competition) : undefined
  }

  function sourceOf(event: EventRecord, competition: CompetitionRecord): CertificateSource {
    const eventId = String(event._id)
    return {
      head: {
        kind: 'competition',
        id: eventId,
        title: `${competition.title} ${event.title}`,
        organisationId: competition.hostOrganisationId,
        region: competition.region,
        families: ['award'],
        issuerName: competition.sponsor,
        ...(event.state === 'final' && event.finalOn && { settledOn: event.finalOn }),
      },
      sees: (actor) => competitionInScope(actor, competition),
      mayIssue: (actor: Actor) => actor.role === 'administrator' || isHost(actor, competition),
      issuer: () =>
        Promise.resolve({
          issuerId: competition.hostOrganisationId,
          issuerName: competition.sponsor,
          series: numberPattern(competition.number),
        }),
      earned: async () =>
        (
          await Award.find({ eventId, prize: { $ne: null } })
            .sort({ rank: 1, _id: 1 })
            .select('_id')
            .lean<{ _id: string }[]>()
        ).map(({ _id }) => _id),
      holdings: (_family, lineIds) => holdingsOf(event, competition, lineIds),
      async papersMade(_family, papers) {
        await Award.bulkWrite(
          papers.map(({ lineId, certificateId }) => ({
            updateOne: { filter: { _id: lineId }, update: { $set: { certificateId }, $inc: { version: 1 } } },
          })),
        )
      },
      async paperChanged(_family, lineId, before, after) {
        // A revoked paper stays named: the learning account asks whether it still holds.
        if (after)
          await Award.updateOne(
            { _id: lineId, certificateId: { $in: [before, null] } },
            { $set: { certificateId: after }, $inc: { version: 1 } },
          )
      },
    }
  }
}

async function holdingsOf(
  event: EventRecord,
  competition: CompetitionRecord,
  lineIds: readonly string[],
): Promise<Holding[]> {
  const awards = await Award.find({ _id: { $in: [...lineIds] } }).lean<AwardRecord[]>()
  const people = await holdersById(awards.map(({ personId }) => personId))
  return awards.flatMap((award): Holding[] => {
    const person = people.get(award.personId)
    if (!person) return []
    const [prizeName, prizeNameEn] = prizeNames[award.prize ?? 'excellence']
    return [
      {
        lineId: String(award._id),
        person,
        record: {
          ...(award.organisationId && { institutionId: award.organisationId }),
          region: competition.region,
          occupationId: event.occupationId,
          lineage: event.lineage,
        },
        ...(!award.prize && { fault: 'not-completed' as const }),
        paper: (issue) => ({
          family: 'award',
          facts: {
            ...issueFacts(issue, person),
            ...(award.organisationName && { unit: award.organisationName }),
            competitionName: competition.title,
            tierName: tierNames[competition.tier],
            eventName: event.title,
            modeName: modeNames[event.teamSize as 1 | 2 | 3],
            prizeName,
            prizeNameEn,
            rank: String(award.rank ?? ''),
            total: award.total ? printed(parseFraction(award.total)) : '',
          },
        }),
      },
    ]
  })
}
