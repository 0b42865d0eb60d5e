import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import { Occupation } from '../../registry/occupations/occupation.model.js'
import type { Clock, Day } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { compareFractions, hundredths, parseFraction, zero } from '../../shared/fraction.js'
import type { Level } from '../../shared/levels.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { AwardTableService } from '../award-tables/award-table.service.js'
import { Competition, type CompetitionRecord } from '../competitions/competition.model.js'
import { Entry, type EntryRecord } from '../entries/entry.model.js'
import type { EventDocument } from '../events/event-record.js'
import { Result, type ResultRecord } from '../results/result.model.js'
import { Award, awardId, type AwardRecord } from './award.model.js'
import { prizeVerdict } from './award.rules.js'
import { promotionVerdict } from './promotion.rules.js'

interface Needs {
  awardTables: AwardTableService
  clock: Clock
  /** the highest level of a lineage that each person holds by a certificate in force or a recognised paper; told by the floor of papers */
  levelsOf: (personIds: readonly string[], lineage: string, day: Day) => Promise<ReadonlyMap<string, Level>>
}

/** Prizes and proposals for promotion, worked out once from the final list by the tables of the tier. */
export function createAwardService({ clock, levelsOf, awardTables }: Needs) {
  return {
    /** By rank; whoever has none stands at the end, as on the list of results. */
    async of(eventId: string): Promise<AwardRecord[]> {
      const awards = await Award.find({ eventId }).sort({ _id: 1 }).lean<AwardRecord[]>()
      return awards.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
    },

    /** Inside the transaction in which the results become final. Done again it changes nothing. */
    async workOut(event: EventDocument): Promise<void> {
      const [eventId, competition] = [
        String(event._id),
        (await Competition.findById(event.competitionId).lean<CompetitionRecord>())!,
      ]
      const [results, entries] = [
        await Result.find({ eventId }).lean<ResultRecord[]>(),
        await Entry.find({ eventId, state: 'confirmed' }).lean<EntryRecord[]>(),
      ]
      const occupation = await Occupation.findById(event.occupationId).select('levels').lean<{ levels: Level[] }>()
      const present = await levelsOf(
        entries.flatMap(({ personIds }) => personIds ?? []),
        event.lineage,
        clock.today(),
      )
      const [prizeRow, promotionRow] = [
        await awardTables.on('prize', competition.tier, competition.contestFrom),
        await awardTables.on('promotion', competition.tier, competition.contestFrom),
      ]
      const ranked = results.filter(({ rank }) => typeof rank === 'number').length
      const rows = results.flatMap((result) => {
        const entry = entries.find(({ _id }) => String(_id) === String(result._id))
        const total = result.total ? parseFraction(result.total) : zero
        const prize = prizeVerdict(prizeRow?.table, { rank: result.rank, total, ranked })
        const passed =
          promotionRow !== undefined && compareFractions(total, hundredths(promotionRow.table.passMark)) >= 0
        return (entry?.members ?? []).map(({ personId, name, identity, organisationId, organisationName }) => {
          const held = present.get(personId)
          const promotion = promotionVerdict(promotionRow?.table, {
            rank: result.rank,
            prize: prize.ok ? prize.prize : null,
            passed,
            teamSize: event.teamSize,
            identity,
            ranked,
            levels: occupation?.levels ?? [],
            ...(held && { present: held }),
          })
          return {
            _id: awardId(String(result._id), personId),
            eventId,
            competitionId: event.competitionId,
            entryId: String(result._id),
            personId,
            personName: name,
            ...(organisationId && { organisationId }),
            ...(organisationName && { organisationName }),
            year: competition.year,
            tier: competition.tier,
            ...(typeof result.rank === 'number' && { rank: result.rank }),
            ...(result.total && { total: result.total }),
            ...(prize.ok ? { prize: prize.prize } : { noPrize: prize.reason }),
            ...(prizeRow && { prizeClause: prizeRow.clause, prizeTableId: prizeRow._id }),
            ...(promotion.ok
              ? { promotion: 'proposed' as const, promotionTo: promotion.to }
              : { promotion: 'none' as const, noPromotion: promotion.reason }),
            ...(promotionRow && { promotionClause: promotionRow.clause, promotionTableId: promotionRow._id }),
            at: clock.now(),
            timeline: [],
          }
        })
      })
      const known = new Set(
        (await Award.find({ eventId }).select('_id').lean<{ _id: string }[]>()).map(({ _id }) => _id),
      )
      await Award.insertMany(rows.filter(({ _id }) => !known.has(_id)))
      noteAct('competition-event', eventId, { awards: rows.filter((row) => 'prize' in row).length })
    },

    /** The New Area forwards a proposal to a filed assessment body, or declines it with a reason; a certificate never follows by itself. */
    async decidePromotion(
      id: string,
      decision: 'forwarded' | 'declined',
      note: string,
      actor: Actor,
    ): Promise<AwardRecord> {
      if (!may(actor, 'competition.result')) throw forbidden('not-your-role')
      return transact(async () => {
        const award = await Award.findById(id)
        if (!award) throw notFound('award', id)
        if (award.promotion !== 'proposed') throw refused('awards.decided-already', { name: award.personName })
        award.set({ promotion: decision, promotionNote: note })
        award.timeline!.push({ act: decision, at: clock.now(), byId: actor.id, byName: actor.name, note })
        await award.save()
        noteAct('competition-event', award.eventId, { promotion: decision })
        return award.toObject() as AwardRecord
      })
    },
  }
}
export type AwardService = ReturnType<typeof createAwardService>
