import type { Day } from '../../shared/dates.js'
import type { CourseRunState } from '../course-runs/course-run.model.js'

interface RosterRun {
  state: CourseRunState | string
  startsOn: Day
  endsOn: Day
  lessons?: readonly { on: Day; hours: number }[] | null
}

/** The roster is open from the draft until shortly after teaching has begun. */
export const rosterStates: readonly string[] = ['draft', 'returned', 'submitted', 'county-passed', 'filed', 'running']

const approved: readonly string[] = ['filed', 'running']

export const rosterRefusals = ['roster-closed', 'cut-off'] as const
export type RosterVerdict = { ok: true } | { ok: false; reason: (typeof rosterRefusals)[number]; percent: number }

const hundred = 100

/** Which share of the lesson hours lies on days before `today`; without a timetable nothing has passed. */
export function passedPercent(lessons: RosterRun['lessons'], today: Day): number {
  const tenths = (rows: readonly { hours: number }[]) =>
    rows.reduce((sum, { hours }) => sum + Math.round(hours * 10), 0)
  const all = tenths(lessons ?? [])
  return all === 0 ? 0 : (tenths((lessons ?? []).filter(({ on }) => on < today)) * hundred) / all
}

/**
 * May people still be added to or taken from the roster? Once a filed run has begun, only while at most `untilPercent` of its
 * lesson hours have passed (样例：三分之一).
 */
export function rosterVerdict(run: RosterRun, today: Day, untilPercent: number): RosterVerdict {
  const percent = Math.floor(passedPercent(run.lessons, today))
  if (!rosterStates.includes(run.state)) return { ok: false, reason: 'roster-closed', percent }
  const late = approved.includes(run.state) && passedPercent(run.lessons, today) > untilPercent
  return late ? { ok: false, reason: 'cut-off', percent } : { ok: true }
}

export const removalRefusals = ['has-certificate', 'has-results'] as const

interface Marked {
  certificateId?: string | null
  theoryScore?: number | null
  practiceScore?: number | null
  absent?: boolean | null
}

/** What keeps one trainee on the roster: marks and papers bind. */
export function removalObstacle({
  certificateId,
  theoryScore,
  practiceScore,
  absent,
}: Marked): (typeof removalRefusals)[number] | undefined {
  if (certificateId) return 'has-certificate'
  const marked = typeof theoryScore === 'number' || typeof practiceScore === 'number' || absent === true
  return marked ? 'has-results' : undefined
}

/** Category and tags hold from this day: that of the entry, or the first day of teaching if the entry is later. */
export const factsHoldFrom = (startsOn: Day, today: Day): Day => (today < startsOn ? today : startsOn)

/** The tags that say more than the category does: the same group is not named twice beside a trainee. */
export const besides = (category: string, tags: readonly string[]): string[] => tags.filter((tag) => tag !== category)

/** One person is in a run at most once: the two ids make the record's own. */
export const enrolmentIdOf = (courseRunId: string, personId: string): string => `${courseRunId}:${personId}`

/** Whether this person may change this roster today, and if not, why. */
export interface RosterRights {
  mayEdit: boolean
  verdict: RosterVerdict
  until: number
}

export const editable = ({ mayEdit, verdict }: RosterRights): boolean => mayEdit && verdict.ok
