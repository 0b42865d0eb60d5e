import { CourseRun } from '../../training/course-runs/course-run.model.js'
import { PersonTime } from './person-time.model.js'

export interface CountedRun {
  kind: 'course-run'
  id: string
  title: string
  number: string
  from: string
  to: string
}

/**
 * Subsidised course runs that were counted for these people, with their dates: what bars another subsidy for the same months.
 * Who paid decides, not the figure of the plan: subsidised start-up training and training of new citizens have figures of their own.
 */
export async function countedRunsOf(personIds: readonly string[]): Promise<Map<string, CountedRun[]>> {
  const rows = await PersonTime.find({
    personId: { $in: [...personIds] },
    funding: 'subsidised',
    verdict: 'counted',
    courseRunId: { $ne: null },
  })
    .select('personId courseRunId')
    .lean<{ personId: string; courseRunId: string }[]>()
  const runs = await CourseRun.find({ _id: { $in: rows.map(({ courseRunId }) => courseRunId) } })
    .select('title number startsOn endsOn')
    .lean<{ _id: string; title: string; number: string; startsOn: string; endsOn: string }[]>()
  const runOf = new Map(
    runs.map(({ _id, title, number, startsOn, endsOn }) => [
      _id,
      { kind: 'course-run' as const, id: _id, title, number, from: startsOn, to: endsOn },
    ]),
  )
  const found = new Map<string, CountedRun[]>()
  for (const { personId, courseRunId } of rows)
    if (runOf.has(courseRunId)) found.set(personId, [...(found.get(personId) ?? []), runOf.get(courseRunId)!])
  return found
}
