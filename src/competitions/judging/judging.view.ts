import { paths } from '../../paths.js'
import { printed } from '../../shared/fraction.js'
import { formatInstant } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Field, Form, Scale } from '../../web/form-models.js'
import type { Link, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import { standings, type Standing } from '../results/ranking.rules.js'
import { boxId, boxName } from './judging.forms.js'
import type { MarkedAspect, SheetWithMarks } from '../marking/marking.queries.js'
import { measuredText } from './measure.rules.js'
import { aspectMark, practiceMark } from '../marking/score.rules.js'
import {
  allSubmitted,
  factsOfSheet,
  judgeStanding,
  sheetState,
  toDiscuss,
  valuesOfAspect,
  type JudgeState,
  type SheetState,
} from '../marking/sheet.rules.js'

const stateKinds: Record<SheetState, Tag['kind']> = {
  waiting: 'wait',
  marking: 'run',
  'to-discuss': 'back',
  agreed: 'good',
}
const judgeKinds: Record<JudgeState, Tag['kind']> = { 'not-started': 'neutral', begun: 'run', submitted: 'good' }

export interface EventView {
  id: string
  title: string
  competitionTitle: string
  aspects: readonly MarkedAspect[]
}

/** The state of a contestant before everybody; who has no marks to get says why. */
export function sheetTag(t: Translate, aspects: readonly MarkedAspect[], one: SheetWithMarks): Tag {
  if (one.sheet.standing !== 'present') return { kind: 'neutral', text: t(`marking.standing-${one.sheet.standing}`) }
  const state = sheetState(factsOfSheet(aspects, one))
  return { kind: stateKinds[state], text: t(`marking.state-${state}`) }
}

/** A judge's own state of a contestant: what others have done is not told before all have submitted. */
function ownTag(t: Translate, aspects: readonly MarkedAspect[], one: SheetWithMarks, judgeId: string): Tag {
  const facts = factsOfSheet(aspects, one)
  if (one.sheet.standing !== 'present' || allSubmitted(facts)) return sheetTag(t, aspects, one)
  return judgeTag(t, aspects, one, judgeId)
}
function judgeTag(t: Translate, aspects: readonly MarkedAspect[], one: SheetWithMarks, judgeId: string): Tag {
  const { state, missing } = judgeStanding(factsOfSheet(aspects, one), judgeId)
  return { kind: judgeKinds[state], text: t(`marking.judge-${state}`, { count: missing.length }) }
}

const crumbs = (t: Translate, event: EventView, last?: string): Link[] => [
  { text: t('marking.duties'), href: paths.duties.list() },
  { text: event.title, href: last ? paths.judging.event(event.id) : '' },
  ...(last ? [{ text: last, href: '' }] : []),
]

/** The contestants of a judge, or all of them for the chief judge with every judge's progress and who stepped back. */
export function eventPage(
  t: Translate,
  event: EventView,
  sheets: readonly SheetWithMarks[],
  { judgeId, actions }: { judgeId?: string; actions: Page['actions'] },
): Page & Record<string, unknown> {
  const done = sheets.filter(
    (one) =>
      (judgeId
        ? judgeStanding(factsOfSheet(event.aspects, one), judgeId).state === 'submitted'
        : sheetState(factsOfSheet(event.aspects, one)) === 'agreed') || one.sheet.standing !== 'present',
  ).length
  const row = (one: SheetWithMarks) => {
    const { code, panel, avoided } = one.sheet
    const link = { text: code, href: paths.judging.sheet(event.id, code), num: true }
    if (judgeId) return { cells: [link, { tag: ownTag(t, event.aspects, one, judgeId) }] }
    return {
      cells: [
        link,
        { tag: sheetTag(t, event.aspects, one) },
        {
          text: panel
            .map(({ accountId, name }) => `${name}：${judgeTag(t, event.aspects, one, accountId).text}`)
            .join('；'),
          full: true,
        },
        {
          text:
            avoided
              .map(({ name, reason }) => t('marking.avoidedBy', { name, reason: t(`marking.avoid-${reason}`) }))
              .join('；') || '—',
          full: true,
        },
      ],
    }
  }
  const columns = ['code', 'state', ...(judgeId ? [] : ['judges', 'avoided'])].map((key) => ({
    label: t(`marking.${key}`),
  }))
  const table: Table = { caption: t('marking.caption'), columns, rows: sheets.map(row) }
  return {
    layout: 'staff',
    title: t('marking.eventTitle', { title: event.title }),
    meta: t('marking.done', { done, total: sheets.length }),
    lead: t(judgeId ? 'marking.eventLead' : 'marking.chiefLead'),
    crumbs: crumbs(t, event),
    actions: actions ?? [],
    list: sheets.length > 0 ? { table } : { empty: { title: t('marking.none'), text: t('marking.noneText') } },
  }
}

export interface SheetView extends SheetWithMarks {
  event: EventView
  judgeId?: string
  own: { name: string; version: number }
  previous?: string
  next?: string
  locked: boolean
}
type Group = {
  title: string
  items: ({ scale: Scale } | { field: Field; title: string; maxText: string; tag?: Tag })[]
}

/** All aspects of one contestant on one page, one form; the chief judge reads it once all have submitted. */
export function sheetPage(
  t: Translate,
  view: SheetView,
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const { event, sheet, judgeId, locked } = view
  const facts = factsOfSheet(event.aspects, view)
  const [shown, open] = [allSubmitted(facts), toDiscuss(facts)]
  const editable = judgeId !== undefined && !locked && sheet.standing === 'present' && (!shown || open.length > 0)
  const asked = shown ? event.aspects.filter(({ code }) => open.includes(code)) : event.aspects
  const note: Note | undefined =
    open.length > 0 && !locked
      ? { kind: 'wait', text: t('marking.discussTitle', { count: open.length }), more: t('marking.discussText') }
      : shown
        ? { kind: 'good', text: t(locked ? 'marking.locked' : 'marking.agreedText') }
        : undefined
  return {
    layout: 'staff',
    title: t('marking.sheetTitle', { code: sheet.code }),
    tag: judgeId ? ownTag(t, event.aspects, view, judgeId) : sheetTag(t, event.aspects, view),
    meta: event.title,
    crumbs: crumbs(t, event, sheet.code),
    problems: problemsOf(errors),
    judges: sheet.panel.map(({ accountId, name }) => ({
      name: accountId === judgeId ? t('marking.me', { name }) : name,
      tag: judgeTag(t, event.aspects, view, accountId),
    })),
    ...(shown ? { marks: marksTable(t, view) } : { hidden: t('marking.hidden') }),
    ...(note && { note }),
    ...(editable && {
      form: {
        action: paths.judging.sheet(event.id, sheet.code),
        version: String(view.own.version),
        groups: groupsOf(t, view, asked, values, errors),
        ...(shown && {
          reason: fill(
            [
              {
                name: 'reason',
                label: t('marking.reason'),
                hint: t('marking.reasonHint'),
                kind: 'textarea',
                rows: 2,
                maxlength: 300,
              },
            ],
            values,
            errors,
          )[0],
        }),
      },
    }),
    bar: barOf(t, view, editable),
    ...(judgeId === undefined && !locked && { standing: standingForm(t, view, values, errors) }),
  }
}

function barOf(t: Translate, { event, sheet, judgeId, marks, previous, next }: SheetView, editable: boolean) {
  const savedAt = marks.find((one) => one.judgeId === judgeId)?.savedAt
  return {
    ...(previous && {
      previous: { text: t('marking.previous', { code: previous }), href: paths.judging.sheet(event.id, previous) },
    }),
    ...(savedAt && { saved: t('marking.saved', { time: formatInstant(savedAt).slice(-5) }) }),
    ...(editable
      ? { submit: next ? t('marking.saveNext', { code: next }) : t('marking.save') }
      : next && next !== sheet.code
        ? { next: { text: t('marking.previous', { code: next }), href: paths.judging.sheet(event.id, next) } }
        : {}),
  }
}

/** Criterion by criterion, in the order of the scheme. */
function groupsOf(
  t: Translate,
  view: SheetView,
  aspects: readonly MarkedAspect[],
  values: Values,
  errors: Errors,
): Group[] {
  const own = new Map(
    (view.marks.find(({ judgeId }) => judgeId === view.judgeId)?.values ?? []).map(({ aspect, value }) => [
      aspect,
      value,
    ]),
  )
  const titles = [
    ...new Set(aspects.map(({ criterion, criterionTitle }) => [criterion, criterionTitle].filter(Boolean).join(' '))),
  ]
  return titles.map((title) => ({
    title,
    items: aspects
      .filter(({ criterion, criterionTitle }) => [criterion, criterionTitle].filter(Boolean).join(' ') === title)
      .map((aspect) => itemOf(t, aspect, own.get(aspect.code), values, errors)),
  }))
}

function itemOf(
  t: Translate,
  aspect: MarkedAspect,
  stored: number | undefined,
  values: Values,
  errors: Errors,
): Group['items'][number] {
  const { code, text, type, max, benchmarks, bands, spec, unit } = aspect
  const [name, id] = [boxName(code), boxId(code)]
  const typed = values[name]
  const isChoice = type === 'judgement' || (bands?.length === 0 && code !== 'TIME')
  const value =
    typeof typed === 'string'
      ? typed
      : stored === undefined
        ? ''
        : isChoice
          ? String(stored)
          : measuredText(stored, unit)
  const tag: Tag | undefined = value === '' ? { kind: 'wait', text: t('marking.unmarked') } : undefined
  const maxText = code === 'TIME' ? t('marking.timeNoMark') : t('marking.max', { max: (max / 100).toFixed(2) })
  const title = code === 'TIME' ? t('marking.timeTitle') : `${code} ${text}`
  const error = errors[id] && { error: errors[id] }
  const common = { name, id, ...error }
  if (type === 'judgement')
    return {
      scale: {
        ...common,
        title,
        maxText,
        value,
        ...(tag && { tag }),
        steps: [0, 1, 2, 3].map((step) => ({ value: String(step), text: benchmarks[step] ?? '' })),
      },
    }
  if (isChoice)
    return {
      scale: {
        ...common,
        title: `${title}（${t('marking.measured')}）`,
        maxText,
        value,
        ...(tag && { tag }),
        steps: [
          { value: '0', text: t('marking.notMet') },
          { value: '1', text: t('marking.met') },
        ],
      },
    }
  const field: Field = {
    ...common,
    label: t('marking.measured'),
    kind: 'text',
    value,
    hint: code === 'TIME' ? t('marking.timeHint') : (spec ?? ''),
    width: 4,
    ...(unit && { unit }),
    inputmode: 'text',
    autocomplete: 'off',
  }
  return { field, title, maxText, ...(tag && { tag }) }
}

/** Every judge's value beside the mark that comes of them; a total only when all of them agree. */
function marksTable(t: Translate, view: SheetView): Table {
  const { event, sheet } = view
  const facts = factsOfSheet(event.aspects, view)
  const open = toDiscuss(facts)
  const shownValue = ({ type, bands, code, unit }: MarkedAspect, value: number | undefined) =>
    value === undefined
      ? '—'
      : type === 'judgement'
        ? String(value)
        : bands?.length === 0 && code !== 'TIME'
          ? t(value === 0 ? 'marking.notMet' : 'marking.met')
          : measuredText(value, unit)
  const markText = (aspect: MarkedAspect) =>
    open.includes(aspect.code) ? '—' : printed(aspectMark(aspect, valuesOfAspect(facts, aspect.code)))
  const rows = event.aspects.map((aspect) => ({
    cells: [
      { text: aspect.code === 'TIME' ? t('marking.timeTitle') : `${aspect.code} ${aspect.text}` },
      ...facts.panel.map((judgeId) => ({
        text: shownValue(aspect, facts.marks.find((one) => one.judgeId === judgeId)?.values.get(aspect.code)),
        n: true,
      })),
      ...(aspect.code === 'TIME'
        ? [{ text: t('marking.timeNoMark'), n: true }]
        : [{ text: markText(aspect), n: true }]),
    ],
  }))
  const total =
    open.length === 0
      ? printed(practiceMark(event.aspects.map((aspect) => aspectMark(aspect, valuesOfAspect(facts, aspect.code)))))
      : '—'
  return {
    caption: t('marking.marksTitle'),
    plain: true,
    columns: [
      { label: t('marking.aspect') },
      ...sheet.panel.map(({ name }) => ({ label: name, n: true })),
      { label: t('marking.mark'), n: true },
    ],
    rows,
    foot: [{ text: t('marking.sum') }, ...sheet.panel.map(() => ({ text: '', n: true })), { text: total, n: true }],
  }
}

function standingForm(
  t: Translate,
  { event, sheet }: SheetView,
  values: Values,
  errors: Errors,
): { title: string; text: string; form: Form } {
  const others: Standing[] = standings.filter((standing) => standing !== sheet.standing)
  return {
    title: t('marking.standingTitle'),
    text: t('marking.standingText'),
    form: {
      action: paths.judging.standing(event.id, sheet.code),
      submit: t('marking.standingSubmit'),
      sections: [
        {
          fields: fill(
            [
              {
                name: 'standing',
                label: t('marking.standing'),
                kind: 'radios',
                options: others.map((value) => ({ value, label: t(`marking.standing-${value}`) })),
              },
              { name: 'reason', label: t('marking.standingWhy'), kind: 'textarea', rows: 2, maxlength: 300 },
            ],
            values,
            errors,
          ),
        },
      ],
    },
  }
}
