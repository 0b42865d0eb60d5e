import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import type { PersonService } from '../../registry/people/person.service.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, isAppError } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import type { RosterFacts } from '../roster-files/roster-row.rules.js'
import { factsHoldFrom } from '../enrolments/enrolment.rules.js'
import type { EnrolmentService, EnrolOutcome } from '../enrolments/enrolment.service.js'
import { photoOwner, type PhotoOwner } from './photo-name.rules.js'

interface Needs {
  clock: Clock
  people: PersonService
  courseRuns: CourseRunService
  enrolments: EnrolmentService
}
export interface PhotoFile {
  name: string
  read: () => Promise<Buffer>
}
/** `code` is a word of `enrolments.photo-…` or of the people room. */
export type PhotoResult =
  | { file: string; ok: true; personName: string }
  | { file: string; ok: false; code: string; details: Record<string, unknown> }

/** People of a run one by one, and their photos. */
export function createTraineeService({ clock, people, courseRuns, enrolments }: Needs) {
  return {
    /** Finds or makes the person and puts it on the roster, in one transaction. */
    async add(courseRunId: string, facts: RosterFacts, actor: Actor): Promise<EnrolOutcome> {
      if (!may(actor, 'enrolment.edit')) throw forbidden('not-your-role')
      return transact(async () => {
        const run = await courseRuns.getFor(courseRunId, actor)
        const on = factsHoldFrom(run.startsOn, clock.today())
        const { person } = await people.findOrCreate({ ...facts, on, organisationId: run.organisationId }, actor.id)
        const outcomes = await enrolments.addAll(
          run,
          [{ person, category: facts.category, tags: people.tagsOn(person, run.startsOn) }],
          actor.id,
        )
        noteAct('course-run', courseRunId, { act: 'added', person: String(person._id) })
        return outcomes.get(String(person._id))!
      })
    },

    /** Gives each photo to the one person whose number or name its file name carries; what cannot be given is told, the others go on. */
    async setPhotos(courseRunId: string, files: readonly PhotoFile[], actor: Actor): Promise<PhotoResult[]> {
      if (!may(actor, 'enrolment.edit')) throw forbidden('not-your-role')
      await courseRuns.getFor(courseRunId, actor)
      const owners = await ownersOf(courseRunId)
      const results: PhotoResult[] = []
      for (const file of files) results.push(await setPhoto(file, owners, actor))
      noteAct('course-run', courseRunId, { act: 'photos', photos: results.filter(({ ok }) => ok).length })
      return results
    },
  }

  async function ownersOf(courseRunId: string): Promise<PhotoOwner[]> {
    const ids = (await enrolments.listOf(courseRunId)).map(({ personId }) => personId)
    const persons = await Person.find({ _id: { $in: ids } }).lean<PersonRecord[]>()
    return persons.map((person) => ({ id: String(person._id), name: person.name, idNumber: people.openId(person) }))
  }

  async function setPhoto(
    { name, read }: PhotoFile,
    owners: readonly PhotoOwner[],
    actor: Actor,
  ): Promise<PhotoResult> {
    const match = photoOwner(name, owners)
    if (!match.ok) return { file: name, ok: false, code: `enrolments.photo-${match.reason}`, details: {} }
    try {
      await people.setPhoto(match.id, await read(), actor)
      return { file: name, ok: true, personName: owners.find(({ id }) => id === match.id)!.name }
    } catch (error) {
      if (!isAppError(error, 'invalid')) throw error
      return { file: name, ok: false, code: error.code, details: error.details }
    }
  }
}
export type TraineeService = ReturnType<typeof createTraineeService>
