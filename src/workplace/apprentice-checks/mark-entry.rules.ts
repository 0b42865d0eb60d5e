import type { Marks } from './outcome.rules.js'

export const markFields = ['theoryScore', 'practiceScore', 'absent'] as const
export type MarkField = (typeof markFields)[number]
export type TypedMarks = Partial<Record<MarkField, string>>
export type MarkFault = 'mark' | 'both' | 'absent-with-marks'
export type MarksRead =
  | { kind: 'empty' }
  | { kind: 'marks'; marks: Marks }
  | { kind: 'faults'; faults: Partial<Record<MarkField, MarkFault>> }

const shape = /^\d{1,3}(\.\d)?$/
const markOf = (text: string): number | undefined =>
  shape.test(text) && Number(text) <= 100 ? Number(text) : undefined

/** Reads one line of marks: both of them, or absence, or nothing at all. */
export function readMarks({ theoryScore = '', practiceScore = '', absent = '' }: TypedMarks): MarksRead {
  const [theory, practice] = [theoryScore.trim(), practiceScore.trim()]
  if (absent)
    return theory || practice
      ? { kind: 'faults', faults: { absent: 'absent-with-marks' } }
      : { kind: 'marks', marks: { absent: true } }
  if (!theory && !practice) return { kind: 'empty' }
  const faults: Partial<Record<MarkField, MarkFault>> = {
    ...(theory === ''
      ? { theoryScore: 'both' as const }
      : markOf(theory) === undefined
        ? { theoryScore: 'mark' as const }
        : {}),
    ...(practice === ''
      ? { practiceScore: 'both' as const }
      : markOf(practice) === undefined
        ? { practiceScore: 'mark' as const }
        : {}),
  }
  return Object.keys(faults).length > 0
    ? { kind: 'faults', faults }
    : { kind: 'marks', marks: { theory: markOf(theory), practice: markOf(practice) } }
}
