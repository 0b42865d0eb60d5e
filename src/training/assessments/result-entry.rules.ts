import { halfWidth } from '../../shared/text.js'

export const resultFields = [
  'attendedTheoryHours',
  'attendedPracticeHours',
  'theoryScore',
  'practiceScore',
  'absent',
] as const
export type ResultField = (typeof resultFields)[number]
export const attendanceFields: readonly ResultField[] = ['attendedTheoryHours', 'attendedPracticeHours']

/** What one line of the form says; what was left empty is not recorded. */
export interface ResultEntry {
  attendedTheoryHours?: number
  attendedPracticeHours?: number
  theoryScore?: number
  practiceScore?: number
  absent?: boolean
}
export const entryFaults = [
  'not-a-number',
  'below-zero',
  'more-than-planned',
  'more-than-hundred',
  'too-fine',
  'absent-with-score',
] as const
export type EntryFault = (typeof entryFaults)[number]
export interface FieldFault {
  field: ResultField
  reason: EntryFault
  max?: number
}
export interface EntryRead {
  entry: ResultEntry
  faults: FieldFault[]
}
export type Typed = Partial<Record<ResultField, string>>
export interface Planned {
  theoryHours: number
  practiceHours: number
}

const full = 100

/** Reads the boxes of one trainee; every fault is told, each at its own box. */
export function readEntry(typed: Typed, { theoryHours, practiceHours }: Planned): EntryRead {
  const entry: ResultEntry = {}
  const faults: FieldFault[] = []
  const take = (field: Exclude<ResultField, 'absent'>, max: number, over: EntryFault) => {
    const read = readNumber(typed[field] ?? '', max, over)
    if (typeof read === 'number') entry[field] = read
    else if (read) faults.push({ field, reason: read, max })
  }
  take('attendedTheoryHours', theoryHours, 'more-than-planned')
  take('attendedPracticeHours', practiceHours, 'more-than-planned')
  take('theoryScore', full, 'more-than-hundred')
  take('practiceScore', full, 'more-than-hundred')
  const absent = isAbsent(typed.absent ?? '')
  if (typed.absent !== undefined) entry.absent = absent
  if (absent && (entry.theoryScore !== undefined || entry.practiceScore !== undefined))
    faults.push({ field: 'absent', reason: 'absent-with-score' })
  return { entry, faults }
}

/** A number with at most one decimal; `undefined` for an empty box. */
function readNumber(text: string, max: number, over: EntryFault): number | EntryFault | undefined {
  const clean = halfWidth(text).replace(/\s|分$|学时$/g, '')
  if (clean === '') return undefined
  if (!/^-?\d+(\.\d+)?$/.test(clean)) return 'not-a-number'
  const value = Number(clean)
  if (value < 0) return 'below-zero'
  if (value > max) return over
  return Math.abs(value * 10 - Math.round(value * 10)) > 1e-9 ? 'too-fine' : value
}

const absentWords = new Set(['on', 'true', '1', '是', '缺考', '缺', 'y', 'yes', 'absent', '√'])
const isAbsent = (text: string): boolean => absentWords.has(text.trim().toLowerCase())

/** Whether a line would change what is recorded. */
export function entryDiffers(
  entry: ResultEntry,
  row: { [F in ResultField]?: number | boolean | null },
  fields: readonly ResultField[] = resultFields,
): boolean {
  return fields.some(
    (field) =>
      (entry[field] ?? (field === 'absent' ? false : undefined)) !==
      (row[field] ?? (field === 'absent' ? false : undefined)),
  )
}
