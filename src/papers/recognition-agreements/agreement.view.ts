import { paths } from '../../paths.js'
import { formatDay, formatDays, formatInstant, type Day } from '../../shared/dates.js'
import { levelOrdinals, levelPrinted, type Level } from '../../shared/levels.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Action, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Moment, Note } from '../../web/story-models.js'
import type { List, Table } from '../../web/table-models.js'
import {
  agreementKinds,
  recognitionEffects,
  recognitionObjects,
  sourceFamilies,
  sourceRegions,
} from './agreement.data.js'
import type { AgreementRow, VersionRow } from './agreement.queries.js'
import type { EquivalenceRow } from './agreement.rules.js'

export interface OccupationOption {
  id: string
  edition: string
  name: string
  nameEn: string
  code: string
}

const validity = (t: Translate, { from, to }: { from: Day; to?: Day | null }): string =>
  to ? formatDays(from, to, t.lang) : t('agreements.validFrom', { from: formatDay(from, t.lang) })

export function agreementTag(
  t: Translate,
  { draftState, version, to }: Pick<AgreementRow, 'draftState' | 'version' | 'to'>,
  today: Day,
): Tag {
  if (draftState === 'proposed') return { kind: 'wait', text: t('agreements.state-proposed') }
  if (version === 0 || draftState === 'editing') return { kind: 'neutral', text: t('agreements.state-editing') }
  return to && to < today
    ? { kind: 'wait', text: t('agreements.state-ended') }
    : { kind: 'good', text: t('agreements.state-none') }
}

export function agreementListPage(
  t: Translate,
  rows: readonly AgreementRow[],
  actor: Actor,
  today: Day,
): Page & { list: List } {
  const create: Action[] = may(actor, 'agreement.edit')
    ? [{ text: t('agreements.create'), href: paths.agreements.create(), style: 'primary', icon: 'plus-lg' }]
    : []
  const columns = ['name', 'kind', 'validity', 'version', 'state'].map((key) => ({ label: t(`agreements.${key}`) }))
  return {
    layout: 'staff',
    title: t('agreements.title'),
    meta: t('agreements.total', { count: rows.length }),
    lead: t('agreements.lead'),
    actions: rows.length > 0 ? create : [],
    list:
      rows.length === 0
        ? { empty: { title: t('agreements.none'), text: t('agreements.noneText'), actions: create } }
        : {
            table: {
              caption: t('agreements.title'),
              columns,
              rows: rows.map((row) => ({
                id: row._id,
                cells: [
                  {
                    text: row.title,
                    href: paths.agreements.show(row._id),
                    sub: row.sample ? `${row.number} · ${t('agreements.sample')}` : row.number,
                  },
                  { text: t(`agreements.kind-${row.kind}`) },
                  { text: validity(t, row) },
                  {
                    text:
                      row.version > 0
                        ? t('agreements.versionOf', { version: row.version })
                        : t('agreements.notPublished'),
                  },
                  { tag: agreementTag(t, row, today) },
                ],
              })),
            },
          },
  }
}

/** `110000` and the like, as choices. */
export const regionOptions = (t: Translate) =>
  sourceRegions.map((value) => ({ value, label: regionName(value, t.lang) }))
const levelText = (t: Translate, level: number | null | undefined): string =>
  level ? levelPrinted(level as Level, t.lang) : ''
export const effectNames = (t: Translate, effects: readonly string[]): string =>
  effects.map((effect) => t(`agreements.effect-${effect}`)).join(t.lang === 'en' ? ', ' : '、')

export function equivalenceTable(
  t: Translate,
  rows: readonly EquivalenceRow[],
  { caption, removeAt, edition }: { caption: string; removeAt?: string; edition?: number },
): Table {
  const keys = ['object', 'occupation', 'levels', 'targetLevel', 'effects']
  const cellsOf = (row: EquivalenceRow) => [
    {
      text: row.object === 'certificate' ? t(`agreements.family-${row.family}`) : t(`agreements.object-${row.object}`),
      sub: regionName(row.region, t.lang),
    },
    row.occupationName
      ? { text: row.occupationName, sub: t('agreements.editionOf', { edition: row.edition ?? '' }) }
      : { text: '—' },
    { text: levelText(t, row.level) || '—' },
    { text: levelText(t, row.targetLevel) || '—' },
    { text: effectNames(t, row.effects), full: true },
  ]
  return {
    caption,
    plain: true,
    columns: [...keys, ...(removeAt ? ['act'] : [])].map((key) => ({ label: t(`agreements.${key}`) })),
    rows: rows.map((row) => ({
      cells: [
        ...cellsOf(row),
        ...(removeAt
          ? [
              {
                actions: [
                  {
                    text: t('agreements.remove'),
                    href: removeAt,
                    post: true,
                    fields: { key: row.key, edition: String(edition ?? '') },
                  },
                ],
              },
            ]
          : []),
      ],
    })),
  }
}

export function headingPage(
  t: Translate,
  agreement: AgreementRow | undefined,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const id = agreement?._id
  const known: Values = agreement
    ? {
        title: agreement.title,
        number: agreement.number,
        kind: agreement.kind,
        clause: agreement.clause,
        origin: agreement.sample ? 'sample' : 'own',
        from: agreement.from,
        to: agreement.to ?? '',
      }
    : {}
  const title = t(agreement ? 'agreements.edit' : 'agreements.create')
  return {
    layout: 'staff',
    width: 'form',
    title,
    problems: problemsOf(errors),
    crumbs: [
      { text: t('agreements.title'), href: paths.agreements.list() },
      { text: agreement?.title ?? title, href: id ? paths.agreements.show(id) : '' },
    ],
    form: {
      action: id ? paths.agreements.edit(id) : paths.agreements.create(),
      submit: t('agreements.save'),
      back: { text: t('agreements.back'), href: id ? paths.agreements.show(id) : paths.agreements.list() },
      ...(agreement && { hidden: { edition: String(agreement.edition) } }),
      sections: [
        {
          fields: fill(
            [
              { name: 'title', label: t('agreements.name'), kind: 'text' },
              { name: 'number', label: t('agreements.number'), kind: 'text', hint: t('agreements.numberHint') },
              {
                name: 'kind',
                label: t('agreements.kind'),
                kind: 'radios',
                options: agreementKinds.map((value) => ({ value, label: t(`agreements.kind-${value}`) })),
              },
              { name: 'clause', label: t('agreements.clause'), kind: 'text' },
              {
                name: 'origin',
                label: t('agreements.origin'),
                kind: 'radios',
                options: (['own', 'sample'] as const).map((value) => ({ value, label: t(`agreements.${value}`) })),
              },
              { name: 'from', label: t('agreements.from'), kind: 'date' },
              { name: 'to', label: t('agreements.to'), kind: 'date', optional: true, hint: t('agreements.toHint') },
            ],
            { ...known, ...values },
            errors,
          ),
        },
      ],
    },
  }
}

function rowsFormOf(
  t: Translate,
  { _id, edition }: AgreementRow,
  occupations: readonly OccupationOption[],
  values: Values,
  errors: Errors,
): Form {
  const levels = levelOrdinals.slice(1).map((level) => ({ value: String(level), label: levelPrinted(level, t.lang) }))
  const any = { value: '', label: '—' }
  const named = occupations.map(({ id, edition: year, name, nameEn, code }) => ({
    value: id,
    label: `${t.lang === 'en' ? nameEn : name} · ${t('agreements.editionOf', { edition: year })} ${code}`,
  }))
  return {
    action: paths.agreements.rows(_id),
    submit: t('agreements.addRowsSubmit'),
    hidden: { edition: String(edition) },
    sections: [
      {
        title: t('agreements.addRows'),
        hint: t('agreements.addRowsHint'),
        fields: fill(
          [
            {
              name: 'object',
              label: t('agreements.object'),
              kind: 'radios',
              value: 'certificate',
              options: recognitionObjects.map((value) => ({ value, label: t(`agreements.object-${value}`) })),
            },
            { name: 'region', label: t('agreements.region'), kind: 'radios', options: regionOptions(t) },
            {
              name: 'family',
              label: t('agreements.family'),
              kind: 'select',
              options: [any, ...sourceFamilies.map((value) => ({ value, label: t(`agreements.family-${value}`) }))],
            },
            { name: 'occupationId', label: t('agreements.occupation'), kind: 'select', options: [any, ...named] },
            { name: 'levels', label: t('agreements.levels'), kind: 'checkboxes', options: levels },
            {
              name: 'targetLevel',
              label: t('agreements.targetLevel'),
              kind: 'select',
              options: [{ value: '', label: t('agreements.sameLevel') }, ...levels],
            },
            {
              name: 'effects',
              label: t('agreements.effects'),
              kind: 'checkboxes',
              hint: t('agreements.effectsHint'),
              options: recognitionEffects.map((value) => ({ value, label: t(`agreements.effect-${value}`) })),
            },
          ],
          values,
          errors,
        ),
      },
    ],
  }
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

const momentsOf = (t: Translate, { timeline }: AgreementRow): Moment[] =>
  [...(timeline ?? [])].reverse().map(({ act, at, byName, note }, i) => ({
    text: t(`agreements.act-${act}`),
    at: formatInstant(at),
    atIso: at.toISOString(),
    by: byName,
    now: i === 0,
    ...(note && { note }),
  }))

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
    moments: momentsOf(t, agreement),
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
