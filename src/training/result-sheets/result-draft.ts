/** Between what a browser or a file says and the rows of the service. */
import type { Translate } from '../../shared/words.js'
import type { ResultRow } from '../assessments/result-change.js'
import {
  readEntry,
  type EntryRead,
  type FieldFault,
  type Planned,
  type ResultField,
  type Typed,
} from '../assessments/result-entry.rules.js'
import type { FieldErrors, ResultEnrolment } from './result-grid.view.js'
import { boxName, shownValue } from './result-row.view.js'

/** The boxes of the form as typed; a checkbox that is not sent was not ticked. */
export function typedOf(
  body: Record<string, unknown>,
  rows: readonly ResultEnrolment[],
  fields: readonly ResultField[],
): Map<string, Typed> {
  const text = (name: string): string | undefined =>
    typeof body[name] === 'string' ? body[name].slice(0, 40) : undefined
  return new Map(
    rows
      .filter(
        ({ personId }) =>
          fields.some((field) => text(boxName(field, personId)) !== undefined) ||
          text(`version.${personId}`) !== undefined,
      )
      .map(({ personId }) => [
        personId,
        Object.fromEntries(fields.map((field) => [field, text(boxName(field, personId)) ?? ''])),
      ]),
  )
}

/** Whoever has no hours yet came to all of them; what is typed stays. */
export const filledUp = (typed: ReadonlyMap<string, Typed>, { theoryHours, practiceHours }: Planned) =>
  new Map<string, Typed>(
    [...typed].map(([personId, line]) => [
      personId,
      {
        ...line,
        attendedTheoryHours: line.attendedTheoryHours || String(theoryHours),
        attendedPracticeHours: line.attendedPracticeHours || String(practiceHours),
      },
    ]),
  )

export const faultText = (t: Translate, { reason, max }: FieldFault): string =>
  t(`results.entry-${reason}`, { max: max ?? '' })

/** Reads all lines; errors stand at their boxes, and without any the rows can be saved. */
export function readDraft(
  t: Translate,
  typed: ReadonlyMap<string, Typed>,
  planned: Planned,
): { read: Map<string, EntryRead>; errors: FieldErrors } {
  const read = new Map([...typed].map(([personId, line]) => [personId, readEntry(line, planned)]))
  const faulty = [...read].filter(([, { faults }]) => faults.length > 0)
  return {
    read,
    errors: new Map(
      faulty.map(([personId, { faults }]) => [
        personId,
        Object.fromEntries(faults.map((fault) => [fault.field, faultText(t, fault)])),
      ]),
    ),
  }
}

/** An empty box empties what was recorded. */
export function resultRow(
  row: ResultEnrolment,
  { entry }: EntryRead,
  fields: readonly ResultField[],
  version?: number,
): ResultRow {
  const values = Object.fromEntries(
    fields.map((field) => [field, field === 'absent' ? (entry.absent ?? false) : (entry[field] ?? null)]),
  )
  return { enrolmentId: String(row._id), ...(version !== undefined && { version }), ...values }
}

/** What somebody else changed meanwhile is said at each box that differs. */
export const conflictErrors = (
  t: Translate,
  typed: ReadonlyMap<string, Typed>,
  rows: readonly ResultEnrolment[],
  changed: ReadonlySet<string>,
  fields: readonly ResultField[],
): FieldErrors =>
  new Map(
    rows
      .filter((row) => changed.has(String(row._id)))
      .map((row) => [
        row.personId,
        Object.fromEntries(
          fields
            .filter((field) => (typed.get(row.personId)?.[field] ?? '') !== shownValue(row, field))
            .map((field) => [field, t('results.changedNow', { value: shownValue(row, field) || '—' })]),
        ),
      ]),
  )
