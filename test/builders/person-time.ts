import { newId } from '../../src/infra/ids.js'
import { createVault } from '../../src/infra/vault.js'
import { Organisation } from '../../src/registry/organisations/organisation.model.js'
import { Person } from '../../src/registry/people/person.model.js'
import { CourseRun, type CourseRunRecord } from '../../src/training/course-runs/course-run.model.js'
import { Enrolment, enrolmentId, type EnrolmentRecord } from '../../src/training/enrolments/enrolment.model.js'

export const vault = createVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) })
const at = new Date('2022-01-01T00:00:00Z')

export const bricklaying = {
  title: '砌筑工',
  occupationId: '2022:6-29-01-01',
  occupationName: '砌筑工',
  lineage: 'bricklayer',
  level: 2,
  theoryHours: 48,
  practiceHours: 72,
  programme: 'skills' as const,
  funding: 'subsidised' as const,
  certificateFamily: 'level' as const,
  feeFen: 0,
  delivery: 'classroom' as const,
}
type Course = CourseRunRecord['course']
export interface Lesson {
  on: string
  from: string
  to: string
  topic: string
  kind: 'theory' | 'practice'
  hours: number
  teacher?: string
  place?: string
}

let serial = 0
/** A closed run of bricklaying in 安新县; each test sets the field it is about. */
export async function saveCountedRun({
  course = {},
  ...overrides
}: Partial<Omit<CourseRunRecord, 'course' | 'lessons'>> & {
  course?: Partial<Course>
  lessons?: Lesson[]
} = {}): Promise<string> {
  const _id = newId()
  serial += 1
  const facts = { ...bricklaying, ...course }
  await CourseRun.create([
    {
      _id,
      number: `XA2022-0233-${serial}`,
      title: `砌筑工（五级）第${serial}期`,
      courseId: newId(),
      course: facts,
      organisationId: 'org-1',
      organisationName: '雄安苇海职业技能培训学校',
      region: '130632',
      startsOn: '2022-03-01',
      endsOn: '2022-03-18',
      place: '安新县实训楼',
      capacity: 60,
      state: 'closed',
      closedOn: '2022-03-20',
      filedOn: '2022-02-20',
      createdAt: at,
      createdBy: 'test',
      ...overrides,
    } as unknown as CourseRunRecord,
  ])
  return _id
}

export async function saveTrainee(
  overrides: { _id?: string; name?: string; birthOn?: string | null; sex?: 'male' | 'female' } = {},
): Promise<string> {
  const { _id = newId(), name = '安小荷', birthOn = '1901-05-01', sex = 'female' } = overrides
  await Person.create([
    {
      _id,
      name,
      idType: 'resident-id',
      idNumber: vault.seal('130632190105010025', `people.idNumber:${_id}`),
      idMasked: '130632********0025',
      phoneMasked: '138****1234',
      sex,
      ...(birthOn && { birthOn }),
      createdAt: at,
      createdBy: 'test',
    },
  ])
  return _id
}

/** Somebody who completed the run; follows the run's own organisation and county. */
export async function saveCompletion(
  courseRunId: string,
  personId: string,
  overrides: Partial<EnrolmentRecord> = {},
): Promise<string> {
  const _id = enrolmentId(courseRunId, personId)
  const run = await CourseRun.findById(courseRunId).lean<CourseRunRecord>()
  const { organisationId, region, closedOn } = run!
  await Enrolment.create([
    {
      _id,
      courseRunId,
      personId,
      organisationId,
      region,
      personName: '安小荷',
      idMasked: '130632********0025',
      category: 'G05',
      tags: [],
      attendedTheoryHours: 48,
      attendedPracticeHours: 70,
      attendanceSource: 'typed',
      theoryScore: 82,
      practiceScore: 78,
      completed: true,
      completionReasons: [],
      completedOn: closedOn ?? undefined,
      createdAt: at,
      createdBy: 'test',
      ...overrides,
    },
  ])
  return _id
}

export async function saveTrainingOrganisation(
  overrides: { _id?: string; name?: string; region?: string } = {},
): Promise<string> {
  const { _id = 'org-1', name = '雄安苇海职业技能培训学校', region = '130632' } = overrides
  await Organisation.create([
    {
      _id,
      name,
      creditCode: '91133100MA0000000X',
      capabilities: ['training-institution'],
      homeRegion: '133100',
      region,
      state: 'approved',
      timeline: [],
      createdAt: at,
    },
  ])
  return _id
}
