import { paths, withQuery } from '../../paths.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Action, Link, Tag, TagKind } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Moment, Note } from '../../web/story-models.js'
import { momentsOf } from '../../web/moments.js'
import { factPairs, licenceTable, type Reading } from './organisation-facts.view.js'
import type { OrganisationRow } from './organisation.queries.js'
import { missingOf } from './organisation.rules.js'

const kinds: Record<string, TagKind> = {
  draft: 'neutral',
  submitted: 'wait',
  approved: 'good',
  returned: 'back',
  suspended: 'wait',
}

export const stateTag = (t: Translate, { state }: { state: string }): Tag => ({
  kind: kinds[state] ?? 'neutral',
  text: t(`organisations.${state}`),
})

/** Who sees but one organisation has no list above it. */
export function crumbsOf(t: Translate, actor: Actor, ...rest: Link[]): Link[] {
  const sees = may(actor, 'organisation.review') || actor.role === 'auditor'
  if (!sees) return rest.length > 1 ? rest : []
  return [{ text: t('organisations.organisations'), href: paths.organisations.list() }, ...rest]
}

export const organisationMoments = (t: Translate, timeline: OrganisationRow['timeline']): Moment[] =>
  momentsOf(timeline, ({ act }) => t(`organisations.act-${act}`))

const lastNote = (row: OrganisationRow, act: string): string =>
  row.timeline?.findLast((step) => step.act === act)?.note ?? ''

/** What an organisation that is not simply approved should do next. */
function nextNote(t: Translate, row: OrganisationRow, own: boolean): Note | undefined {
  const county = regionName(row.region, t.lang)
  const id = String(row._id)
  const missing = missingOf(row).map((field) => t(`organisations.${field}`))
  const act = (note: Note): Note => (own ? note : { ...note, actions: [] })
  if (row.state === 'draft')
    return {
      kind: 'wait',
      text: t('organisations.draftNote'),
      more: t(missing.length > 0 ? 'organisations.draftMore' : 'organisations.draftReady'),
      items: missing,
    }
  if (row.state === 'submitted')
    return { text: t('organisations.submittedNote', { county }), more: t('organisations.submittedMore') }
  if (row.state === 'returned')
    return {
      kind: 'wait',
      text: t('organisations.returnedNote', { note: lastNote(row, 'returned') }),
      more: t('organisations.returnedMore'),
    }
  if (row.state === 'suspended')
    return {
      kind: 'wait',
      text: t('organisations.suspendedNote', { note: lastNote(row, 'suspended') }),
      more: t('organisations.suspendedMore', { county }),
    }
  if (!row.proposal) return undefined
  const withdraw = { text: t('organisations.withdrawChange'), href: paths.organisations.withdrawChange(id), post: true }
  if (row.proposal.state === 'submitted') return act({ text: t('organisations.proposalNote'), actions: [withdraw] })
  return act({
    kind: 'wait',
    text: t('organisations.proposalReturned', { note: lastNote(row, 'change-returned') }),
    more: t('organisations.returnedMore'),
    actions: [withdraw],
  })
}

function actionsOf(t: Translate, row: OrganisationRow, actor: Actor): Action[] {
  const id = String(row._id)
  const actions: Action[] = []
  if (row.state === 'approved' && may(actor, 'account.manage'))
    actions.push(
      { text: t('organisations.itsAccounts'), href: withQuery(paths.accounts.list(), { q: row.name }) },
      { text: t('organisations.openAccount'), href: withQuery(paths.accounts.create(), { organisation: id }) },
    )
  if (may(actor, 'organisation.register') && ['draft', 'returned', 'approved'].includes(row.state)) {
    actions.push({ text: t('organisations.edit'), href: paths.organisations.edit(id) })
    if (row.state !== 'approved')
      actions.push({ text: t('organisations.check'), href: paths.organisations.submit(id), style: 'primary' })
  }
  if (!may(actor, 'organisation.review')) return actions
  if (row.state === 'approved')
    actions.push({ text: t('organisations.suspend'), href: paths.organisations.suspend(id), style: 'outline-danger' })
  if (row.state === 'suspended')
    actions.push({ text: t('organisations.resume'), href: paths.organisations.resume(id), post: true })
  if (row.waitingSince)
    actions.push({ text: t('organisations.goReview'), href: paths.organisations.review(id), style: 'primary' })
  return actions
}

/** An organisation as its own people, its officers and auditors see it. */
export function organisationPage(reading: Reading, row: OrganisationRow, actor: Actor) {
  const { t } = reading
  const page: Page = {
    layout: 'staff',
    title: row.name,
    tag: stateTag(t, row),
    actions: actionsOf(t, row, actor),
    crumbs: crumbsOf(t, actor, { text: row.name, href: '' }),
  }
  return {
    ...page,
    note: nextNote(t, row, may(actor, 'organisation.register')),
    facts: factPairs(t, row).map(({ fact }) => fact),
    licences: row.licences.length > 0 ? licenceTable(reading, row.licences) : undefined,
    moments: organisationMoments(t, row.timeline),
  }
}
