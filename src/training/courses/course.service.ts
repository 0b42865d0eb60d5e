import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import type { OrganisationService } from '../../registry/organisations/organisation.service.js'
import { yearOf, type Clock } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import { inScope, may, type Actor } from '../../shared/permissions.js'
import { titlePinyin } from '../../shared/pinyin.js'
import { Course, type CourseRecord } from './course.model.js'
import { courseFaults, courseNumber, factsOf, type CourseFacts, type FieldFault } from './course.rules.js'
import { nextInSequence, openSequence } from '../numbering/sequence.js'

interface Needs {
  clock: Clock
  occupations: OccupationService
  organisations: OrganisationService
  policies: PolicyService
}

/** Courses: what an approved and licensed organisation may teach. */
export function createCourseService({ clock, occupations, organisations, policies }: Needs) {
  const service = {
    async get(id: string): Promise<CourseRecord> {
      const course = await Course.findById(id).lean<CourseRecord>()
      if (!course) throw notFound('course', id)
      return course
    },

    /** As `get`, within the bounds of whoever looks. Assessment bodies may look at every course that is taught. */
    async getFor(id: string, actor: Actor): Promise<CourseRecord> {
      const course = await service.get(id)
      const examines = actor.role === 'assessment-body' && course.state !== 'draft'
      if (!examines && !inScope(actor, { organisationId: course.organisationId, region: course.region }))
        throw forbidden('not-yours')
      return course
    },

    /** What keeps the course from being registered, field by field. */
    faults: (facts: CourseFacts): Promise<FieldFault[]> => faultsOf(facts),

    /** A draft with its number; it may still have faults. */
    async create(facts: CourseFacts, actor: Actor): Promise<string> {
      assertMaker(actor)
      if (!actor.organisationId) throw refused('courses.no-organisation')
      const organisation = await organisations.get(actor.organisationId)
      if (organisation.state !== 'approved') throw refused('courses.not-approved', { organisation: organisation.name })
      const year = yearOf(clock.today())
      await openSequence(`course:${year}`)
      const id = newId()
      await transact(async () => {
        const number = courseNumber(year, await nextInSequence(`course:${year}`))
        const owner = {
          organisationId: String(organisation._id),
          organisationName: organisation.name,
          region: organisation.region,
        }
        await Course.create([
          {
            _id: id,
            number,
            ...owner,
            ...(await recordOf(facts)),
            state: 'draft',
            createdAt: clock.now(),
            createdBy: actor.id,
          },
        ])
        noteAct('course', id, { number })
      })
      return id
    },

    /** Runs that are submitted keep their own copy, so an edit of the course never changes what was filed. */
    async edit(id: string, facts: CourseFacts, actor: Actor, version?: number): Promise<void> {
      await transact(async () => {
        const course = await load(id, actor, version)
        if (course.state === 'archived') throw refused('courses.archived')
        if (course.state === 'active') await assertReady(course, facts)
        course.set(await recordOf(facts))
        await course.save()
        noteAct('course', id, { act: 'edited' })
      })
    },

    /** The copy is a draft with a number of its own, ready to be checked and submitted. */
    async copy(id: string, actor: Actor): Promise<string> {
      assertMaker(actor)
      const course = await service.getFor(id, actor)
      return service.create(factsOf(course), actor)
    },

    /** Registers the draft: everything filled in, the organisation approved and licensed today. */
    async submit(id: string, actor: Actor, version?: number): Promise<void> {
      await transact(async () => {
        const course = await load(id, actor, version)
        if (course.state !== 'draft') throw refused('courses.not-a-draft')
        await assertReady(course, factsOf(course))
        course.state = 'active'
        await course.save()
        noteAct('course', id, { from: 'draft', to: 'active' })
      })
    },

    /** Nothing new starts from an archived course; its runs go on. */
    async archive(id: string, actor: Actor): Promise<void> {
      await transact(async () => {
        const course = await load(id, actor)
        if (course.state === 'archived') throw refused('courses.archived')
        noteAct('course', id, { from: course.state, to: 'archived' })
        course.state = 'archived'
        await course.save()
      })
    },
  }
  return service

  async function load(id: string, actor: Actor, version?: number) {
    assertMaker(actor)
    const course = await Course.findById(id)
    if (!course) throw notFound('course', id)
    if (!inScope(actor, { organisationId: course.organisationId, region: course.region })) throw forbidden('not-yours')
    if (version !== undefined && course.get('version') !== version) throw conflict('changed-meanwhile')
    return course
  }

  async function assertReady({ organisationId }: { organisationId: string }, facts: CourseFacts) {
    const [fault] = await faultsOf(facts)
    if (fault) throw refused(`courses.${fault.reason}`, { field: fault.field })
    const organisation = await organisations.get(organisationId)
    const occupation = facts.occupationId ? await occupations.get(facts.occupationId) : undefined
    const verdict = organisations.licenceVerdict(organisation, {
      lineage: occupation?.lineage,
      level: facts.level,
      on: clock.today(),
    })
    if (!verdict.ok)
      throw refused(`courses.${verdict.reason}`, {
        organisation: organisation.name,
        occupation: occupation?.name ?? '',
      })
  }

  async function faultsOf(facts: CourseFacts): Promise<FieldFault[]> {
    const occupation = facts.occupationId ? await occupations.get(facts.occupationId) : undefined
    return courseFaults(
      facts,
      occupation && { levels: occupation.levels, workTypes: occupation.workTypes },
      await minHours(),
    )
  }

  async function minHours(): Promise<number> {
    return (await policies.figure<number>('course.min-hours', clock.today())).value
  }

  async function recordOf(facts: CourseFacts) {
    const occupation = facts.occupationId ? await occupations.get(facts.occupationId) : undefined
    const { namePinyin, nameInitials } = titlePinyin(facts.title)
    return {
      ...emptied,
      ...facts,
      occupationName: occupation?.name,
      lineage: occupation?.lineage,
      titlePinyin: namePinyin,
      titleInitials: nameInitials,
    }
  }
}

export type CourseService = ReturnType<typeof createCourseService>

const emptied = {
  occupationId: undefined,
  occupationName: undefined,
  lineage: undefined,
  workType: undefined,
  level: undefined,
  startUpKind: undefined,
  summary: undefined,
}

function assertMaker(actor: Actor): void {
  if (!may(actor, 'course.edit')) throw forbidden('not-your-role')
}
