import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import type { PersonService } from '../../registry/people/person.service.js'
import type { Clock } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { CourseRunService } from '../../training/course-runs/course-run.service.js'
import { factsHoldFrom } from '../../training/enrolments/enrolment.rules.js'
import type { EnrolmentService } from '../../training/enrolments/enrolment.service.js'
import { Apprentice, type ApprenticeRecord } from '../apprentices/apprentice.model.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { apprenticeshipInScope } from '../apprenticeships/apprenticeship.rules.js'
import { linkVerdict } from './teaching.rules.js'
import { TeachingLink, type TeachingLinkRecord } from './teaching-link.model.js'

interface Needs {
  clock: Clock
  people: PersonService
  courseRuns: CourseRunService
  enrolments: EnrolmentService
}
/** Used when the register knows no category of an apprentice: a worker of an enterprise. */
const workerCategory = 'G12'

/** Central teaching is taught in course runs of the institution; lessons, sign-in and attendance are those of the run. */
export function createTeachingService({ clock, people, courseRuns, enrolments }: Needs) {
  return {
    /** Makes a run of the own institution the central teaching of the class. */
    async link(classId: string, courseRunId: string, actor: Actor): Promise<void> {
      await transact(async () => {
        const one = await classFor(classId, actor)
        const run = await courseRuns.getFor(courseRunId, actor)
        const held = await TeachingLink.findById(courseRunId).lean<TeachingLinkRecord>()
        if (held?.apprenticeshipId === classId) return
        const verdict = linkVerdict(run, one, held !== null)
        if (!verdict.ok) throw refused(`centralTeaching.${verdict.reason}`, { run: run.title })
        await TeachingLink.create([
          { _id: courseRunId, apprenticeshipId: classId, at: clock.now(), byId: actor.id, byName: actor.name },
        ])
        noteAct('apprenticeship', classId, { act: 'teaching-linked', run: courseRunId })
      })
    },

    /** Parts a run from the class while nobody's attendance is recorded in it. */
    async unlink(classId: string, courseRunId: string, actor: Actor): Promise<void> {
      await transact(async () => {
        await classFor(classId, actor)
        const rows = await enrolments.listOf(courseRunId)
        if (
          rows.some(
            ({ attendedTheoryHours, attendedPracticeHours }) =>
              (attendedTheoryHours ?? attendedPracticeHours) !== undefined,
          )
        )
          throw refused('centralTeaching.has-attendance')
        const { deletedCount } = await TeachingLink.deleteOne({ _id: courseRunId, apprenticeshipId: classId })
        if (deletedCount === 0) throw notFound('teaching-link', courseRunId)
        noteAct('apprenticeship', classId, { act: 'teaching-unlinked', run: courseRunId })
      })
    },

    /** Puts everybody who is in training on the roster of a linked run; who stands on it already stays. Gives how many came. */
    async enrol(classId: string, courseRunId: string, actor: Actor): Promise<number> {
      return transact(async () => {
        await classFor(classId, actor)
        if (!(await TeachingLink.exists({ _id: courseRunId, apprenticeshipId: classId })))
          throw conflict('changed-meanwhile')
        const run = await courseRuns.getFor(courseRunId, actor)
        const apprentices = await Apprentice.find({ apprenticeshipId: classId, state: 'training' }).lean<
          ApprenticeRecord[]
        >()
        const on = factsHoldFrom(run.startsOn, clock.today())
        const trainees = []
        for (const { personId } of apprentices) {
          const person = await Person.findById(personId).lean<PersonRecord>()
          if (!person) throw notFound('person', personId)
          const category = people.categoryOn(person, on) ?? workerCategory
          // The institution that teaches somebody may see the record from now on, as with every trainee.
          const { person: known } = await people.findOrCreate(
            {
              name: person.name,
              idType: person.idType,
              idNumber: people.openId(person),
              on,
              organisationId: run.organisationId,
            },
            actor.id,
          )
          trainees.push({ person: known, category, tags: people.tagsOn(known, on) })
        }
        const outcomes = await enrolments.addAll(run, trainees, actor.id)
        noteAct('apprenticeship', classId, { act: 'teaching-enrolled', run: courseRunId })
        return [...outcomes.values()].filter((outcome) => outcome === 'new').length
      })
    },
  }
}
export type TeachingService = ReturnType<typeof createTeachingService>

async function classFor(classId: string, actor: Actor): Promise<ApprenticeshipRecord> {
  if (!may(actor, 'apprentice.teach')) throw forbidden('not-your-role')
  const one = await Apprenticeship.findById(classId).lean<ApprenticeshipRecord>()
  if (!one) throw notFound('apprenticeship', classId)
  if (!apprenticeshipInScope(actor, one)) throw forbidden('not-yours')
  return one
}
