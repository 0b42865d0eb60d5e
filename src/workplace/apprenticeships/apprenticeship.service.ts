import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import { paths } from '../../paths.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { reviewActOf } from '../../shared/two-reviews.js'
import { Apprentice } from '../apprentices/apprentice.model.js'
import { Apprenticeship, type ApprenticeshipRecord } from './apprenticeship.model.js'
import {
  enter,
  loadApprenticeship,
  refusalOf,
  type ApprenticeshipDocument,
  type ApprenticeshipNeeds,
} from './apprenticeship-record.js'
import { apprenticeshipInScope, apprenticeshipVerdict, type ApprenticeshipAct } from './apprenticeship.rules.js'
import { tallyOf } from './apprenticeship-tally.queries.js'

const accountActs: readonly ApprenticeshipAct[] = ['complete', 'suspend', 'resume', 'withdraw']
export type PlanDecision = 'pass' | 'return' | 'reject'

/** Apprenticeships from the review of the plan to their settlement. */
export function createApprenticeshipService({ clock, outbox, notifications }: ApprenticeshipNeeds) {
  const service = {
    async get(id: string): Promise<ApprenticeshipRecord> {
      const one = await Apprenticeship.findById(id).lean<ApprenticeshipRecord>()
      if (!one) throw notFound('apprenticeship', id)
      return one
    },

    /** As `get`, within the bounds of whoever looks. */
    async getFor(id: string, actor: Actor): Promise<ApprenticeshipRecord> {
      const one = await service.get(id)
      if (!apprenticeshipInScope(actor, one)) throw forbidden('not-yours')
      return one
    },
    tallyOf,

    /** The review of the stage at which the plan stands: county first, New Area second. */
    async decide(
      id: string,
      decision: PlanDecision,
      note: string | undefined,
      actor: Actor,
      version?: number,
    ): Promise<ApprenticeshipRecord> {
      return transact(async () => {
        const one = await loadApprenticeship(id, actor, version)
        const act =
          decision === 'pass'
            ? (reviewActOf(one.state) ?? (actor.role === 'administrator' ? 'file' : 'county-pass'))
            : decision
        if (decision !== 'pass' && !note) throw refused('courseRuns.note-missing')
        await move(one, act, actor, note)
        return one.toObject()
      })
    },

    recall: (id: string, actor: Actor): Promise<void> => change(id, 'recall', actor),
    start: (id: string, actor: Actor): Promise<void> => change(id, 'start', actor),
    resume: (id: string, actor: Actor): Promise<void> => change(id, 'resume', actor),
    finishTraining: (id: string, actor: Actor): Promise<void> => change(id, 'finish-training', actor),
    /** Confirms what was found half way; the checks of the apprentices stand in their records. */
    checkMidTerm: (id: string, note: string, actor: Actor): Promise<void> => change(id, 'check-mid-term', actor, note),
    /** Everybody has an outcome; from now on the outcomes count. */
    complete: (id: string, actor: Actor): Promise<void> => change(id, 'complete', actor),
    withdraw: (id: string, reason: string, actor: Actor): Promise<void> => change(id, 'withdraw', actor, reason),
    suspend: (id: string, reason: string, actor: Actor): Promise<void> => change(id, 'suspend', actor, reason),

    /** Inside the transaction that approves the settlement. */
    markSettled: async (id: string, actor: Actor): Promise<void> =>
      move(await loadApprenticeship(id, actor), 'settle', actor),
  }
  return service

  async function change(id: string, act: ApprenticeshipAct, actor: Actor, note?: string) {
    await transact(async () => move(await loadApprenticeship(id, actor), act, actor, note))
  }

  async function move(one: ApprenticeshipDocument, act: ApprenticeshipAct, actor: Actor, note?: string) {
    const tally = await tallyOf(String(one._id))
    const today = clock.today()
    const verdict = apprenticeshipVerdict(act, one, actor, { today, tally })
    if (!verdict.ok) throw refusalOf(verdict.reason, one, { ...tally, endsOn: tally.lastDueOn ?? one.endsOn })
    if (act === 'county-pass') one.countyPassedById = actor.id
    if (act === 'file') one.filedOn = today
    if (act === 'check-mid-term') one.midCheckedOn = today
    if (act === 'complete') one.completedOn = today
    if (act === 'settle') one.settledOn = today
    if (act === 'suspend') one.stateBefore = one.state
    if (act === 'resume') one.stateBefore = undefined
    await enter(one, verdict.to, { act, actor, note }, { clock, outbox })
    if (accountActs.includes(act)) await tellAccounts(String(one._id))
    await tell(one, act, note)
  }

  /** The learning accounts of the class are settled anew: its outcomes count from now on, or no longer. */
  async function tellAccounts(apprenticeshipId: string) {
    for (const personId of await Apprentice.distinct('personId', { apprenticeshipId }))
      await outbox.publish('credits.settle-person', `${personId}:${newId()}`, { personId })
  }

  async function tell(one: ApprenticeshipDocument, act: ApprenticeshipAct, note: string | undefined) {
    const [id, params] = [String(one._id), { title: one.title, note: note ?? '' }]
    const href = paths.apprenticeships.show(id)
    const key = news[act]
    if (key) await notifications.tell({ audience: { organisationId: one.enterpriseId }, key, params, href })
    if (act === 'file' || act === 'suspend' || act === 'withdraw')
      await notifications.tell({
        audience: { organisationId: one.institutionId },
        key: `apprenticeships.newsPartner-${act}`,
        params,
        href,
      })
    if (act === 'county-pass')
      await notifications.tell({
        audience: { role: 'administrator' },
        key: 'apprenticeships.newsCountyPassed',
        params: { title: one.title },
        href: paths.apprenticeships.review(id),
      })
    if (act === 'finish-training')
      await notifications.tell({
        audience: { organisationId: one.institutionId },
        key: 'apprenticeships.newsToAssess',
        params: { title: one.title },
        href,
      })
  }
}
export type ApprenticeshipService = ReturnType<typeof createApprenticeshipService>

const news: Partial<Record<ApprenticeshipAct, string>> = {
  file: 'apprenticeships.newsFiled',
  return: 'apprenticeships.newsReturned',
  reject: 'apprenticeships.newsRejected',
  suspend: 'apprenticeships.newsSuspended',
  resume: 'apprenticeships.newsResumed',
  complete: 'apprenticeships.newsCompleted',
  settle: 'apprenticeships.newsSettled',
}
