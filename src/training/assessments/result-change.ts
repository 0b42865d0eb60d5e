/** How a typed line becomes an update of the record. */
import type { Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import type { EnrolmentRecord } from '../enrolments/enrolment.model.js'
import { attendanceFields, resultFields, type ResultField } from './result-entry.rules.js'

/** One person's results: what is undefined stays as it is, null empties it. `version` is that of the record which the page showed. */
export interface ResultRow {
  enrolmentId: string
  version?: number
  attendedTheoryHours?: number | null
  attendedPracticeHours?: number | null
  theoryScore?: number | null
  practiceScore?: number | null
  absent?: boolean
}
export interface By {
  actor: Actor
  source: 'typed' | 'imported'
  reason?: string
  now: Date
  today: Day
}

const plain = (field: ResultField, value: number | boolean | null | undefined) =>
  value ?? (field === 'absent' ? false : null)

export const changedFields = (given: ResultRow, row: EnrolmentRecord): ResultField[] =>
  resultFields.filter((field) => given[field] !== undefined && plain(field, given[field]) !== plain(field, row[field]))

export function updateOf(given: ResultRow, row: EnrolmentRecord, { actor, source, reason, now, today }: By) {
  const fields = changedFields(given, row)
  const set = Object.fromEntries(fields.filter((field) => given[field] !== null).map((field) => [field, given[field]]))
  const unset = Object.fromEntries(fields.filter((field) => given[field] === null).map((field) => [field, 1 as const]))
  const hours = fields.some((field) => attendanceFields.includes(field))
  const marks = fields.some((field) => !attendanceFields.includes(field))
  const correction = reason && {
    at: now,
    byId: actor.id,
    byName: actor.name,
    reason,
    before: valuesOf(row, fields),
    after: valuesOf(given, fields),
  }
  return {
    $set: {
      ...set,
      updatedAt: now,
      ...(hours && { attendanceSource: source }),
      ...(marks && { assessedOn: today, scoredById: actor.id, scoredByName: actor.name, scoredByRole: actor.role }),
    },
    ...(Object.keys(unset).length > 0 && { $unset: unset }),
    ...(correction && { $push: { corrections: correction } }),
    $inc: { version: 1 },
  }
}

const valuesOf = (row: { [F in ResultField]?: number | boolean | null }, fields: readonly ResultField[]) =>
  Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))
