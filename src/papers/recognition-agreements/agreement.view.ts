import { paths } from '../../paths.js'
import { formatDay, formatDays, type Day } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Form } from '../../web/form-models.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Action, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Note } from '../../web/story-models.js'
import { momentsOf } from '../../web/moments.js'
import { rowsFormOf, type OccupationOption } from './agreement-form.view.js'
import type { AgreementRow, VersionRow } from './agreement.queries.js'
import type { EquivalenceRow } from '../equivalences/equivalence.rules.js'
import { equivalenceTable } from '../equivalences/equivalence.view.js'

export const validity = (t: Translate, { from, to }: { from: Day; to?: Day | null }): string =>
  to ? formatDays(from, to, t.lang) : t('agreements.validFrom', { from: formatDay(from, t.lang) })

export function agreementTag(
  t: Translate,
  { draftState, version, from, to }: Pick<AgreementRow, 'draftState' | 'version' | 'from' | 'to'>,
  today: Day,
): Tag {
  if (draftState === 'proposed') return { kind: 'wait', text: t('agreements.state-proposed') }
  if (version === 0 || draftState === 'editing') return { kind: 'neutral', text: t('agreements.state-editing') }
  // Of a later version the one before it holds until then.
  if (version === 1 && from > today)
    return { kind: 'wait', text: t('agreements.state-coming', { from: formatDay(from, t.lang) }) }
  return to && to < today
    ? { kind: 'wait', text: t('agreements.state-ended') }
    : { kind: 'good', text: t('agreements.state-none') }
}

function actionsOf(t: Translate, { _id, draftState, makers, rows, edition }: AgreementRow, actor: Actor): Action[] {
  if (!may(actor, 'agreement.edit')) return []
  const fields = { edition: String(edition) }
  const edit: Action = { text: t('agreements.edit'), href: paths.agreements.edit(_id), style: 'outline' }
  if (draftState === 'editing')
    return [
      ...((rows ?? []).length > 0
        ? [
            {
              text: t('agreements.propose'),
              href: paths.agreements.propose(_id),
              style: 'primary' as const,
              post: true,
              fields,
            },
          ]
        : []),
      edit,
    ]
  if (draftState === 'none')
    return [{ text: t('agreements.revise'), href: paths.agreements.revise(_id), style: 'outline', post: true }]
  return makers.includes(actor.id)
    ? []
    : [{ text: t('agreements.publish'), href: paths.agreements.publish(_id), style: 'primary', post: true, fields }]
}

function noteOf(t: Translate, { draftState, makers, timeline }: AgreementRow, actor: Actor): Note | undefined {
  if (draftState === 'proposed')
    return {
      kind: 'wait',
      text: t('agreements.proposedNote'),
      ...(makers.includes(actor.id) && { more: t('agreements.proposedOwn') }),
    }
  const last = timeline?.at(-1)
  return draftState === 'editing' && last?.act === 'returned'
    ? { kind: 'wait', text: t('agreements.act-returned'), more: last.note ?? '' }
    : undefined
}

export interface AgreementShown {
  agreement: AgreementRow
  versions: readonly VersionRow[]
  occupations: readonly OccupationOption[]
  actor: Actor
  today: Day
}

export function agreementPage(
  t: Translate,
  { agreement, versions, occupations, actor, today }: AgreementShown,
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const { _id: id, draftState, edition } = agreement
  const editing = draftState === 'editing' && may(actor, 'agreement.edit')
  const rows = (agreement.rows ?? []) as unknown as EquivalenceRow[]
  const fact = (key: string, value: string): Fact => ({ label: t(`agreements.${key}`), value })
  const reviewer = draftState === 'proposed' && may(actor, 'agreement.edit') && !agreement.makers.includes(actor.id)
  const giveBack: Form = {
    action: paths.agreements.giveBack(id),
    submit: t('agreements.giveBack'),
    hidden: { edition: String(edition) },
    sections: [
      {
        fields: fill(
          [{ name: 'note', label: t('agreements.giveBackReason'), kind: 'textarea', rows: 3 }],
          values,
          errors,
        ),
      },
    ],
  }
  return {
    layout: 'staff',
    title: agreement.title,
    tag: agreementTag(t, agreement, today),
    meta: agreement.number,
    actions: actionsOf(t, agreement, actor),
    problems: problemsOf(errors),
    crumbs: [
      { text: t('agreements.title'), href: paths.agreements.list() },
      { text: agreement.number, href: '' },
    ],
    note: noteOf(t, agreement, actor),
    facts: [
      fact('kind', t(`agreements.kind-${agreement.kind}`)),
      fact('clause', agreement.clause),
      fact('validity', validity(t, agreement)),
      fact('origin', t(`agreements.${agreement.sample ? 'sample' : 'own'}`)),
      fact(
        'version',
        agreement.version > 0
          ? t('agreements.versionOf', { version: agreement.version })
          : t('agreements.notPublished'),
      ),
    ],
    moments: momentsOf(agreement.timeline, ({ act }) => t(`agreements.act-${act}`)),
    tableTitle:
      draftState === 'none' ? t('agreements.table') : t('agreements.draftTable', { version: agreement.version + 1 }),
    ...(rows.length > 0 && {
      rows: equivalenceTable(t, rows, {
        caption: t('agreements.table'),
        edition,
        ...(editing && { removeAt: paths.agreements.removeRow(id) }),
      }),
    }),
    ...(editing && { form: rowsFormOf(t, agreement, occupations, values, errors) }),
    ...(reviewer && { form: giveBack }),
    versions: versions.map((one) => ({
      title: `${t('agreements.versionOf', { version: one.version })} · ${validity(t, one)}`,
      sub: t('agreements.publishedBy', { day: formatDay(one.publishedOn, t.lang), name: one.publishedByName }),
      summary: t('agreements.versionTable', { version: one.version, count: one.rows.length }),
      table: equivalenceTable(t, one.rows as unknown as EquivalenceRow[], { caption: t('agreements.table') }),
    })),
  }
}
