import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { inScope, may, type Actor } from '../../shared/permissions.js'
import { Account } from '../accounts/account.model.js'
import { Organisation, type OrganisationRecord } from './organisation.model.js'
import {
  addStep,
  assertCodeFree,
  loadOrganisation,
  reserveCode,
  withPinyin,
  type OrganisationDocument,
  type OrganisationFacts,
} from './organisation-record.js'
import { changedFields, licenceVerdict, missingOf, stateAfter } from './organisation.rules.js'

export interface RegistryNeeds {
  clock: Clock
  notifications: NotificationService
}

/** Organisations as others ask for them, and as they file and change themselves. */
export function createOrganisationService({ clock, notifications }: RegistryNeeds) {
  return {
    licenceVerdict,

    get,
    find: (ids: readonly string[]): Promise<OrganisationRecord[]> =>
      Organisation.find({ _id: { $in: [...ids] } }).lean<OrganisationRecord[]>(),

    /** As `get`, for somebody to look at: the own one, one of the own county, or any for the New Area. */
    async getFor(id: string, actor: Actor): Promise<OrganisationRecord> {
      const organisation = await get(id)
      assertInScope(organisation, actor)
      return organisation
    },

    /** Registers a draft; somebody of an institution who has none yet belongs to it from now on. */
    async register(facts: OrganisationFacts, actor: Actor): Promise<string> {
      const ownOne = actor.role !== 'administrator'
      if (ownOne && actor.organisationId) throw refused('organisations.has-one')
      const id = newId()
      await transact(async () => {
        await reserveCode(facts.creditCode, id)
        const step = { act: 'registered', at: clock.now(), byId: actor.id, byName: actor.name }
        await Organisation.create([
          { _id: id, ...withPinyin(facts), state: 'draft', timeline: [step], createdAt: clock.now() },
        ])
        if (ownOne) await Account.updateOne({ _id: actor.id, organisationId: null }, { $set: { organisationId: id } })
        noteAct('organisation', id, { to: 'draft' })
      })
      return id
    },

    /** Drafts change at once. Of an approved one only address and contact do; the rest is proposed to a reviewer. */
    async edit(id: string, facts: OrganisationFacts, actor: Actor, version?: number): Promise<'saved' | 'proposed'> {
      return transact(async () => {
        const organisation = await loadOrganisation(id, version)
        assertMaker(organisation, actor)
        if (organisation.state === 'draft' || organisation.state === 'returned')
          return saveDraft(organisation, facts, actor)
        if (organisation.state !== 'approved')
          throw refused(
            organisation.state === 'submitted'
              ? 'organisations.not-while-waiting'
              : 'organisations.not-while-suspended',
          )
        return changeApproved(organisation, facts, actor)
      })
    },

    async submit(id: string, actor: Actor, version?: number): Promise<void> {
      await transact(async () => {
        const organisation = await loadOrganisation(id, version)
        assertMaker(organisation, actor)
        const next = stateAfter(organisation.state, 'submit')
        if (!next) throw refused('wrong-state')
        if (missingOf(organisation).length > 0) throw refused('organisations.incomplete')
        const from = organisation.state
        organisation.set({ state: next, waitingSince: clock.now() })
        addStep(organisation, clock, actor, { act: 'submitted', from, to: next })
        await organisation.save()
        noteAct('organisation', id, { from, to: next })
        await tellReviewers(organisation, 'organisations.newsSubmitted')
      })
    },

    /** Takes a proposed change back; what was approved stays as it is. */
    async withdrawProposal(id: string, actor: Actor): Promise<void> {
      await transact(async () => {
        const organisation = await loadOrganisation(id)
        assertMaker(organisation, actor)
        if (!organisation.proposal) throw refused('wrong-state')
        organisation.set({ proposal: undefined, waitingSince: undefined })
        addStep(organisation, clock, actor, { act: 'change-withdrawn' })
        await organisation.save()
        noteAct('organisation', id, { act: 'change-withdrawn' })
      })
    },
  }

  async function saveDraft(organisation: OrganisationDocument, facts: OrganisationFacts, actor: Actor) {
    const id = String(organisation._id)
    await reserveCode(facts.creditCode, id, organisation.creditCode)
    const codeChanged = facts.creditCode !== organisation.creditCode
    organisation.set({ ...cleared, ...withPinyin(facts), ...(codeChanged && { creditCodeAcceptedBy: undefined }) })
    const last = organisation.timeline?.at(-1)
    if (last?.act === 'edited' && last.byId === actor.id) last.at = clock.now()
    else addStep(organisation, clock, actor, { act: 'edited' })
    await organisation.save()
    noteAct('organisation', id, { act: 'edited' })
    return 'saved' as const
  }

  async function changeApproved(organisation: OrganisationDocument, facts: OrganisationFacts, actor: Actor) {
    const id = String(organisation._id)
    const changed = changedFields(organisation.toObject(), facts)
    const { address, contactName, contactPhone } = facts
    organisation.set({ address, contactName, contactPhone })
    if (changed.length === 0) addStep(organisation, clock, actor, { act: 'contact-changed' })
    else await propose(organisation, facts, actor)
    await organisation.save()
    noteAct('organisation', id, { changed: changed.join() })
    return changed.length === 0 ? ('saved' as const) : ('proposed' as const)
  }

  async function propose(organisation: OrganisationDocument, facts: OrganisationFacts, actor: Actor) {
    if (missingOf(facts).length > 0) throw refused('organisations.incomplete')
    await assertCodeFree(facts.creditCode, String(organisation._id))
    organisation.set({ proposal: { ...facts, state: 'submitted' }, waitingSince: clock.now() })
    addStep(organisation, clock, actor, { act: 'proposed' })
    await tellReviewers(organisation, 'organisations.newsProposed')
  }

  function tellReviewers(organisation: OrganisationDocument, key: string): Promise<void> {
    const { name, region } = organisation
    return notifications.tell({
      audience: { role: 'county-officer', region },
      key,
      params: { name },
      href: paths.organisations.review(String(organisation._id)),
    })
  }
}
export type OrganisationService = ReturnType<typeof createOrganisationService>

async function get(id: string): Promise<OrganisationRecord> {
  const organisation = await Organisation.findById(id).lean<OrganisationRecord>()
  if (!organisation) throw notFound('organisation', id)
  return organisation
}

/** Fields that an edit may leave empty. */
const cleared = { address: undefined, contactName: undefined, contactPhone: undefined, certificatePrefix: undefined }

export const assertInScope = (organisation: Pick<OrganisationRecord, '_id' | 'region'>, actor: Actor): void => {
  if (!inScope(actor, { organisationId: String(organisation._id), region: organisation.region }))
    throw forbidden('not-yours')
}
const assertMaker = (organisation: OrganisationDocument, actor: Actor): void => {
  if (!may(actor, 'organisation.register')) throw forbidden('not-your-role')
  assertInScope(organisation, actor)
}
