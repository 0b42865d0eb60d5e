/** What the services of applying, handling and hearing the source do alike with a case. */
import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import { Account } from '../../registry/accounts/account.model.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import type { PersonService } from '../../registry/people/person.service.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import type { CertificateIssueService } from '../certificate-issue/certificate-issue.service.js'
import type { CertificateStanding } from '../certificate-standing/certificate-standing.service.js'
import type { AgreementService } from '../recognition-agreements/agreement.service.js'
import {
  Recognition,
  RecognitionClaim,
  RecognitionReliance,
  type RecognitionRecord,
  type RelianceRecord,
} from './recognition.model.js'
import {
  caseInScope,
  recognitionVerdict,
  releasesClaim,
  type CaseFacts,
  type RecognitionAct,
} from './recognition.rules.js'
import type { RecognitionState } from './recognition.data.js'

export interface RecognitionNeeds extends Pick<Infra, 'clock' | 'outbox' | 'files' | 'vault'> {
  notifications: NotificationService
  policies: PolicyService
  people: PersonService
  occupations: OccupationService
  agreements: AgreementService
  standing: CertificateStanding
  certificateIssue: Pick<CertificateIssueService, 'startBatch'>
}
export type CaseDocument = InstanceType<typeof Recognition>
/** Who acts when no person does: a register that came in. */
export const source: Pick<Actor, 'id' | 'name'> = { id: 'source', name: '来源登记册' }

export const factsOf = (one: RecognitionRecord | CaseDocument): CaseFacts => one as unknown as CaseFacts

export async function loadCase(id: string): Promise<CaseDocument> {
  const one = await Recognition.findById(id)
  if (!one) throw notFound('recognition', id)
  return one
}

/** The case within the bounds of whoever looks; the same answer for another's as for none would hide a typing error of an officer. */
export async function caseFor(id: string, actor: Actor): Promise<RecognitionRecord> {
  const one = await Recognition.findById(id).lean<RecognitionRecord>()
  if (!one) throw notFound('recognition', id)
  if (!caseInScope(actor, factsOf(one)))
    throw actor.role === 'trainee' ? notFound('recognition', id) : forbidden('not-yours')
  return one
}

const foreign = new Set(['not-yours', 'not-your-role', 'maker-is-checker'])

/** Where the learning account gains or loses by a case. */
const forTheAccount: readonly RecognitionState[] = ['in-force', 'flagged', 'revoked']

export function createCaseMoves({
  clock,
  outbox,
  policies,
  notifications,
  standing,
}: Pick<RecognitionNeeds, 'clock' | 'outbox' | 'policies' | 'notifications' | 'standing'>) {
  const moves = {
    waitDays: async (): Promise<number> =>
      (await policies.figure<number>('recognition.wait-days', clock.today())).value,

    /** Throws unless this person may do the act now; gives the state that it leads to. `version` is that of the page on which it was decided. */
    async assertMay(act: RecognitionAct, one: CaseDocument, actor: Actor, version?: number): Promise<RecognitionState> {
      if (version !== undefined && one.get('version') !== version) throw conflict('changed-meanwhile')
      const verdict = recognitionVerdict(act, factsOf(one), actor, {
        today: clock.today(),
        waitDays: await moves.waitDays(),
      })
      if (verdict.ok) return verdict.to
      throw foreign.has(verdict.reason)
        ? forbidden(verdict.reason)
        : refused(`recognitions.${verdict.reason}`, { number: one.number, days: await moves.waitDays() })
    },

    /** Puts the case into a state with its step; whoever handled it is remembered, because a second person decides. */
    async enter(
      one: CaseDocument,
      to: RecognitionState,
      act: string,
      actor: Pick<Actor, 'id' | 'name'>,
      note?: string,
    ): Promise<void> {
      const from = one.state
      one.state = to
      one.timeline!.push({ act, at: clock.now(), byId: actor.id, byName: actor.name, from, to, ...(note && { note }) })
      if (!one.handledBy.includes(actor.id)) one.handledBy.push(actor.id)
      await one.save()
      if (releasesClaim(to)) await RecognitionClaim.deleteOne({ _id: one.claimId, caseId: String(one._id) })
      if (one.certificateId)
        await stand(one.certificateId, to, { act, at: clock.now(), byId: actor.id, byName: actor.name })
      if (from !== to && forTheAccount.includes(to))
        await outbox.publish('credits.settle-person', `${one.personId}:${newId()}`, { personId: one.personId })
      noteAct('recognition', String(one._id), { from, to })
    },

    /** Tells the holder and the enterprise that applied; `relying` also every employer that registered its reliance. */
    async tell(
      one: CaseDocument,
      key: string,
      { note = '', relying = false }: { note?: string; relying?: boolean } = {},
    ): Promise<void> {
      const id = String(one._id)
      const params = { number: one.number, note }
      const holders = await Account.find({ personId: one.personId, state: 'active' })
        .select('_id')
        .lean<{ _id: string }[]>()
      for (const { _id } of holders)
        await notifications.tell({
          audience: { accountId: String(_id) },
          key,
          params,
          href: paths.ownRecognitions.show(id),
        })
      if (one.organisationId)
        await notifications.tell({
          audience: { organisationId: one.organisationId },
          key,
          params,
          href: paths.recognitions.show(id),
        })
      if (!relying) return
      const employers = await RecognitionReliance.find({
        caseId: id,
        organisationId: { $ne: one.organisationId ?? '' },
      }).lean<RelianceRecord[]>()
      for (const { organisationId } of employers)
        await notifications.tell({
          audience: { organisationId },
          key: `${key}Employer`,
          params,
          href: paths.reliances.list(),
        })
    },
  }
  return moves

  async function stand(
    id: string,
    to: RecognitionState,
    step: { act: string; at: Date; byId: string; byName: string },
  ) {
    if (to === 'flagged') await standing.suspend(id, { ...step, act: 'suspended' })
    if (to === 'in-force') await standing.resume(id, { ...step, act: 'resumed' })
    if (to === 'revoked')
      await standing.end(id, { on: clock.today(), reason: 'source-ended' }, {
        ...step,
        act: 'revoked',
        to: 'source-ended',
      } as never)
  }
}
export type CaseMoves = ReturnType<typeof createCaseMoves>
