import { transact } from '../../src/infra/mongo.js'
import type { Services } from '../../src/services.js'
import { isAppError } from '../../src/shared/errors.js'
import type { Actor } from '../../src/shared/permissions.js'
import { enrolmentId } from '../../src/training/enrolments/enrolment.model.js'
import { makeServices } from '../support/app.js'
import { putInState, saveRun } from './course.js'
import { savePerson } from './person.js'

export type Person = Awaited<ReturnType<typeof savePerson>>

/** `ok`, or the kind and code of the refusal. */
export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'ok'
  } catch (error) {
    if (!isAppError(error)) throw error
    return `${error.kind}: ${error.code}`
  }
}

/** Somebody on the roster of a run. */
export async function enrol(
  services: Services,
  runId: string,
  actor: Actor,
  overrides: { name?: string; category?: string; importId?: string; person?: Person } = {},
) {
  const {
    name = '安小荷',
    category = 'G05',
    importId,
    person = await savePerson(services, { organisationId: actor.organisationId!, name }),
  } = overrides
  const outcomes = await transact(() =>
    services.enrolments.addAll({ _id: runId }, [{ person, category, tags: [], importId }], actor.id),
  )
  return { person, id: enrolmentId(runId, person._id), outcome: outcomes.get(person._id) }
}

/** A run whose teaching is over, with people who wait for their results; filed on a day on which it could be. */
export async function saveTaughtRun(names: readonly string[] = ['安小荷', '马长海'], state = 'awaiting-assessment') {
  const { services } = makeServices()
  const run = await saveRun(services)
  const ids: string[] = []
  for (const name of names) ids.push((await enrol(services, run.id, run.manager, { name })).id)
  await putInState(run.id, state)
  return { ...run, ids }
}

/** Marks and hours with which a run of 20 + 60 hours is completed. */
export const passed = { attendedTheoryHours: 20, attendedPracticeHours: 58, theoryScore: 82, practiceScore: 78 }
