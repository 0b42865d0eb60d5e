import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import { isCorrectable } from '../events/event.rules.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { tellEntrants } from '../entries/entry-record.js'
import { loadEvent } from '../events/event-record.js'
import { JudgeMarksOf, judgeMarksId, MarkSheet, sheetId } from '../marking/marking.model.js'
import { dutyOf } from '../marking/marking.queries.js'
import { computeEvent } from '../rankings/ranking.queries.js'
import { movesBetween, type Placed } from '../rankings/ranking.rules.js'
import type { ResultService } from '../results/result.service.js'
import { Correction, type CorrectionKind, type CorrectionRecord } from './correction.model.js'
import { overrideOf, storedOf } from './correction.queries.js'

export interface CorrectionInput {
  code: string
  kind: CorrectionKind
  judgeId?: string
  aspect?: string
  value: string
  reason: string
}
interface Needs {
  clock: Clock
  notifications: NotificationService
  contestResults: ResultService
}
/** Between the ranking and the final list; before the lock marks are simply saved, afterwards nothing changes. */

/** A mark that was wrong: the chief judge writes what it should be and why, a second person signs, and the list shows who moves. */
export function createCorrectionService({ clock, notifications, contestResults }: Needs) {
  const service = {
    of: (eventId: string): Promise<CorrectionRecord[]> =>
      Correction.find({ eventId }).sort({ at: 1 }).lean<CorrectionRecord[]>(),

    async eventOf(id: string): Promise<string> {
      const correction = await Correction.findById(id).select('eventId').lean<{ eventId: string }>()
      if (!correction) throw notFound('correction', id)
      return correction.eventId
    },

    async propose(eventId: string, input: CorrectionInput, actor: Actor): Promise<string> {
      const id = newId()
      await transact(async () => {
        if ((await dutyOf(eventId, actor.id)) !== 'chief-judge') throw forbidden('marking.not-chief')
        const event = await loadEvent(eventId)
        if (!isCorrectable(event.state)) throw refused('corrections.not-open')
        // Two proposals at once, or a proposal and the final list, wait for one another at the event.
        await event.increment().save()
        if (await Correction.exists({ eventId, state: 'proposed' })) throw refused('corrections.one-waits')
        const override = await overrideOf(eventId, input)
        const from = await storedOf(eventId, override)
        if (from === String(override.value)) throw refused('corrections.same-value')
        const moves = movesBetween((await computeEvent(eventId)).placed, (await computeEvent(eventId, override)).placed)
        const judge = input.judgeId
          ? await JudgeMarksOf.findById(judgeMarksId(sheetId(eventId, input.code), input.judgeId))
              .select('judgeName')
              .lean<{ judgeName: string }>()
          : null
        await Correction.create([
          {
            _id: id,
            eventId,
            competitionId: event.competitionId,
            code: override.code,
            kind: override.kind,
            ...(override.judgeId && { judgeId: override.judgeId, judgeName: judge?.judgeName }),
            ...(override.aspect && { aspect: override.aspect }),
            from,
            to: String(override.value),
            reason: input.reason,
            state: 'proposed',
            moves: moves.map(({ id: code, ...ranks }) => ({ code, ...ranks })),
            byId: actor.id,
            byName: actor.name,
            at: clock.now(),
          },
        ])
        await notifications.tell({
          audience: { role: 'administrator' },
          key: 'corrections.told-proposed',
          params: { title: event.title },
          href: paths.results.show(eventId),
        })
        noteAct('competition-event', eventId, { correction: id })
      })
      return id
    },

    /** The second signature: the mark is changed, everybody is ranked anew; or the correction is dropped. */
    async sign(id: string, agreed: boolean, actor: Actor): Promise<void> {
      if (!may(actor, 'competition.result')) throw forbidden('not-your-role')
      await transact(async () => {
        const correction = await Correction.findById(id)
        if (!correction) throw notFound('correction', id)
        if (correction.byId === actor.id) throw forbidden('maker-is-checker')
        const event = await loadEvent(correction.eventId)
        if (correction.state !== 'proposed' || !isCorrectable(event.state)) throw refused('corrections.dealt-with')
        correction.set({
          state: agreed ? 'signed' : 'dropped',
          signedById: actor.id,
          signedByName: actor.name,
          signedAt: clock.now(),
        })
        if (agreed) {
          const before = (await computeEvent(correction.eventId)).placed
          await apply(correction as unknown as CorrectionRecord, actor)
          const after: Placed[] = await contestResults.rank(correction.eventId)
          correction.set({ moves: movesBetween(before, after).map(({ id: code, ...ranks }) => ({ code, ...ranks })) })
          event.timeline!.push({
            act: 'corrected',
            at: clock.now(),
            byId: actor.id,
            byName: actor.name,
            note: correction.reason,
          })
          await event.save()
          if (event.state === 'noticed')
            await tellEntrants(
              notifications,
              { eventId: correction.eventId },
              {
                key: 'corrections.told-signed',
                params: { title: event.title },
                href: `${paths.openCompetitions.show(event.competitionId)}#results-${event.number}`,
              },
            )
        }
        await correction.save()
        noteAct('competition-event', correction.eventId, { correction: id, agreed })
      })
    },
  }
  return service

  async function apply(
    { eventId, code, kind, judgeId, aspect, from, to, reason }: CorrectionRecord,
    actor: Actor,
  ): Promise<void> {
    const id = sheetId(eventId, code)
    const step = { act: 'corrected', at: clock.now(), byId: actor.id, byName: actor.name, note: reason, from, to }
    if (kind === 'standing' || kind === 'theory')
      await MarkSheet.updateOne(
        { _id: id },
        {
          $set: kind === 'theory' ? { theory: Number(to) } : { standing: to },
          $inc: { saves: 1 },
          $push: { timeline: step },
        },
      )
    else {
      await MarkSheet.updateOne({ _id: id }, { $inc: { saves: 1 }, $push: { timeline: step } })
      await JudgeMarksOf.updateOne(
        { _id: judgeMarksId(id, judgeId!), 'values.aspect': aspect },
        {
          $set: { 'values.$.value': Number(to) },
          $push: {
            history: {
              aspect,
              from: Number(from),
              to: Number(to),
              at: clock.now(),
              way: 'correction',
              byName: actor.name,
              reason,
            },
          },
          $inc: { version: 1 },
        },
      )
    }
  }
}
export type CorrectionService = ReturnType<typeof createCorrectionService>
