import { paths, withQuery } from '../../paths.js'
import { formatDay, type Day } from '../../shared/dates.js'
import { yuanShort } from '../../shared/money.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, List } from '../../web/table-models.js'
import { kindOf, policyKeys, type PolicyKey } from './policy.data.js'
import type { PolicyRecord } from './policy.model.js'
import { policyStates, type PolicyState } from './policy.rules.js'

export const policyName = (t: Translate, key: PolicyKey): string => t(`policies.key-${key.replaceAll('.', '-')}`)

export function policyText(t: Translate, key: PolicyKey, value: unknown): string {
  const kind = kindOf(key)
  if (kind.kind === 'flag') return t(value === true ? 'policies.yes' : 'policies.no')
  if (kind.kind === 'text') return String(value)
  if (kind.kind === 'money') return t('policies.money', { yuan: yuanShort(Number(value)) })
  return kind.kind === 'choice'
    ? t(`policies.choice-${String(value)}`)
    : t(`policies.${kind.unit}`, { value: Number(value) })
}

const kinds: Record<PolicyState, Tag['kind']> = { 'in-force': 'good', coming: 'run', replaced: 'neutral' }

/** Every row of every figure, the one in force with its act; the newest of each figure first. */
export function policyListPage(
  t: Translate,
  rows: readonly PolicyRecord[],
  today: Day,
  mayEdit: boolean,
): Page & { list: List } {
  const lines = policyKeys.flatMap((key) => {
    const own = rows.filter((row) => row.key === key)
    const states = policyStates(own, today)
    return own.map((row, i) => ({
      id: String(row._id).replace(/[^\w-]/g, '-'),
      cells: cellsOf(t, key, row, states[i]!, mayEdit),
    }))
  })
  const columns = ['figure', 'value', 'from', 'clause', 'state', ...(mayEdit ? ['act'] : [])].map((name) => ({
    label: t(`policies.${name}`),
  }))
  return {
    layout: 'staff',
    title: t('policies.policies'),
    meta: t('policies.total', { count: policyKeys.length }),
    lead: t('policies.lead'),
    actions: [
      ...(mayEdit ? [{ text: t('policies.change'), href: paths.policies.create(), style: 'primary' as const }] : []),
      { text: t('policies.awardTables'), href: paths.awardTables.list(), style: 'outline' as const },
      { text: t('policies.targets'), href: paths.policies.targets(), style: 'outline' as const },
    ],
    list: { table: { caption: t('policies.policies'), columns, rows: lines } },
  }
}

function cellsOf(t: Translate, key: PolicyKey, row: PolicyRecord, state: PolicyState, mayEdit: boolean): Cell[] {
  const change =
    state === 'in-force' ? { text: t('policies.change'), href: withQuery(paths.policies.create(), { key }) } : {}
  return [
    { text: policyName(t, key), ...(row.sample && { tag: { kind: 'neutral' as const, text: t('frame.sample') } }) },
    { text: policyText(t, key, row.value), strong: state === 'in-force' },
    { text: row.from, num: true },
    { text: row.clause, full: true, lang: 'zh-CN' },
    { tag: { kind: kinds[state], text: t(`policies.state-${state}`) } },
    ...(mayEdit ? [change] : []),
  ]
}

const crumbs = (t: Translate) => [
  { text: t('policies.policies'), href: paths.policies.list() },
  { text: t('policies.newFigure'), href: '' },
]

/** First step: which figure. */
export function choosePolicyPage(t: Translate): Page & { form: Form } {
  const options = policyKeys.map((key) => ({ value: key, label: policyName(t, key) }))
  const fields = fill([{ name: 'key', label: t('policies.chooseFigure'), kind: 'radios', options }])
  return {
    layout: 'staff',
    width: 'form',
    title: t('policies.newFigure'),
    crumbs: crumbs(t),
    form: { action: paths.policies.create(), method: 'get', sections: [{ fields }], submit: t('policies.next') },
  }
}

/** Second step: the new row of one figure. Nothing is preselected. */
export function newPolicyPage(
  t: Translate,
  key: PolicyKey,
  current: { value: unknown; from: Day } | undefined,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const specs: FieldSpec[] = [
    valueField(t, key),
    { name: 'from', label: t('policies.from'), kind: 'date', hint: t('policies.fromHint') },
    {
      name: 'clause',
      label: t('policies.clause'),
      kind: 'textarea',
      rows: 2,
      hint: t('policies.clauseHint'),
      maxlength: 200,
    },
    {
      name: 'origin',
      label: t('policies.origin'),
      kind: 'radios',
      options: ['own', 'sample'].map((value) => ({ value, label: t(`policies.${value}`) })),
    },
  ]
  return {
    layout: 'staff',
    width: 'form',
    title: policyName(t, key),
    problems: problemsOf(errors),
    crumbs: crumbs(t),
    lead: current
      ? t('policies.now', { value: policyText(t, key, current.value), from: formatDay(current.from, t.lang) })
      : '',
    form: {
      action: paths.policies.create(),
      sections: [{ fields: fill(specs, values, errors) }],
      submit: t('policies.save'),
      hidden: { key },
      back: { text: t('policies.policies'), href: paths.policies.list() },
    },
  }
}

function valueField(t: Translate, key: PolicyKey): FieldSpec {
  const kind = kindOf(key)
  const label = t('policies.value')
  if (kind.kind === 'flag')
    return {
      name: 'value',
      label,
      kind: 'radios',
      options: ['yes', 'no'].map((value) => ({ value, label: t(`policies.${value}`) })),
    }
  if (kind.kind === 'choice')
    return {
      name: 'value',
      label,
      kind: 'radios',
      options: kind.options.map((value) => ({ value, label: t(`policies.choice-${value}`) })),
    }
  if (kind.kind === 'text') return { name: 'value', label, kind: 'text', width: 18, hint: t('policies.textHint') }
  if (kind.kind === 'money')
    return {
      name: 'value',
      label,
      kind: 'text',
      width: 8,
      unit: t('policies.unitMoney'),
      hint: t('policies.moneyHint', { max: yuanShort(kind.max) }),
      inputmode: 'decimal',
    }
  const unit = t(`policies.unit${kind.unit[0]!.toUpperCase()}${kind.unit.slice(1)}`)
  return {
    name: 'value',
    label,
    kind: 'number',
    width: 4,
    unit,
    hint: t('policies.valueHint', { min: kind.min, max: kind.max }),
  }
}
