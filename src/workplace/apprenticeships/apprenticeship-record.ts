/** What the services of planning, reviewing and settling do alike with the record of an apprenticeship. */
import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import type { OrganisationService } from '../../registry/organisations/organisation.service.js'
import type { Clock } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { Apprenticeship, type ApprenticeshipRecord, type ApprenticeshipState } from './apprenticeship.model.js'
import { apprenticeshipInScope, countsAgain, type ApprenticeshipRefusal } from './apprenticeship.rules.js'

export interface ApprenticeshipNeeds {
  clock: Clock
  outbox: Outbox
  notifications: NotificationService
  policies: PolicyService
  organisations: OrganisationService
  occupations: OccupationService
}
export type ApprenticeshipDocument = InstanceType<typeof Apprenticeship>

/** The record as it stands now; `version` is the one that the page showed, when a decision was made on it. */
export async function loadApprenticeship(id: string, actor: Actor, version?: number): Promise<ApprenticeshipDocument> {
  const one = await Apprenticeship.findById(id)
  if (!one) throw notFound('apprenticeship', id)
  if (!apprenticeshipInScope(actor, one)) throw forbidden('not-yours')
  if (version !== undefined && one.get('version') !== version) throw conflict('changed-meanwhile')
  return one
}

const forbiddenReasons = new Set<string>(['not-yours', 'not-your-role', 'maker-is-checker'])

/** Whose act it is not is forbidden; what is only not yet, or no longer, possible is refused with its sentence. */
export function refusalOf(
  reason: ApprenticeshipRefusal,
  one: Pick<ApprenticeshipRecord, 'title' | 'startsOn' | 'endsOn'>,
  details: Record<string, string | number> = {},
): Error {
  if (reason === 'same-reviewer') return forbidden('apprenticeships.same-reviewer')
  if (forbiddenReasons.has(reason)) return forbidden(reason)
  return refused(`apprenticeships.${reason}`, {
    title: one.title,
    startsOn: one.startsOn,
    endsOn: one.endsOn,
    ...details,
  })
}

export function addStep(
  one: ApprenticeshipDocument,
  clock: Clock,
  actor: Actor,
  step: { act: string; note?: string; from?: string; to?: string },
): void {
  one.timeline!.push({ ...step, at: clock.now(), byId: actor.id, byName: actor.name })
}

/** Puts the apprenticeship into a state with its step, and has person-times counted again where they depend on it. */
export async function enter(
  one: ApprenticeshipDocument,
  to: ApprenticeshipState,
  { act, note, actor }: { act: string; note?: string; actor: Actor },
  { clock, outbox }: Pick<ApprenticeshipNeeds, 'clock' | 'outbox'>,
): Promise<void> {
  const from = one.state
  one.state = to
  addStep(one, clock, actor, { act, from, to, ...(note && { note }) })
  await one.save()
  noteAct('apprenticeship', String(one._id), { from, to })
  if (countsAgain(from, to)) await settleAgain(String(one._id), outbox)
}

export const settleAgain = (apprenticeshipId: string, outbox: Outbox): Promise<void> =>
  outbox.publish('person-times.settle-apprenticeship', `${apprenticeshipId}:${newId()}`, { apprenticeshipId })
