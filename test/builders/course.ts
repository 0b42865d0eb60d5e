import { newId } from '../../src/infra/ids.js'
import { Organisation, type OrganisationRecord } from '../../src/registry/organisations/organisation.model.js'
import type { Licence } from '../../src/registry/organisations/organisation.rules.js'
import type { Services } from '../../src/services.js'
import type { Actor, Role } from '../../src/shared/permissions.js'
import { CourseRun } from '../../src/training/course-runs/course-run.model.js'
import type { RunInput } from '../../src/training/run-facts/run-facts.rules.js'
import type { CourseFacts } from '../../src/training/courses/course.rules.js'
import { proposeLessons } from '../../src/training/lessons/lesson.rules.js'

const bricks = { occupation: 'bricklayer', maxLevel: 4, from: '2021-01-01', to: '2023-12-31' }

type Given = Partial<Omit<OrganisationRecord, 'licences'>> & { licences?: Licence[] }

/** An approved school of 雄县 that may teach bricklaying to 三级; each test sets the field it is about. */
export async function saveInstitution(overrides: Given = {}): Promise<string> {
  const _id = overrides._id ? String(overrides._id) : newId()
  await Organisation.create([
    {
      name: '雄县示范职业培训学校',
      namePinyin: 'xiongxianshifan',
      nameInitials: 'xxsf',
      creditCode: `91130638${_id.slice(-10).toUpperCase()}`,
      capabilities: ['training-institution'],
      homeRegion: '130638',
      region: '130638',
      licences: [bricks],
      state: 'approved',
      timeline: [],
      createdAt: new Date('2021-01-01T00:00:00Z'),
      ...overrides,
      _id,
    },
  ])
  return _id
}

export const saveBody = (overrides: Given = {}): Promise<string> =>
  saveInstitution({
    name: '雄安芦花职业技能评价中心',
    capabilities: ['assessment-body'],
    certificatePrefix: 'S000013000001',
    region: '130629',
    homeRegion: '133100',
    ...overrides,
  })

/** Somebody with a role; a new id each time. */
export const someone = (role: Role, more: Partial<Actor> = {}): Actor => ({
  id: newId(),
  username: role,
  name: '刘海峰',
  role,
  ...more,
})

export const brickCourse: CourseFacts = {
  title: '砌筑工',
  occupationId: '2022:6-29-01-01',
  level: 2,
  theoryHours: 20,
  practiceHours: 60,
  programme: 'skills',
  funding: 'subsidised',
  certificateFamily: 'level',
  feeFen: 0,
  delivery: 'classroom',
}

/** Occupations and dated figures, which the rules ask for. */
export async function loadBasics({ occupations, policies }: Services): Promise<void> {
  await occupations.loadSeeds()
  await policies.loadSeeds()
}

export async function saveCourse(
  services: Services,
  manager: Actor,
  overrides: Partial<CourseFacts> = {},
): Promise<string> {
  const id = await services.courses.create({ ...brickCourse, ...overrides }, manager)
  await services.courses.submit(id, manager)
  return id
}

export const runInput = (assessmentBodyId?: string): RunInput => ({
  region: '130638',
  startsOn: '2022-12-05',
  endsOn: '2022-12-30',
  place: '雄县将台路实训楼 2 层',
  capacity: 40,
  teachers: [{ name: '韩树林', qualification: '高级技师' }],
  ...(assessmentBodyId && { assessmentBodyId }),
})

export interface Filed {
  id: string
  courseId: string
  manager: Actor
  officer: Actor
  administrator: Actor
  bodyId: string
}

/** A run as far as `until`: the timetable fits, and three different people have acted. */
export async function saveRun(
  services: Services,
  {
    until = 'filed',
    input = {},
    manager,
  }: { until?: 'draft' | 'submitted' | 'county-passed' | 'filed'; input?: Partial<RunInput>; manager?: Actor } = {},
): Promise<Filed> {
  const who = manager ?? someone('institution-manager', { organisationId: await saveInstitution() })
  const bodyId = await saveBody()
  const courseId = await saveCourse(services, who)
  const facts = { ...runInput(bodyId), ...input }
  const id = await services.courseRuns.create(courseId, facts, who)
  const lessons = proposeLessons({
    ...facts,
    theoryHours: 20,
    practiceHours: 60,
    topic: '砌筑',
    teacher: '韩树林',
    place: '201 教室',
  })
  await services.courseRuns.saveLessons(id, lessons!, who)
  const [officer, administrator] = [
    someone('county-officer', { region: facts.region, name: '罗秀云' }),
    someone('administrator', { name: '周明澜' }),
  ]
  if (until !== 'draft') await services.courseRuns.submit(id, who)
  if (until === 'county-passed' || until === 'filed') await services.courseRuns.decide(id, 'pass', undefined, officer)
  if (until === 'filed') await services.courseRuns.decide(id, 'pass', undefined, administrator)
  return { id, courseId, manager: who, officer, administrator, bodyId }
}

/** For states that take a long way: the record is put there. */
export const putInState = (id: string, state: string, more: Record<string, unknown> = {}): Promise<unknown> =>
  CourseRun.updateOne({ _id: id }, { $set: { state, ...more } })
