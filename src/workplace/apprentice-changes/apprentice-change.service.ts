import type { Outbox } from '../../infra/outbox/outbox.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { addDays, type Clock, type Day } from '../../shared/dates.js'
import { invalid, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { breakOn, breakVerdict } from '../apprentice-terms/apprentice-term.rules.js'
import { createApprenticeTransferService } from '../apprentice-transfers/apprentice-transfer.service.js'
import { endTraining, saveStep } from '../apprentices/apprentice-record.js'
import type { ExitReason } from '../apprentices/apprentice.model.js'
import { exitVerdict } from '../apprentices/apprentice.rules.js'
import { closeGuides } from '../mentorships/mentorship-record.js'
import { WorkplaceLog } from '../workplace-logs/log.model.js'
import { createChange, factsOf, lastLogOn } from './apprentice-change.js'

interface Needs {
  clock: Clock
  outbox: Outbox
  policies: PolicyService
  notifications: NotificationService
}
export interface BreakInput {
  from: Day
  to: Day
  reason: string
}

/** What happens to an apprentice on the way: exits, breaks, changes to another class. */
export function createApprenticeChangeService({ clock, outbox, policies, notifications }: Needs) {
  const changes = createChange({ outbox, notifications })
  return {
    ...createApprenticeTransferService({ clock, outbox, notifications }),

    /** `on` is the last day in the enterprise. */
    exit: (
      id: string,
      { on, reason, note }: { on: Day; reason: ExitReason; note?: string },
      actor: Actor,
      version?: number,
    ): Promise<void> =>
      changes.one(id, actor, version, async (apprentice) => {
        const verdict = exitVerdict(apprentice, on, { today: clock.today(), lastLogOn: await lastLogOn(id) })
        if (!verdict.ok) throw refused(`apprentices.${verdict.reason}`, { ...factsOf(apprentice), field: 'on' })
        apprentice.set({ exitedOn: on, exitReason: reason })
        await endTraining(apprentice, 'exited')
        await closeGuides(id, on)
        await saveStep(
          apprentice,
          { clock, actor },
          { act: 'exit', from: 'training', to: 'exited', ...(note && { note }) },
        )
        await changes.told(apprentice, 'apprenticeChanges.newsExit', { name: apprentice.personName, on })
      }),

    /** A break moves the milestones that come after its first day. */
    takeBreak: (id: string, { from, to, reason }: BreakInput, actor: Actor, version?: number): Promise<void> =>
      changes.one(id, actor, version, async (apprentice) => {
        if (apprentice.state !== 'training') throw refused('apprentices.ended')
        const { value: maxDays } = await policies.figure<number>('apprentice.max-break-days', clock.today())
        const verdict = breakVerdict(apprentice, { from, to }, { maxDays, logDays: await logDays(id) })
        if (!verdict.ok)
          throw refused(`apprenticeChanges.${verdict.reason}`, {
            ...factsOf(apprentice),
            maxDays,
            field: verdict.reason === 'ends-before-it-starts' || verdict.reason === 'too-long' ? 'to' : 'from',
          })
        apprentice.breaks!.push({ from, to, reason })
        await saveStep(apprentice, { clock, actor }, { act: 'break', note: reason, from, to })
      }),

    /** Comes back earlier: the break ends the day before `on`. */
    endBreak: (id: string, on: Day, actor: Actor, version?: number): Promise<void> =>
      changes.one(id, actor, version, async (apprentice) => {
        const open = breakOn(apprentice.breaks, on)
        if (apprentice.state !== 'training' || !open) throw refused('apprenticeChanges.not-on-break', { field: 'on' })
        if (on > clock.today()) throw invalid('apprentices.in-future', { field: 'on' })
        if (on === open.from) apprentice.breaks!.splice(apprentice.breaks!.indexOf(open), 1)
        else open.to = addDays(on, -1)
        apprentice.markModified('breaks')
        await saveStep(apprentice, { clock, actor }, { act: 'end-break', from: open.from, to: on })
      }),
  }
}
export type ApprenticeChangeService = ReturnType<typeof createApprenticeChangeService>

const logDays = async (apprenticeId: string): Promise<Day[]> =>
  (await WorkplaceLog.find({ apprenticeId }).select('on').lean<{ on: Day }[]>()).map(({ on }) => on)
