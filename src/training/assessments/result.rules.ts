import type { Actor } from '../../shared/permissions.js'
import type { CompletionFacts } from './completion.rules.js'

interface ResultRun {
  state: string
  organisationId: string
  assessmentBodyId?: string | null
  course: { theoryHours: number; practiceHours: number; level?: number | null; certificateFamily: string }
}
interface Recorded {
  attendedTheoryHours?: number | null
  attendedPracticeHours?: number | null
  theoryScore?: number | null
  practiceScore?: number | null
  absent?: boolean | null
}

/** Why somebody may not record this part now; nothing when he may. */
export type EditObstacle = 'not-begun' | 'teaching-first' | 'closed' | 'of-institution' | 'not-yours'
export interface EditRights {
  attendance?: EditObstacle
  marks?: EditObstacle
}

const taught: readonly string[] = ['running', 'awaiting-assessment']

/**
 * Attendance is the institution's, from the first day of teaching; marks follow when teaching is over, typed by the institution
 * or by the assessment body that the run names. A closed run changes by a correction only.
 */
export function editRights(
  run: ResultRun,
  { role, organisationId }: Pick<Actor, 'role' | 'organisationId'>,
): EditRights {
  const institution = role === 'institution-manager' || role === 'institution-clerk'
  const own = institution && run.organisationId === organisationId
  const examiner = role === 'assessment-body' && Boolean(organisationId) && run.assessmentBodyId === organisationId
  if (!own && !examiner) return { attendance: 'not-yours', marks: 'not-yours' }
  if (run.state === 'closed') return { attendance: 'closed', marks: 'closed' }
  if (!taught.includes(run.state)) return { attendance: 'not-begun', marks: 'not-begun' }
  return {
    ...(!own && { attendance: 'of-institution' as const }),
    ...(run.state !== 'awaiting-assessment' && { marks: 'teaching-first' as const }),
  }
}

/** What the verdict of completion is told of a record. One part of the attendance recorded means the other was 0. */
export function completionFactsOf({ course }: Pick<ResultRun, 'course'>, row: Recorded): CompletionFacts {
  const hours = [row.attendedTheoryHours, row.attendedPracticeHours].filter(
    (one): one is number => typeof one === 'number',
  )
  return {
    attendedHours: hours.length === 0 ? null : hours.reduce((sum, one) => sum + one, 0),
    plannedHours: course.theoryHours + course.practiceHours,
    theoryHours: course.theoryHours,
    practiceHours: course.practiceHours,
    theoryScore: row.theoryScore,
    practiceScore: row.practiceScore,
    absent: row.absent,
    level: course.certificateFamily === 'level' ? course.level : undefined,
  }
}
