import { paths } from '../../paths.js'
import { formatInstant, type Day } from '../../shared/dates.js'
import { isLevel, levelPrinted } from '../../shared/levels.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Step } from '../../shared/timeline.js'
import type { Translate } from '../../shared/words.js'
import type { Action, Link, Tag, TagKind } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Moment, Note } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import type { LineageName } from '../occupations/occupation.service.js'
import type { OrganisationRow } from './organisation.queries.js'
import { inForceOn, missingOf, type Licence } from './organisation.rules.js'

export type Lineages = ReadonlyMap<string, LineageName>
/** What every view of an organisation is told besides the record. */
export interface Reading {
  t: Translate
  today: Day
  lineages: Lineages
}

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

export const lineageText = (t: Translate, lineages: Lineages, lineage: string): string => {
  const named = lineages.get(lineage)
  return named ? (t.lang === 'en' ? named.nameEn : named.name) : lineage
}
export const levelText = (t: Translate, level: number): string =>
  isLevel(level) ? levelPrinted(level, t.lang) : String(level)
export const kindsText = (t: Translate, capabilities: readonly string[]): string =>
  capabilities.map((one) => t(`organisations.${one}`)).join(t.lang === 'en' ? ', ' : '、')

type Facts = Pick<
  OrganisationRow,
  | 'name'
  | 'creditCode'
  | 'capabilities'
  | 'homeRegion'
  | 'region'
  | 'address'
  | 'contactName'
  | 'contactPhone'
  | 'certificatePrefix'
>

/** The filing line by line; the keys are the fields of the form, where 修改 leads. */
export function factPairs(t: Translate, facts: Facts): { field: string; fact: Fact }[] {
  const empty = t('organisations.notFilled')
  const text = (value: string | null | undefined) => value || empty
  const shorter: Record<string, string> = { creditCode: 'creditCodeShort', region: 'county' }
  const pair = (field: string, value: string, num = false) => ({
    field,
    fact: { label: t(`organisations.${shorter[field] ?? field}`), value, num },
  })
  return [
    pair('name', facts.name),
    pair('creditCode', facts.creditCode, true),
    pair('capabilities', facts.capabilities.length === 0 ? empty : kindsText(t, facts.capabilities)),
    pair('homeRegion', regionName(facts.homeRegion, t.lang)),
    pair('region', regionName(facts.region, t.lang)),
    pair('address', text(facts.address)),
    pair('contactName', text(facts.contactName)),
    pair('contactPhone', text(facts.contactPhone), Boolean(facts.contactPhone)),
    ...(facts.capabilities.includes('assessment-body')
      ? [pair('certificatePrefix', text(facts.certificatePrefix), Boolean(facts.certificatePrefix))]
      : []),
  ]
}

export function licenceTable({ t, today, lineages }: Reading, licences: readonly Licence[]): Table {
  const tagOf = (licence: Licence): Tag =>
    inForceOn(licence, today)
      ? { kind: 'good', text: t('organisations.inForce') }
      : licence.from > today
        ? { kind: 'neutral', text: t('organisations.notYet') }
        : { kind: 'wait', text: t('organisations.expired') }
  return {
    caption: t('organisations.licences'),
    plain: true,
    columns: ['occupation', 'maxLevel', 'validity', 'document', 'state'].map((key) => ({
      label: t(`organisations.${key}`),
    })),
    rows: licences.map((licence) => ({
      cells: [
        { text: lineageText(t, lineages, licence.occupation) },
        { text: levelText(t, licence.maxLevel) },
        {
          text: licence.from,
          num: true,
          sub: t('organisations.validTo', { day: licence.to ?? t('organisations.noEnd') }),
        },
        { text: licence.document ?? '' },
        { tag: tagOf(licence) },
      ],
    })),
  }
}

export const momentsOf = (t: Translate, timeline: readonly Step[] | null | undefined): Moment[] =>
  [...(timeline ?? [])].reverse().map(({ act, at, byName, note }, index) => ({
    text: t(`organisations.act-${act}`),
    at: formatInstant(at),
    atIso: at.toISOString(),
    by: byName,
    now: index === 0,
    ...(note && { note }),
  }))

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
    moments: momentsOf(t, row.timeline as Step[]),
  }
}
