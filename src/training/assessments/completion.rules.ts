/** Why somebody has not completed, in the order in which they are told. `no-result` only keeps a run from being closed. */
export const incompleteReasons = ['no-result', 'absent', 'low-attendance', 'failed-theory', 'failed-practice'] as const
export type IncompleteReason = (typeof incompleteReasons)[number]
export interface CompletionVerdict {
  completed: boolean
  reasons: IncompleteReason[]
}

export interface CompletionFacts {
  /** in hours of 45 minutes; empty until somebody has recorded it */
  attendedHours?: number | null
  plannedHours: number
  theoryScore?: number | null
  practiceScore?: number | null
  absent?: boolean | null
  /** a level is always examined in both parts (等级认定：理论知识与操作技能均达 60 分) */
  level?: number | null
  /** a course that teaches only one part is examined in that one */
  theoryHours?: number
  practiceHours?: number
}
export interface CompletionFigures {
  minAttendancePercent: number
  passMark: number
}

const both = ['theory', 'practice'] as const
type Part = (typeof both)[number]
const recorded = (value: number | null | undefined): value is number => typeof value === 'number'
// 0.1 has no exact binary form: 79.9 of 100 hours must not become 80 %.
const tenths = (hours: number): number => Math.round(hours * 10)

/** Has this trainee completed the run? Attendance and each examined part must reach their figure; reaching it is enough. */
export function completionVerdict(facts: CompletionFacts, figures: CompletionFigures): CompletionVerdict {
  const reasons = isMissing(facts) ? (['no-result'] as const) : obstacles(facts, figures)
  return { completed: reasons.length === 0, reasons: [...reasons] }
}

function obstacles(facts: CompletionFacts, { minAttendancePercent, passMark }: CompletionFigures): IncompleteReason[] {
  const { attendedHours, plannedHours, absent } = facts
  const low = recorded(attendedHours) && tenths(attendedHours) * 100 < tenths(plannedHours) * minAttendancePercent
  const attendance: IncompleteReason[] = low ? ['low-attendance'] : []
  if (absent) return ['absent', ...attendance]
  return [
    ...attendance,
    ...examinedParts(facts)
      .filter((part) => scoreOf(facts, part)! < passMark)
      .map((part): IncompleteReason => `failed-${part}`),
  ]
}

/** Whether attendance or a mark has still to be recorded; who was absent from the assessment has no marks. */
export function isMissing(facts: CompletionFacts): boolean {
  if (facts.absent) return false
  return !recorded(facts.attendedHours) || examinedParts(facts).some((part) => !recorded(scoreOf(facts, part)))
}

/** The parts that are examined: both for a level, otherwise those that are taught. */
export function examinedParts({
  level,
  theoryHours,
  practiceHours,
}: Pick<CompletionFacts, 'level' | 'theoryHours' | 'practiceHours'>): readonly Part[] {
  const taught = both.filter((part) => (part === 'theory' ? theoryHours : practiceHours) !== 0)
  return level || taught.length === 0 ? both : taught
}

const scoreOf = (facts: CompletionFacts, part: Part): number | null | undefined =>
  part === 'theory' ? facts.theoryScore : facts.practiceScore
