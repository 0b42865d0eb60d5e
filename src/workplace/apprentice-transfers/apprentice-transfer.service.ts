import type { Outbox } from '../../infra/outbox/outbox.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { addDays, type Clock, type Day } from '../../shared/dates.js'
import { forbidden, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { classOf, createChange, factsOf, lastLogOn } from '../apprentice-changes/apprentice-change.js'
import { endTraining, saveStep, takePlace, type ApprenticeDocument } from '../apprentices/apprentice-record.js'
import { Apprentice, apprenticeIdOf } from '../apprentices/apprentice.model.js'
import { transferVerdict, type ApprenticeRefusal } from '../apprentices/apprentice.rules.js'
import { takeSeat } from '../apprentices/apprentice.service.js'
import { settleAgain } from '../apprenticeships/apprenticeship-record.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { inTraining, takesApprentices } from '../apprenticeships/apprenticeship.rules.js'
import { closeGuides } from '../mentorships/mentorship-record.js'

interface Needs {
  clock: Clock
  outbox: Outbox
  notifications: NotificationService
}

/** From one class of an enterprise to another. */
export function createApprenticeTransferService({ clock, outbox, notifications }: Needs) {
  const changes = createChange({ outbox, notifications })
  return {
    /** Goes on in another class from `on`; the two records name each other, and what was learnt stays where it was learnt. */
    transfer: (
      id: string,
      { classId, on, reason }: { classId: string; on: Day; reason: string },
      actor: Actor,
      version?: number,
    ): Promise<string> =>
      changes.one(id, actor, version, async (apprentice, own) => {
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
        if (!verdict.ok)
          throw refused(`apprentices.${verdict.reason}`, { ...factsOf(apprentice), field: fieldOf(verdict.reason) })
        const nextId = apprenticeIdOf(classId, apprentice.personId)
        if (await Apprentice.exists({ _id: nextId }))
          throw refused('apprentices.was-here', { name: apprentice.personName, field: 'classId' })
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
        await changes.told(next, 'apprenticeChanges.newsTransfer', { name: apprentice.personName, on })
        return nextId
      }),
  }
}

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

const ofPlan: readonly ApprenticeRefusal[] = ['same-plan', 'plan-not-running', 'other-level']
/** Beside which field of the form a refusal is said. */
const fieldOf = (reason: ApprenticeRefusal): string => (ofPlan.includes(reason) ? 'classId' : 'on')
