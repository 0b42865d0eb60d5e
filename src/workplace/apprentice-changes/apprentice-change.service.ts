import type { Outbox } from '../../infra/outbox/outbox.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import { addDays, type Clock, type Day } from '../../shared/dates.js'
import { forbidden, invalid, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { settleAgain } from '../apprenticeships/apprenticeship-record.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { inTraining, takesApprentices } from '../apprenticeships/apprenticeship.rules.js'
import { Apprentice, apprenticeIdOf, type ExitReason } from '../apprentices/apprentice.model.js'
import {
  endTraining,
  loadApprentice,
  saveStep,
  takePlace,
  type ApprenticeDocument,
} from '../apprentices/apprentice-record.js'
import { takeSeat } from '../apprentices/apprentice.service.js'
import { breakOn, breakVerdict, dueOn } from '../apprentices/apprentice-term.rules.js'
import { exitVerdict, transferVerdict } from '../apprentices/apprentice.rules.js'
import { closeGuides } from '../mentorships/mentorship-record.js'
import { WorkplaceLog } from '../workplace-logs/log.model.js'

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
  return {
    /** `on` is the last day in the enterprise. */
    exit: (
      id: string,
      { on, reason, note }: { on: Day; reason: ExitReason; note?: string },
      actor: Actor,
      version?: number,
    ): Promise<void> =>
      change(id, actor, version, async (apprentice) => {
        const verdict = exitVerdict(apprentice, on, { today: clock.today(), lastLogOn: await lastLogOn(id) })
        if (!verdict.ok) throw refused(`apprentices.${verdict.reason}`, factsOf(apprentice))
        apprentice.set({ exitedOn: on, exitReason: reason })
        await endTraining(apprentice, 'exited')
        await closeGuides(id, on)
        await saveStep(
          apprentice,
          { clock, actor },
          { act: 'exit', from: 'training', to: 'exited', ...(note && { note }) },
        )
        await told(apprentice, 'apprenticeChanges.newsExit', { name: apprentice.personName, on })
      }),

    /** A break moves the milestones that come after its first day. */
    takeBreak: (id: string, { from, to, reason }: BreakInput, actor: Actor, version?: number): Promise<void> =>
      change(id, actor, version, async (apprentice) => {
        if (apprentice.state !== 'training') throw refused('apprentices.ended')
        const { value: maxDays } = await policies.figure<number>('apprentice.max-break-days', clock.today())
        const verdict = breakVerdict(apprentice, { from, to }, { maxDays, logDays: await logDays(id) })
        if (!verdict.ok) throw refused(`apprenticeChanges.${verdict.reason}`, { ...factsOf(apprentice), maxDays })
        apprentice.breaks!.push({ from, to, reason })
        await saveStep(apprentice, { clock, actor }, { act: 'break', note: reason, from, to })
      }),

    /** Comes back earlier: the break ends the day before `on`. */
    endBreak: (id: string, on: Day, actor: Actor, version?: number): Promise<void> =>
      change(id, actor, version, async (apprentice) => {
        const open = breakOn(apprentice.breaks, on)
        if (apprentice.state !== 'training' || !open) throw refused('apprenticeChanges.not-on-break')
        if (on > clock.today()) throw invalid('apprentices.in-future')
        if (on === open.from) apprentice.breaks!.splice(apprentice.breaks!.indexOf(open), 1)
        else open.to = addDays(on, -1)
        apprentice.markModified('breaks')
        await saveStep(apprentice, { clock, actor }, { act: 'end-break', from: open.from, to: on })
      }),

    /** Goes on in another class from `on`; the two records name each other, and what was learnt stays where it was learnt. */
    transfer: (
      id: string,
      { classId, on, reason }: { classId: string; on: Day; reason: string },
      actor: Actor,
      version?: number,
    ): Promise<string> =>
      change(id, actor, version, async (apprentice, own) => {
        const to = await classOf(classId)
        // Only among the own classes: another enterprise enters the person itself, after the exit here.
        if (to.enterpriseId !== actor.organisationId) throw forbidden('not-yours')
        const target = {
          id: classId,
          level: to.level,
          lineage: to.lineage,
          running: takesApprentices(to.state) && inTraining(to.state),
        }
        const verdict = transferVerdict({ ...plain(apprentice), lineage: own.lineage }, target, on, {
          today: clock.today(),
          lastLogOn: await lastLogOn(id),
        })
        if (!verdict.ok) throw refused(`apprentices.${verdict.reason}`, factsOf(apprentice))
        const nextId = apprenticeIdOf(classId, apprentice.personId)
        if (await Apprentice.exists({ _id: nextId }))
          throw refused('apprentices.was-here', { name: apprentice.personName })
        await takeSeat(to)
        apprentice.set({ transferredTo: nextId, transferredOn: on })
        await endTraining(apprentice, 'transferred')
        await takePlace(apprentice.personId, nextId, async () => to.title)
        await closeGuides(id, addDays(on, -1))
        await saveStep(
          apprentice,
          { clock, actor },
          { act: 'transfer', from: 'training', to: 'transferred', note: reason },
        )
        const next = new Apprentice({
          ...goesOn(apprentice, to, on),
          _id: nextId,
          createdAt: clock.now(),
          createdBy: actor.id,
        })
        await saveStep(next, { clock, actor }, { act: 'transferred-in', note: reason })
        await settleAgain(classId, outbox)
        await told(next, 'apprenticeChanges.newsTransfer', { name: apprentice.personName, on })
        return nextId
      }),
  }

  /** One change of one apprentice of the own enterprise, while the class trains or is about to. */
  function change<T>(
    id: string,
    actor: Actor,
    version: number | undefined,
    work: (apprentice: ApprenticeDocument, own: ApprenticeshipRecord) => Promise<T>,
  ): Promise<T> {
    if (!may(actor, 'apprentice.edit')) return Promise.reject(forbidden('not-your-role'))
    return transact(async () => {
      const apprentice = await loadApprentice(id, actor, version)
      const own = await classOf(apprentice.apprenticeshipId)
      if (!takesApprentices(own.state) && own.state !== 'awaiting-assessment')
        throw refused('apprentices.plan-not-running', { title: own.title })
      const result = await work(apprentice, own)
      await settleAgain(apprentice.apprenticeshipId, outbox)
      return result
    })
  }

  function told(apprentice: ApprenticeDocument, key: string, params: Record<string, string>): Promise<void> {
    return notifications.tell({
      audience: { organisationId: apprentice.institutionId },
      key,
      params,
      href: paths.apprentices.show(String(apprentice._id)),
    })
  }
}
export type ApprenticeChangeService = ReturnType<typeof createApprenticeChangeService>

async function classOf(id: string): Promise<ApprenticeshipRecord> {
  const one = await Apprenticeship.findById(id).lean<ApprenticeshipRecord>()
  if (!one) throw notFound('apprenticeship', id)
  return one
}

const logDays = async (apprenticeId: string): Promise<Day[]> =>
  (await WorkplaceLog.find({ apprenticeId }).select('on').lean<{ on: Day }[]>()).map(({ on }) => on)
const lastLogOn = async (apprenticeId: string): Promise<Day | undefined> =>
  (await WorkplaceLog.findOne({ apprenticeId }).sort({ on: -1 }).select('on').lean<{ on: Day }>())?.on

const factsOf = (apprentice: ApprenticeDocument) => ({
  name: apprentice.personName,
  from: apprentice.from,
  to: dueOn(apprentice),
})
const plain = ({ state, from, to, breaks, assessment, apprenticeshipId, level }: ApprenticeDocument) => ({
  state,
  from,
  to,
  breaks: breaks ?? [],
  ...(assessment && { assessment }),
  apprenticeshipId,
  level,
})

/** The new record: contracts and mid-term check go with the person; the term is what the new class has left. */
function goesOn(
  {
    personId,
    personName,
    namePinyin,
    nameInitials,
    idMasked,
    post,
    labourContract,
    trainingAgreement,
    midTerm,
    _id,
  }: ApprenticeDocument,
  to: ApprenticeshipRecord,
  on: Day,
) {
  return {
    apprenticeshipId: String(to._id),
    enterpriseId: to.enterpriseId,
    institutionId: to.institutionId,
    region: to.region,
    level: to.level,
    personId,
    personName,
    namePinyin,
    nameInitials,
    idMasked,
    post,
    labourContract,
    trainingAgreement,
    midTerm,
    from: on,
    to: to.endsOn,
    state: 'training' as const,
    transferredFrom: String(_id),
  }
}
