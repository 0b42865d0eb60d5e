import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Tag } from '../../web/link-models.js'
import type { Block, BlocksPage, Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import { isStep, measuredText } from '../judging/measure.rules.js'
import type { JudgedEvent, MarkedAspect } from '../marking/marking.queries.js'
import { keyedBox } from './keying.forms.js'
import type { KeyedRecord } from './keying.model.js'
import { boxKey, differencesOf, type KeyingState } from './keying.rules.js'
import type { KeyingRow } from './keying.service.js'

const kinds: Record<KeyingState, Tag['kind']> = { open: 'wait', half: 'run', differs: 'back', settled: 'good' }
const crumbs = (t: Translate, event: { id: string; title: string }, last?: string) => [
  { text: t('assignments.myDuties'), href: paths.duties.list() },
  { text: event.title, href: last ? paths.keying.event(event.id) : '' },
  ...(last ? [{ text: last, href: '' }] : []),
]

export function keyingListPage(t: Translate, event: JudgedEvent, rows: readonly KeyingRow[]): Page & { list: List } {
  const tagOf = ({ standing, state }: KeyingRow): Tag =>
    standing === 'present'
      ? { kind: kinds[state], text: t(`keying.state-${state}`) }
      : { kind: 'neutral', text: t(`marking.standing-${standing}`) }
  const toKey = rows.filter(({ standing }) => standing === 'present')
  return {
    layout: 'staff',
    title: t('keying.title', { title: event.title }),
    meta: t('keying.done', { done: toKey.filter(({ state }) => state === 'settled').length, total: toKey.length }),
    lead: t('keying.lead'),
    crumbs: crumbs(t, event),
    list:
      rows.length > 0
        ? {
            table: {
              caption: t('keying.caption'),
              columns: [{ label: t('keying.code') }, { label: t('keying.state') }],
              rows: rows.map((row) => ({
                cells: [
                  { text: row.code, href: paths.keying.sheet(event.id, row.code), num: true },
                  { tag: tagOf(row) },
                ],
              })),
            },
          }
        : { empty: { title: t('keying.none') } },
  }
}

const valueText = (aspect: MarkedAspect, value: number): string =>
  isStep(aspect) ? String(value) : measuredText(value, aspect.unit)
const aspectTitle = (t: Translate, { code, text }: MarkedAspect): string =>
  code === 'TIME' ? t('marking.timeTitle') : `${code} ${text}`

export interface KeyingShown {
  event: JudgedEvent
  code: string
  theoryWeight: number
  panel: readonly { accountId: string; name: string }[]
  own?: KeyedRecord
  other?: KeyedRecord
  standing: string
}

/** Each difference by its name, with both values; only once both have keyed. */
function differenceItems(t: Translate, { event, panel, own, other }: KeyingShown): string[] {
  if (!own || !other) return []
  const label = (box: string): { name: string; show: (value: number | null | undefined) => string } => {
    if (box === 'theory')
      return {
        name: t('keying.theory'),
        show: (value) => (typeof value === 'number' ? (value / 100).toFixed(2) : t('keying.empty')),
      }
    const [judgeId = '', code = ''] = box.split(':')
    const aspect = event.aspects.find((one) => one.code === code)!
    return {
      name: `${t('keying.judge', { seat: panel.findIndex(({ accountId }) => accountId === judgeId) + 1 })} ${aspectTitle(t, aspect)}`,
      show: (value) => (typeof value === 'number' ? valueText(aspect, value) : t('keying.empty')),
    }
  }
  const valueOf = (keyed: KeyedRecord, box: string) =>
    box === 'theory' ? keyed.theory : keyed.values.find(({ judgeId, aspect }) => boxKey(judgeId, aspect) === box)?.value
  return differencesOf(own, other).map((box) => {
    const { name, show } = label(box)
    return t('keying.difference', { box: name, own: show(valueOf(own, box)), other: show(valueOf(other, box)) })
  })
}

function valuesOfKeyed({ event, panel, own }: KeyingShown): Values {
  if (!own) return {}
  const boxes = panel.flatMap(({ accountId }, i) =>
    event.aspects.flatMap((aspect) => {
      const value = own.values.find((one) => one.judgeId === accountId && one.aspect === aspect.code)?.value
      return value === undefined ? [] : [[keyedBox(i + 1, aspect.code), valueText(aspect, value)] as const]
    }),
  )
  return {
    ...Object.fromEntries(boxes),
    ...(typeof own.theory === 'number' && { theory: (own.theory / 100).toString() }),
  }
}

export function keyingSheetPage(t: Translate, shown: KeyingShown, values?: Values, errors: Errors = {}): BlocksPage {
  const { event, code, panel, own, other, standing, theoryWeight } = shown
  const state: KeyingState = !own
    ? 'open'
    : !other
      ? 'half'
      : differencesOf(own, other).length > 0
        ? 'differs'
        : 'settled'
  const items = differenceItems(t, shown)
  const filled = values ?? valuesOfKeyed(shown)
  const box = (aspect: MarkedAspect, seat: number): FieldSpec => ({
    name: keyedBox(seat, aspect.code),
    label: aspectTitle(t, aspect),
    kind: 'text',
    width: 4,
    optional: true,
    autocomplete: 'off',
    inputmode: 'text',
    ...(aspect.unit && !isStep(aspect) && { unit: aspect.unit }),
    hint: aspect.type === 'judgement' ? t('keying.step') : isStep(aspect) ? t('keying.met') : (aspect.spec ?? ''),
  })
  const sections = [
    ...(theoryWeight > 0
      ? [
          {
            fields: fill(
              [
                {
                  name: 'theory',
                  label: t('keying.theory'),
                  kind: 'text' as const,
                  width: 4 as const,
                  unit: t('keying.marksUnit'),
                  hint: t('keying.theoryHint'),
                  inputmode: 'decimal',
                  autocomplete: 'off',
                },
              ],
              filled,
              errors,
            ),
          },
        ]
      : []),
    ...panel.map((_, i) => ({
      title: `${t('keying.paper')} · ${t('keying.judge', { seat: i + 1 })}`,
      ...(i === 0 && { hint: t('keying.paperHint') }),
      fields: fill(
        event.aspects.map((aspect) => box(aspect, i + 1)),
        filled,
        errors,
      ),
    })),
  ]
  const editable = standing === 'present' && event.state === 'marking' && !own?.settledAt
  const blocks: Block[] = [
    ...(items.length > 0 ? [{ note: { kind: 'void' as const, text: t('keying.differences'), items } }] : []),
    editable
      ? {
          form: {
            action: paths.keying.sheet(event.id, code),
            submit: t('keying.save'),
            back: { text: t('keying.back'), href: paths.keying.event(event.id) },
            sections,
          },
        }
      : {
          note: {
            text: t(
              standing === 'present' ? (own?.settledAt ? 'keying.settled' : 'marking.locked') : 'marking.not-ranked',
            ),
          },
        },
  ]
  return {
    layout: 'staff',
    width: 'form',
    title: t('keying.sheet', { code }),
    tag: { kind: kinds[state], text: t(`keying.state-${state}`) },
    meta: event.title,
    crumbs: crumbs(t, event, code),
    problems: problemsOf(errors),
    blocks,
  }
}
