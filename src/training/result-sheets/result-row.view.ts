import { paths, withQuery } from '../../paths.js'
import { may } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { completionVerdict, isMissing, type CompletionFigures } from '../assessments/completion.rules.js'
import { attendanceFields, resultFields, type ResultField } from '../assessments/result-entry.rules.js'
import { completionFactsOf } from '../assessments/result.rules.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { clauses, listed } from '../enrolments/listing.view.js'
import type { Link, Tag } from '../../web/link-models.js'
import type { Draft, ResultData, ResultEnrolment, ResultMode } from './result-grid.view.js'

export interface GridCell {
  field: ResultField
  text?: string
  input?: { id: string; name: string; label: string; value: string; checked?: boolean; error?: string }
}

export interface GridRow {
  personId: string
  name: string
  href?: string
  idMasked: string
  version: number
  sub: string
  cells: GridCell[]
  tag: Tag
  reasons: string
  action?: Link
}

export const fieldsOf = (mode: ResultMode): readonly ResultField[] =>
  mode === 'attendance' ? attendanceFields : resultFields

export const boxName = (field: ResultField, personId: string): string => `${field}.${personId}`
export const boxId = (field: ResultField, personId: string): string => `${field}-${personId}`

export function rowOf(
  t: Translate,
  { run, actor, mode, draft }: ResultData,
  row: ResultEnrolment,
  boxes: readonly ResultField[],
  figures: CompletionFigures,
): GridRow {
  const corrections = row.corrections?.length ?? 0
  const correctable = mode === 'results' && run.state === 'closed' && actor.role === 'institution-manager'
  return {
    personId: row.personId,
    name: row.personName,
    idMasked: row.idMasked,
    version: row.version,
    ...(may(actor, 'person.view') && { href: paths.people.show(row.personId) }),
    sub: clauses(t, [
      row.scoredByName && mode === 'results' ? t('results.byWhom', { name: row.scoredByName }) : '',
      corrections > 0 ? t('results.corrected', { count: corrections }) : '',
    ]),
    cells: fieldsOf(mode).map((field) => cellOf(t, row, field, boxes.includes(field), draft)),
    ...verdictOf(t, run, row, figures),
    ...(correctable && {
      action: {
        text: t('results.correct'),
        href: withQuery(paths.courseRuns.correctResult(String(run._id)), { person: row.personId }),
      },
    }),
  }
}

export const shownValue = (row: Partial<Record<ResultField, unknown>>, field: ResultField): string =>
  field === 'absent' ? (row.absent ? 'on' : '') : typeof row[field] === 'number' ? String(row[field]) : ''

function cellOf(
  t: Translate,
  row: ResultEnrolment,
  field: ResultField,
  editable: boolean,
  draft: Draft | undefined,
): GridCell {
  if (!editable)
    return { field, text: field === 'absent' ? (row.absent ? t('results.absent') : '') : shownValue(row, field) || '—' }
  const value = draft?.typed.get(row.personId)?.[field] ?? shownValue(row, field)
  const error = draft?.errors.get(row.personId)?.[field]
  return {
    field,
    input: {
      id: boxId(field, row.personId),
      name: boxName(field, row.personId),
      label: `${row.personName} ${t(`results.${field}`)}`,
      value,
      ...(field === 'absent' && { checked: value !== '' }),
      ...(error && { error }),
    },
  }
}

/** Before the close what the recorded values lead to, afterwards what was decided. */
function verdictOf(
  t: Translate,
  run: CourseRunRecord,
  row: ResultEnrolment,
  figures: CompletionFigures,
): { tag: Tag; reasons: string } {
  const say = (reasons: readonly string[]) =>
    listed(
      t,
      reasons.map((reason) => t(`results.reason-${reason}`)),
    )
  if (run.state === 'closed')
    return row.completed
      ? { tag: { kind: 'good', text: t('results.verdict-completed-closed') }, reasons: '' }
      : { tag: { kind: 'back', text: t('results.verdict-not-closed') }, reasons: say(row.completionReasons ?? []) }
  const facts = completionFactsOf(run, row)
  const { completed, reasons } = completionVerdict(facts, figures)
  if (isMissing(facts)) return { tag: { kind: 'wait', text: t('results.verdict-missing') }, reasons: '' }
  return completed
    ? { tag: { kind: 'good', text: t('results.verdict-completed') }, reasons: '' }
    : { tag: { kind: 'back', text: t('results.verdict-not') }, reasons: say(reasons) }
}
