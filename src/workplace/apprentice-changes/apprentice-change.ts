/** What every change of an apprentice on the way does alike. */
import type { Outbox } from '../../infra/outbox/outbox.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import type { Day } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { loadApprentice, type ApprenticeDocument } from '../apprentices/apprentice-record.js'
import { dueOn } from '../apprentice-terms/apprentice-term.rules.js'
import { settleAgain } from '../apprenticeships/apprenticeship-record.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { takesApprentices } from '../apprenticeships/apprenticeship.rules.js'
import { WorkplaceLog } from '../workplace-logs/log.model.js'

export const createChange = ({ outbox, notifications }: { outbox: Outbox; notifications: NotificationService }) => ({
  /** One change of one apprentice of the own enterprise, while the class trains or is about to. */
  one<T>(
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
  },

  told(apprentice: ApprenticeDocument, key: string, params: Record<string, string>): Promise<void> {
    return notifications.tell({
      audience: { organisationId: apprentice.institutionId },
      key,
      params,
      href: paths.apprentices.show(String(apprentice._id)),
    })
  },
})

export async function classOf(id: string): Promise<ApprenticeshipRecord> {
  const one = await Apprenticeship.findById(id).lean<ApprenticeshipRecord>()
  if (!one) throw notFound('apprenticeship', id)
  return one
}

export const lastLogOn = async (apprenticeId: string): Promise<Day | undefined> =>
  (await WorkplaceLog.findOne({ apprenticeId }).sort({ on: -1 }).select('on').lean<{ on: Day }>())?.on

/** What a refusal names. */
export const factsOf = (apprentice: ApprenticeDocument) => ({
  name: apprentice.personName,
  from: apprentice.from,
  to: dueOn(apprentice),
})
