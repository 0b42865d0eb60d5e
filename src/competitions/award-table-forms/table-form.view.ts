import { paths } from '../../paths.js'
import { formatDay } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Field, FieldRows, Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import { tableKinds, type TableKind } from '../award-tables/award-table.data.js'
import type { AwardTableRecord } from '../award-tables/award-table.model.js'
import { tiers } from '../competitions/competition.model.js'
import { identities } from '../events/event.model.js'
import { lineRows } from './line-fields.view.js'
import { valuesOfTable } from './table-values.view.js'

/** A form whose lines are rows of fields, below the fields that all lines share. */
interface TableForm extends Page {
  action: string
  backHref: string
  hidden: Record<string, string>
  sections: readonly { title: string; fields: readonly Field[] }[]
  lines: FieldRows & { hint: string }
  more: boolean
}

const crumbs = (t: Translate, last: string) => [
  { text: t('policies.policies'), href: paths.policies.list() },
  { text: t('awardTables.title'), href: paths.awardTables.list() },
  { text: last, href: '' },
]

/** First step: which kind. */
export function chooseKindPage(t: Translate): Page & { form: Form } {
  const options = tableKinds.map((value) => ({
    value,
    label: t(`awardTables.kind-${value}`),
    hint: t(`awardTables.about-${value}`),
  }))
  return {
    layout: 'staff',
    width: 'form',
    title: t('awardTables.choose'),
    crumbs: crumbs(t, t('awardTables.choose')),
    form: {
      action: paths.awardTables.create(),
      method: 'get',
      sections: [{ fields: fill([{ name: 'kind', label: t('awardTables.choose'), kind: 'radios', options }]) }],
      submit: t('awardTables.next'),
    },
  }
}

/** Second step: the lines of the row in force to begin with, or what was typed. */
export function tableFormPage(
  t: Translate,
  { kind, like, rows }: { kind: TableKind; like?: AwardTableRecord | undefined; rows?: number },
  values?: Values,
  errors: Errors = {},
): TableForm {
  const shown = values ?? (like ? valuesOfTable(like) : {})
  const boxes = (name: 'tiers' | 'identities', options: readonly string[], words: string): FieldSpec => ({
    name,
    label: t(`awardTables.${name}`),
    kind: 'checkboxes',
    options: options.map((value) => ({ value, label: t(`${words}-${value}`) })),
  })
  const number = (name: string, unit: string): FieldSpec => ({
    name,
    label: t(`awardTables.${name}`),
    kind: 'text',
    width: 4,
    unit,
    inputmode: 'decimal',
  })
  const points = t('policies.unitPoints')
  const conditions: FieldSpec[] =
    kind === 'prize'
      ? [number('minTotal', points)]
      : [
          {
            name: 'none',
            label: t('awardTables.proposesNone'),
            kind: 'checkbox',
            hint: t('awardTables.proposesNoneHint'),
          },
          number('passMark', points),
          number('minEntries', t('events.entriesUnit')),
          boxes('identities', identities, 'events.identity'),
        ]
  const head: FieldSpec[] = [
    { ...boxes('tiers', tiers, 'competitions.tier'), hint: t('awardTables.tiersHint') },
    { name: 'from', label: t('awardTables.from'), kind: 'date', hint: t('awardTables.fromHint') },
    {
      name: 'clause',
      label: t('awardTables.clause'),
      kind: 'textarea',
      rows: 2,
      maxlength: 200,
      hint: t('awardTables.clauseHint'),
    },
    {
      name: 'origin',
      label: t('awardTables.origin'),
      kind: 'radios',
      options: ['own', 'sample'].map((value) => ({ value, label: t(`awardTables.${value}`) })),
    },
  ]
  const title = t(`awardTables.new-${kind}`)
  return {
    layout: 'staff',
    title,
    crumbs: crumbs(t, title),
    lead: like ? t('awardTables.now', { from: formatDay(like.from, t.lang) }) : t('awardTables.none'),
    problems: problemsOf(errors),
    action: paths.awardTables.create(),
    backHref: paths.awardTables.list(),
    hidden: { kind, ...(like && { like: like._id }) },
    sections: [
      { title: t(`awardTables.kind-${kind}`), fields: fill(head, shown, errors) },
      { title: t('awardTables.conditions'), fields: fill(conditions, shown, errors) },
    ],
    lines: {
      ...lineRows(t, { kind, count: rows }, shown, errors),
      hint: t(`awardTables.${kind}Lines`),
    },
    more: kind === 'promotion',
  }
}
