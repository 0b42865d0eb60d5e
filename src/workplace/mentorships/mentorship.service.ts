import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import { Account } from '../../registry/accounts/account.model.js'
import type { Clock, Day } from '../../shared/dates.js'
import { forbidden, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { loadApprentice } from '../apprentices/apprentice-record.js'
import type { ApprenticeDocument } from '../apprentices/apprentice-record.js'
import { dueOn } from '../apprentice-terms/apprentice-term.rules.js'
import { WorkplaceLog } from '../workplace-logs/log.model.js'
import { Mentorship, type MentorshipRecord } from './mentorship.model.js'
import { pairingVerdict, type GuideKind, type Pairing, type PairingRefusal } from './mentorship.rules.js'

export type GuideInput =
  | { kind: 'mentor'; accountId: string; from: Day }
  | { kind: 'teacher'; name: string; qualification?: string; from: Day }
interface Guide {
  id: string
  name: string
  qualification?: string
}

/** Who guides whom, from day to day. */
export function createMentorshipService({
  clock,
  policies,
  notifications,
}: {
  clock: Clock
  policies: PolicyService
  notifications: NotificationService
}) {
  return {
    /** Pairs one guide with several apprentices; all of them or none. The enterprise names mentors, the institution teachers. */
    async pair(apprenticeIds: readonly string[], input: GuideInput, actor: Actor): Promise<number> {
      if (!may(actor, input.kind === 'mentor' ? 'apprentice.edit' : 'apprentice.teach'))
        throw forbidden('not-your-role')
      return transact(async () => {
        const guide = input.kind === 'mentor' ? await mentorOf(input.accountId, actor) : teacherOf(input, actor)
        const limit =
          input.kind === 'mentor'
            ? (await policies.figure<number>('apprentice.max-per-mentor', clock.today())).value
            : Infinity
        for (const id of apprenticeIds) await pairOne(await loadApprentice(id, actor), guide, input, limit, actor)
        if (input.kind === 'mentor')
          await notifications.tell({
            audience: { accountId: guide.id },
            key: 'mentorships.newsPaired',
            params: { count: apprenticeIds.length, from: input.from },
            href: paths.mentor.home(),
          })
        return apprenticeIds.length
      })
    },
  }

  async function pairOne(
    apprentice: ApprenticeDocument,
    guide: Guide,
    { kind, from }: GuideInput,
    limit: number,
    actor: Actor,
  ) {
    const apprenticeId = String(apprentice._id)
    const known = {
      training: apprentice.state === 'training',
      term: { from: apprentice.from, to: dueOn(apprentice) },
      limit,
      own: await pairings({ apprenticeId }),
      ofGuide: kind === 'mentor' ? await pairings({ guideId: guide.id }) : [],
      ...(kind === 'mentor' && { lastSignedOn: await lastLogOn(apprenticeId) }),
    }
    const verdict = pairingVerdict({ apprenticeId, kind, guideId: guide.id, from }, known)
    if (!verdict.ok)
      throw refused(`mentorships.${verdict.reason}`, {
        field: fieldOf(verdict.reason, kind),
        name: apprentice.personName,
        guide: guide.name,
        limit,
        from: known.term.from,
        to: known.term.to,
      })
    if (verdict.closes)
      await Mentorship.updateOne(
        { _id: idOf(apprenticeId, kind, verdict.closes.from) },
        { $set: { to: verdict.closes.to }, $inc: { version: 1 } },
      )
    await Mentorship.create([
      {
        _id: idOf(apprenticeId, kind, from),
        apprenticeId,
        apprenticeshipId: apprentice.apprenticeshipId,
        enterpriseId: apprentice.enterpriseId,
        institutionId: apprentice.institutionId,
        kind,
        guideId: guide.id,
        guideName: guide.name,
        ...(guide.qualification && { qualification: guide.qualification }),
        from,
        createdAt: clock.now(),
        createdById: actor.id,
        createdByName: actor.name,
      },
    ])
    noteAct('apprentice', apprenticeId, { act: `pair-${kind}` })
  }
}
export type MentorshipService = ReturnType<typeof createMentorshipService>

const idOf = (apprenticeId: string, kind: GuideKind, from: Day): string => `${apprenticeId}:${kind}:${from}`
const pairings = (of: { apprenticeId: string } | { guideId: string }): Promise<Pairing[]> =>
  Mentorship.find({ ...of })
    .limit(2000)
    .lean<MentorshipRecord[]>()
const lastLogOn = async (apprenticeId: string): Promise<Day | undefined> =>
  (await WorkplaceLog.findOne({ apprenticeId }).sort({ on: -1 }).select('on').lean<{ on: Day }>())?.on

/** An account of the own enterprise. Its version is raised, so that two pairings at once cannot both be the last within the limit. */
async function mentorOf(accountId: string, { organisationId }: Actor): Promise<Guide> {
  const account = await Account.findOneAndUpdate(
    { _id: accountId, role: 'mentor', state: 'active', organisationId: organisationId ?? 'none' },
    { $inc: { version: 1 } },
  )
    .select('name')
    .lean<{ name: string }>()
  if (!account) throw refused('mentorships.no-such-mentor', { field: 'accountId' })
  return { id: accountId, name: account.name }
}

/** Beside which field of the form a refusal is said. */
const fieldOf = (reason: PairingRefusal, kind: GuideInput['kind']): string =>
  reason === 'ended' ? 'ids' : !ofGuide.includes(reason) ? 'from' : kind === 'mentor' ? 'accountId' : 'name'
const ofGuide: readonly PairingRefusal[] = ['same-guide', 'guide-full']

const teacherOf = (
  { name, qualification }: Extract<GuideInput, { kind: 'teacher' }>,
  { organisationId }: Actor,
): Guide => ({ id: `${organisationId}:${name}`, name, ...(qualification && { qualification }) })
