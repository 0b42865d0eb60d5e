import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import { paths } from '../../paths.js'
import { forbidden, invalid, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { titlePinyin } from '../../shared/pinyin.js'
import {
  addStep,
  loadOrganisation,
  reserveCode,
  reservePrefix,
  type OrganisationDocument,
} from '../organisations/organisation-record.js'
import { isMaker, reviewedFields, stateAfter, type OrganisationAct } from '../organisations/organisation.rules.js'
import { assertInScope, type RegistryNeeds } from '../organisations/organisation.service.js'

/** Decisions on filings and proposed changes, by an officer of the county or the New Area; never by whoever made them. */
export function createOrganisationReviewService({ clock, notifications }: RegistryNeeds) {
  return {
    /** A reviewer has compared the code with the licence on paper although its check digit does not fit. */
    acceptCode: (id: string, actor: Actor, version?: number): Promise<void> =>
      decide(id, actor, version, async (organisation) => {
        const filed = waiting(organisation, actor)
        if (!filed.creditCodeWarning) throw refused('wrong-state')
        filed.creditCodeAcceptedBy = actor.id
        addStep(organisation, clock, actor, { act: 'code-accepted' })
      }),

    approve: (id: string, actor: Actor, version?: number): Promise<void> =>
      decide(id, actor, version, async (organisation) => {
        const filed = waiting(organisation, actor)
        if (filed.creditCodeWarning && !filed.creditCodeAcceptedBy) throw refused('organisations.code-not-accepted')
        await reservePrefix(filed.certificatePrefix, id)
        if (organisation.proposal) await applyProposal(organisation, actor)
        else move(organisation, 'approve', 'approved', actor)
        organisation.set({ waitingSince: undefined })
        await tellOwner(organisation, 'organisations.newsApproved')
      }),

    giveBack: (id: string, note: string, actor: Actor, version?: number): Promise<void> =>
      decide(id, actor, version, async (organisation) => {
        if (note.trim() === '') throw invalid('reasonMissing')
        waiting(organisation, actor)
        if (organisation.proposal) {
          organisation.proposal.state = 'returned'
          addStep(organisation, clock, actor, { act: 'change-returned', note })
        } else move(organisation, 'give-back', 'returned', actor, note)
        organisation.set({ waitingSince: undefined })
        await tellOwner(organisation, 'organisations.newsReturned')
      }),

    /** No new filing while suspended; certificates that are out stay valid. */
    suspend: (id: string, note: string, actor: Actor): Promise<void> =>
      decide(id, actor, undefined, async (organisation) => {
        if (note.trim() === '') throw invalid('reasonMissing')
        move(organisation, 'suspend', 'suspended', actor, note)
        organisation.set({ waitingSince: undefined })
        await tellOwner(organisation, 'organisations.newsSuspended')
      }),

    resume: (id: string, actor: Actor): Promise<void> =>
      decide(id, actor, undefined, async (organisation) => {
        move(organisation, 'resume', 'resumed', actor)
        if (organisation.proposal?.state === 'submitted') organisation.set({ waitingSince: clock.now() })
        await tellOwner(organisation, 'organisations.newsResumed')
      }),
  }

  async function decide(
    id: string,
    actor: Actor,
    version: number | undefined,
    work: (organisation: OrganisationDocument) => Promise<void>,
  ): Promise<void> {
    await transact(async () => {
      const organisation = await loadOrganisation(id, version)
      if (!may(actor, 'organisation.review')) throw forbidden('not-your-role')
      assertInScope(organisation, actor)
      const from = organisation.state
      await work(organisation)
      await organisation.save()
      noteAct('organisation', id, { from, to: organisation.state, act: organisation.timeline?.at(-1)?.act })
    })
  }

  function move(
    organisation: OrganisationDocument,
    by: OrganisationAct,
    act: string,
    actor: Actor,
    note?: string,
  ): void {
    const from = organisation.state
    const to = stateAfter(from, by)
    if (!to) throw refused('wrong-state')
    organisation.set({ state: to })
    addStep(organisation, clock, actor, { act, from, to, ...(note && { note }) })
  }

  async function applyProposal(organisation: OrganisationDocument, actor: Actor): Promise<void> {
    const { state: _state, ...facts } = organisation.toObject().proposal!
    await reserveCode(facts.creditCode, String(organisation._id), organisation.creditCode)
    const reviewed = Object.fromEntries(reviewedFields.map((field) => [field, facts[field]]))
    organisation.set({
      ...reviewed,
      creditCodeWarning: facts.creditCodeWarning,
      creditCodeAcceptedBy: facts.creditCodeAcceptedBy,
      ...titlePinyin(facts.name),
      proposal: undefined,
    })
    addStep(organisation, clock, actor, { act: 'change-approved' })
  }

  function tellOwner(organisation: OrganisationDocument, key: string): Promise<void> {
    const id = String(organisation._id)
    return notifications.tell({
      audience: { organisationId: id },
      key,
      params: { name: organisation.name },
      href: paths.organisations.show(id),
    })
  }
}
export type OrganisationReviewService = ReturnType<typeof createOrganisationReviewService>

/** What waits for the reviewer: the proposed facts, else the filing itself. Whoever made it is no reviewer of it. */
function waiting(organisation: OrganisationDocument, actor: Actor) {
  const proposed =
    organisation.state === 'approved' && organisation.proposal?.state === 'submitted'
      ? organisation.proposal
      : undefined
  if (!proposed && organisation.state !== 'submitted') throw refused('wrong-state')
  if (isMaker(organisation.timeline ?? [], actor.id)) throw forbidden('maker-is-checker')
  return proposed ?? organisation
}
