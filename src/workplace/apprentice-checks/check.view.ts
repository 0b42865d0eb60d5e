import { paths } from '../../paths.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Grid } from '../../training/result-sheets/result-grid.view.js'
import type { GridCell } from '../../training/result-sheets/result-row.view.js'
import { fill } from '../../web/form.js'
import type { Field, Problem } from '../../web/form-models.js'
import type { Action, Link, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import type { ApprenticeRow } from '../apprentices/apprentice.queries.js'
import { classCrumbs, classTabs } from '../apprenticeships/class-tabs.view.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import type { CheckKind, CheckRefusal } from './check.rules.js'
import { markFields, type MarkFault, type MarkField, type TypedMarks } from './mark-entry.rules.js'

export interface CheckDraft {
  typed: ReadonlyMap<string, TypedMarks>
  faults: ReadonlyMap<string, Partial<Record<MarkField, MarkFault>>>
  on: string
  onError?: string
  refusal?: string
}
export interface CheckData {
  one: ApprenticeshipRecord
  kind: CheckKind
  rows: readonly ApprenticeRow[]
  hours: ReadonlyMap<string, number>
  obstacle?: CheckRefusal
  actor: Actor
  today: string
  draft?: CheckDraft
}
type CheckPage = Page & {
  tabs: Link[]
  note?: Note
  grid?: Grid
  empty?: { title: string; text: string; actions: Action[] }
  form?: { action: string; submit: string; hidden: Record<string, string>; fields: Field[] }
  acts: Action[]
}

const checkOf = (row: ApprenticeRow, kind: CheckKind) => (kind === 'mid-term' ? row.midTerm : row.assessment)
const addresses: Record<CheckKind, (id: string) => string> = {
  'mid-term': paths.apprentices.midTerm,
  assessment: paths.apprentices.assessment,
}

/** One form for a whole class: theory, practice or absence, and what they lead to. */
export function checkPage(t: Translate, data: CheckData): CheckPage {
  const { one, kind, rows, obstacle, actor, today, draft } = data
  const mayAssess = may(actor, 'apprentice.assess')
  const id = String(one._id)
  const title = t(`apprenticeChecks.title-${kind}`)
  const page: CheckPage = {
    layout: 'staff',
    title,
    meta: t('apprenticeChecks.meta', { done: rows.filter((row) => checkOf(row, kind)).length, count: rows.length }),
    crumbs: classCrumbs(t, one, title),
    tabs: classTabs(t, id, data.actor, kind),
    acts: [],
    problems: problemsOf(t, data),
    ...(obstacle && mayAssess && { note: { text: t(`apprenticeChecks.${obstacle}`) } }),
  }
  if (rows.length === 0)
    return {
      ...page,
      empty: { title: t('apprenticeChecks.empty'), text: t('apprenticeChecks.emptyText'), actions: [] },
    }
  const editable = mayAssess && !obstacle
  const grid: Grid = {
    caption: title,
    editable,
    verdict: true,
    columns: [
      { label: t('apprentices.theory') },
      { label: t('apprentices.practice') },
      { label: t('apprentices.absent') },
    ],
    rows: rows.map((row, index) => rowOf(t, data, row, index, editable)),
  }
  const on = fill(
    [{ name: 'on', label: t('apprenticeChecks.on'), kind: 'date', value: today }],
    draft ? { on: draft.on } : {},
    draft?.onError ? { on: draft.onError } : {},
  )
  return {
    ...page,
    grid,
    ...(editable && {
      form: { action: addresses[kind](id), submit: t('apprenticeChecks.save'), hidden: {}, fields: on },
    }),
  }
}

const boxId = (field: MarkField, index: number): string => `${field}-${index}`

function problemsOf(t: Translate, { rows, draft }: CheckData): Problem[] {
  if (!draft) return []
  const separator = t.lang === 'en' ? ': ' : '：'
  return [
    ...(draft.refusal ? [{ text: draft.refusal }] : []),
    ...(draft.onError ? [{ text: draft.onError, href: '#on' }] : []),
    ...rows.flatMap((row, index) =>
      Object.entries(draft.faults.get(row._id) ?? {}).map(([field, fault]): Problem => ({
        text: `${row.personName}${separator}${t(`apprenticeChecks.${fault}`)}`,
        href: `#${boxId(field as MarkField, index)}`,
      })),
    ),
  ]
}

function rowOf(
  t: Translate,
  { kind, one, hours, draft, actor }: CheckData,
  row: ApprenticeRow,
  index: number,
  editable: boolean,
): Grid['rows'][number] {
  const check = checkOf(row, kind)
  const attended = hours.get(row.personId)
  return {
    personId: row._id,
    name: row.personName,
    ...(may(actor, 'apprentice.view') && { href: paths.apprentices.show(row._id) }),
    idMasked: row.idMasked,
    version: row.version,
    sub:
      kind === 'assessment'
        ? attended === undefined
          ? t('apprenticeChecks.attendanceNone')
          : t('apprenticeChecks.attendance', { done: attended, planned: one.centralHours })
        : '',
    cells: markFields.map((field) => cellOf(t, row, kind, field, index, editable, draft)),
    tag: tagOf(t, row, kind),
    reasons: (kind === 'assessment' ? (row.outcomeReasons ?? []) : (check?.reasons ?? []))
      .map((reason) => t(`apprentices.reason-${reason}`))
      .join(t.lang === 'en' ? '; ' : '；'),
  }
}

function tagOf(t: Translate, row: ApprenticeRow, kind: CheckKind): Tag {
  const check = checkOf(row, kind)
  if (kind === 'assessment' && row.outcome)
    return { kind: row.outcome === 'not-completed' ? 'back' : 'good', text: t(`apprentices.state-${row.outcome}`) }
  if (!check) return { kind: 'wait', text: t('apprenticeChecks.awaited') }
  return check.passed
    ? { kind: 'good', text: t('apprentices.passed') }
    : { kind: 'back', text: t(check.absent ? 'apprentices.absent' : 'apprentices.failed') }
}

function cellOf(
  t: Translate,
  row: ApprenticeRow,
  kind: CheckKind,
  field: MarkField,
  index: number,
  editable: boolean,
  draft: CheckDraft | undefined,
): GridCell {
  const check = checkOf(row, kind)
  const stored =
    field === 'absent'
      ? check?.absent
        ? 'on'
        : ''
      : String((field === 'theoryScore' ? check?.theory : check?.practice) ?? '')
  if (!editable) return { field, text: field === 'absent' ? (stored ? t('apprentices.absent') : '') : stored || '—' }
  const value = draft ? (draft.typed.get(row._id)?.[field] ?? '') : stored
  const fault = draft?.faults.get(row._id)?.[field]
  const label = t(`apprentices.${field === 'absent' ? 'absent' : field === 'theoryScore' ? 'theory' : 'practice'}`)
  return {
    field,
    input: {
      id: boxId(field, index),
      name: `${field}.${row._id}`,
      label: `${row.personName} ${label}`,
      value,
      checked: field === 'absent' && value === 'on',
      ...(fault && { error: t(`apprenticeChecks.${fault}`) }),
    },
  }
}
