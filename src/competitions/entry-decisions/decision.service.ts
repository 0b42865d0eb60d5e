import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, isAppError, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { addStep } from '../competitions/competition-record.js'
import { Competition } from '../competitions/competition.model.js'
import { isHost } from '../competitions/competition.rules.js'
import { leave, loadEntry } from '../entries/entry-record.js'
import { Entry } from '../entries/entry.model.js'
import { loadEvent } from '../events/event-record.js'
import { decisionVerdict, type HostRefusal } from './decision.rules.js'

interface Needs {
  clock: Clock
  notifications: NotificationService
}

/** What a host does with the entries that wait: confirms or refuses them, never one's own. */
export function createEntryDecisionService({ clock, notifications }: Needs) {
  const service = {
    /** The host lets an entry in, or refuses it with a reason of the closed set; the people are told. */
    async decide(id: string, decision: 'confirm' | HostRefusal, actor: Actor): Promise<void> {
      await transact(async () => {
        const entry = await loadEntry(id)
        const competition = (await Competition.findById(entry.competitionId))!
        const verdict = decisionVerdict({
          host: isHost(actor, competition),
          competition: competition.state,
          entry: entry.state,
          createdBy: entry.createdBy,
          who: actor.id,
        })
        if (!verdict.ok)
          throw verdict.reason === 'wrong-state'
            ? refused('entries.wrong-state')
            : forbidden(verdict.reason === 'not-host' ? 'not-yours' : verdict.reason)
        const to = decision === 'confirm' ? 'confirmed' : 'refused'
        entry.set({ state: to, decidedById: actor.id, ...(decision !== 'confirm' && { refusal: decision }) })
        addStep(entry, clock, actor, { act: to, to, ...(decision !== 'confirm' && { note: decision }) })
        await entry.save()
        if (to === 'refused') await leave(entry)
        const { title } = await loadEvent(entry.eventId)
        if (entry.organisationId)
          await notifications.tell({
            audience: { organisationId: entry.organisationId },
            key: `entries.told-${to}`,
            params: { title, name: entry.members.map(({ name }) => name).join('、') },
            href: paths.entries.list(),
          })
        noteAct('competition-entry', id, { to })
      })
    },

    /** All that wait, at once; one's own are left for a colleague, and what a colleague decides meanwhile is theirs. */
    async confirmAll(eventId: string, actor: Actor): Promise<{ confirmed: number; byOthers: number }> {
      const waiting = await Entry.find({ eventId, state: 'entered', createdBy: { $ne: actor.id } })
        .sort({ _id: 1 })
        .distinct('_id')
      let byOthers = 0
      for (const id of waiting)
        await service.decide(String(id), 'confirm', actor).catch(async (error: unknown) => {
          if (!isAppError(error) || (await Entry.exists({ _id: id, state: 'entered' }))) throw error
          byOthers += 1
        })
      return { confirmed: waiting.length - byOthers, byOthers }
    },
  }
  return service
}
export type EntryDecisionService = ReturnType<typeof createEntryDecisionService>
