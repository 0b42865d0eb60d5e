import { noteAct } from '../../infra/context.js'
import { isDuplicateKey, transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { Entry, type EntryRecord } from '../entries/entry.model.js'
import { tellEntrants } from '../entries/entry-record.js'
import { loadEvent } from '../events/event-record.js'
import { Result, type ResultRecord } from '../results/result.model.js'
import { Appeal, type AppealRecord } from './appeal.model.js'
import { appealVerdict } from './appeal.rules.js'

interface Needs {
  clock: Clock
  notifications: NotificationService
}

/** 申诉 during the notice: one an entry, decided by the New Area with a written reason. */
export function createAppealService({ clock, notifications }: Needs) {
  const service = {
    of: (eventId: string): Promise<AppealRecord[]> => Appeal.find({ eventId }).sort({ at: 1 }).lean<AppealRecord[]>(),

    async eventOf(id: string): Promise<string> {
      const appeal = await Appeal.findById(id).select('eventId').lean<{ eventId: string }>()
      if (!appeal) throw notFound('appeal', id)
      return appeal.eventId
    },

    /** The own entry, while its result may be appealed against. */
    async entryFor(
      entryId: string,
      actor: Actor,
    ): Promise<{ entry: EntryRecord; result: ResultRecord; title: string }> {
      const entry = await Entry.findById(entryId).lean<EntryRecord>()
      if (!entry) throw notFound('entry', entryId)
      const own =
        (actor.organisationId && entry.organisationId === actor.organisationId) ||
        (actor.personId && (entry.personIds ?? []).includes(actor.personId))
      if (!own) throw forbidden('not-yours')
      const event = await loadEvent(entry.eventId)
      const verdict = appealVerdict({ state: event.state, today: clock.today(), until: event.appealsUntil ?? '' })
      const result = await Result.findById(entryId).lean<ResultRecord>()
      if (!verdict.ok || !result)
        throw refused(`appeals.${verdict.ok ? 'not-on-notice' : verdict.reason}`, {
          title: event.title,
          until: event.appealsUntil ?? '',
        })
      return { entry, result, title: event.title }
    },

    async send(entryId: string, text: string, actor: Actor): Promise<void> {
      try {
        await transact(async () => {
          const { entry, result, title } = await service.entryFor(entryId, actor)
          // An appeal and the final list wait for one another at the event.
          await (await loadEvent(entry.eventId)).increment().save()
          await Appeal.create([
            {
              _id: entryId,
              eventId: entry.eventId,
              competitionId: entry.competitionId,
              code: result.code,
              text,
              state: 'open',
              byId: actor.id,
              byName: actor.name,
              at: clock.now(),
              timeline: [{ act: 'sent', at: clock.now(), byId: actor.id, byName: actor.name }],
            },
          ])
          await notifications.tell({
            audience: { role: 'administrator' },
            key: 'appeals.told-sent',
            params: { title },
            href: paths.results.show(entry.eventId),
          })
          noteAct('competition-entry', entryId, { appeal: 'sent' })
        })
      } catch (error) {
        throw isDuplicateKey(error) ? refused('appeals.sent-already') : error
      }
    },

    async decide(id: string, state: 'upheld' | 'dismissed', decision: string, actor: Actor): Promise<string> {
      if (!may(actor, 'competition.result')) throw forbidden('not-your-role')
      return transact(async () => {
        const appeal = await Appeal.findById(id)
        if (!appeal) throw notFound('appeal', id)
        if (appeal.state !== 'open') throw refused('appeals.decided-already')
        appeal.set({ state, decision, decidedById: actor.id })
        appeal.timeline!.push({ act: state, at: clock.now(), byId: actor.id, byName: actor.name, note: decision })
        await appeal.save()
        const event = await loadEvent(appeal.eventId)
        await tellEntrants(
          notifications,
          { _id: id },
          {
            key: `appeals.told-${state}`,
            params: { title: event.title, note: decision },
            href: `${paths.openCompetitions.show(event.competitionId)}#results-${event.number}`,
          },
        )
        noteAct('competition-entry', id, { appeal: state })
        return appeal.eventId
      })
    },
  }
  return service
}
export type AppealService = ReturnType<typeof createAppealService>
