import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { newId } from '../../infra/ids.js'
import { paths } from '../../paths.js'
import { addDays, type Clock } from '../../shared/dates.js'
import { forbidden, refused } from '../../shared/errors.js'
import { fractionText } from '../../shared/fraction.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { AwardService } from '../awards/award.service.js'
import type { DrawService } from '../draws/draw.service.js'
import { Entry, type EntryRecord } from '../entries/entry.model.js'
import { tellEntrants } from '../entries/entry-record.js'
import { loadEvent, moveEvent, type EventDocument } from '../events/event-record.js'
import { dutyOf } from '../marking/marking.queries.js'
import { MarkSheet } from '../marking/marking.model.js'
import { obstaclesOf } from '../locks/lock.queries.js'
import { openCodes } from '../locks/lock.rules.js'
import { computeEvent } from '../rankings/ranking.queries.js'
import type { Placed } from '../rankings/ranking.rules.js'
import { finaliseVerdict } from './final.rules.js'
import { resultQueries } from './result.queries.js'
import { publishedName } from '../public-results/published-name.js'
import { Result } from './result.model.js'

interface Needs {
  awards: AwardService
  clock: Clock
  outbox: Outbox
  draws: DrawService
  policies: PolicyService
  notifications: NotificationService
}

/** From the chief judge's signature to the final list: locked, opened by both keepers, ranked, on notice, final. */
export function createResultService({ clock, outbox, draws, policies, notifications, awards }: Needs) {
  const service = {
    /** 裁判长签字锁定: from here on no mark changes without two signatures. */
    async lock(eventId: string, actor: Actor): Promise<void> {
      await transact(async () => {
        if ((await dutyOf(eventId, actor.id)) !== 'chief-judge') throw forbidden('marking.not-chief')
        // Every save passes through its sheet: one at the same moment waits, and then finds the event locked.
        await MarkSheet.updateMany({ eventId }, { $set: { lockedAt: clock.now() }, $inc: { saves: 1 } })
        const event = await loadEvent(eventId)
        if (event.state !== 'marking') throw refused('marking.locked')
        const obstacles = await obstaclesOf(eventId)
        if (obstacles.length > 0)
          throw refused('contestResults.not-complete', { codes: openCodes(obstacles).join('、') || '—' })
        await moveEvent(event, 'lock', actor, { clock })
      })
    },

    /** A keeper hands over his map; with the second one the secret codes are opened and everybody is ranked. */
    async open(eventId: string, actor: Actor): Promise<'one' | 'ranked'> {
      return transact(async () => {
        const event = await loadEvent(eventId)
        const duty = await dutyOf(eventId, actor.id)
        const step = duty === 'draw-keeper' ? 'station' : duty === 'code-keeper' ? 'secret' : undefined
        if (!step) throw forbidden('draws.not-your-duty')
        const before = event.timeline!.some(({ act }) => act === `opened-${step}`)
        await draws.open(eventId, step, actor)
        if (!before)
          event.timeline!.push({ act: `opened-${step}`, at: clock.now(), byId: actor.id, byName: actor.name })
        const opened = (await draws.of(eventId)).filter((map) => map.step !== 'entry' && map.openedAt)
        if (opened.length < 2) {
          await event.save()
          return 'one'
        }
        await rank(eventId)
        await moveEvent(event, 'rank', actor, { clock })
        await notifications.tell({
          audience: { role: 'administrator' },
          key: 'contestResults.told-ranked',
          params: { title: event.title },
          href: paths.results.show(eventId),
        })
        return 'ranked'
      })
    },

    /** Writes everybody's result anew from the marks; also after a correction. */
    rank,

    /** 公示: the New Area puts the list on public notice; appeals are taken for the days of the dated figure. */
    async notice(eventId: string, actor: Actor): Promise<void> {
      assertOffice(actor)
      await transact(async () => {
        const event = await loadEvent(eventId)
        const days = Number((await policies.book())('competition.notice-days', clock.today()).value)
        event.set({ noticedOn: clock.today(), appealsUntil: addDays(clock.today(), days) })
        await moveEvent(event, 'notice', actor, { clock })
        await tellPublished(event, 'told-noticed')
      })
    },

    async finalise(eventId: string, actor: Actor): Promise<void> {
      assertOffice(actor)
      await transact(async () => {
        const event = await loadEvent(eventId)
        const verdict = finaliseVerdict({
          state: event.state,
          today: clock.today(),
          appealsUntil: event.appealsUntil ?? '',
          appeals: await resultQueries.openAppeals(eventId),
          corrections: await resultQueries.openCorrections(eventId),
        })
        if (!verdict.ok)
          throw refused(verdict.reason === 'wrong-state' ? 'events.wrong-state' : `contestResults.${verdict.reason}`, {
            title: event.title,
            until: event.appealsUntil ?? '',
          })
        event.set({ finalOn: clock.today() })
        await moveEvent(event, 'finalise', actor, { clock })
        await awards.workOut(event)
        await tellPublished(event, 'told-final')
        for (const personId of await Entry.distinct('personIds', { eventId, state: 'confirmed' }))
          if (personId) await outbox.publish('credits.settle-person', `${personId}:${newId()}`, { personId })
      })
    },
  }
  return service

  /** Everybody who took part is led to the public list. */
  function tellPublished(event: EventDocument, key: 'told-noticed' | 'told-final'): Promise<void> {
    return tellEntrants(
      notifications,
      { eventId: String(event._id) },
      {
        key: `contestResults.${key}`,
        params: { title: event.title, until: event.appealsUntil! },
        href: `${paths.openCompetitions.show(event.competitionId)}#results-${event.number}`,
      },
    )
  }

  async function rank(eventId: string): Promise<Placed[]> {
    const event: EventDocument = await loadEvent(eventId)
    const [joined, { contestants, placed }] = [await draws.pairsOf(eventId), await computeEvent(eventId)]
    const entries = new Map(
      (await Entry.find({ eventId, state: 'confirmed' }).lean<EntryRecord[]>()).map((entry) => [
        String(entry._id),
        entry,
      ]),
    )
    const rows = joined.map(({ entryId, number, station, code }) => {
      const [entry, marks, place] = [
        entries.get(entryId)!,
        contestants.find(({ id }) => id === code)!,
        placed.find(({ id }) => id === code)!,
      ]
      const present = place.standing === 'present'
      return {
        eventId,
        competitionId: event.competitionId,
        number,
        station,
        code,
        personIds: entry.personIds,
        name: publishedName(entry.teamName, entry.members),
        ...(entry.organisationId && { organisationId: entry.organisationId, organisationName: entry.organisationName }),
        standing: place.standing,
        sharedWith: place.sharedWith,
        rankedAt: clock.now(),
        ...(present && {
          theory: fractionText(marks.theory),
          practice: fractionText(marks.practice),
          total: fractionText(marks.total),
          rank: place.rank,
          ...(marks.time !== undefined && { time: marks.time }),
          ...(place.by && { by: place.by }),
        }),
        entryId,
      }
    })
    for (const { entryId, ...row } of rows) {
      const gone = Object.fromEntries(
        ['theory', 'practice', 'total', 'rank', 'time', 'by']
          .filter((field) => !(field in row))
          .map((field) => [field, 1]),
      )
      await Result.updateOne(
        { _id: entryId },
        { $set: row, ...(Object.keys(gone).length > 0 && { $unset: gone }), $inc: { version: 1 } },
        { upsert: true },
      )
    }
    noteAct('competition-event', eventId, { ranked: rows.length })
    return placed
  }
}
export type ResultService = ReturnType<typeof createResultService>

function assertOffice(actor: Actor): void {
  if (!may(actor, 'competition.result')) throw forbidden('not-your-role')
}
