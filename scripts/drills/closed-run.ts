import sharp from 'sharp'
import type { Infra } from '../../src/infra/infra.js'
import { newId } from '../../src/infra/ids.js'
import { Organisation } from '../../src/registry/organisations/organisation.model.js'
import { Person } from '../../src/registry/people/person.model.js'
import { CourseRun } from '../../src/training/course-runs/course-run.model.js'
import { Enrolment, enrolmentId } from '../../src/training/enrolments/enrolment.model.js'

const region = '130632'
const at = new Date('2022-01-01T00:00:00Z')
const course = {
  title: '养老护理员（五级）',
  occupationId: '2022:4-10-01-05',
  occupationName: '养老护理员',
  lineage: 'elderly-care',
  level: 2,
  theoryHours: 24,
  practiceHours: 56,
  programme: 'skills' as const,
  funding: 'subsidised' as const,
  certificateFamily: 'level' as const,
  feeFen: 0,
  delivery: 'classroom' as const,
}
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林']
const given = [...'安荷苇波涛莲芳淀泽洋雁鸥鹭清河润']
const batch = 1000

export const issuedOn = '2022-03-25'

/** A closed level run with `count` invented people who completed it, each with a photo; for drills and benchmarks only. */
export async function makeClosedRun({ files, vault }: Infra, count: number): Promise<string> {
  const [bodyId, organisationId, runId] = [newId(), newId(), newId()]
  const photoFile = await files.put(
    await sharp(Buffer.from(silhouette))
      .flatten({ background: '#ffffff' })
      .resize(307, 378)
      .jpeg({ quality: 88 })
      .toBuffer(),
    'image/jpeg',
  )
  const organisation = { homeRegion: '133100', region, state: 'approved' as const, createdAt: at }
  await Organisation.create([
    {
      ...organisation,
      _id: bodyId,
      name: '雄安芦花职业技能评价中心',
      creditCode: '91133100MA0D8N1J7G',
      capabilities: ['assessment-body'],
      certificatePrefix: 'S000013000001',
      licences: [{ occupation: course.lineage, maxLevel: 8, from: '2021-01-01' }],
    },
    {
      ...organisation,
      _id: organisationId,
      name: '雄安苇海职业技能培训学校',
      creditCode: '91133100MA0D8N1J7H',
      capabilities: ['training-institution'],
      licences: [{ occupation: course.lineage, maxLevel: 8, from: '2021-01-01' }],
    },
  ])
  const [run] = await CourseRun.create([
    {
      _id: runId,
      number: 'XA2022-9999-01',
      title: '养老护理员（五级）第1期',
      courseId: newId(),
      course,
      organisationId,
      organisationName: '雄安苇海职业技能培训学校',
      region,
      startsOn: '2022-03-01',
      endsOn: '2022-03-18',
      place: '安新县实训楼',
      capacity: count,
      state: 'closed',
      closedOn: '2022-03-20',
      filedOn: '2022-02-20',
      assessmentBodyId: bodyId,
      assessmentBodyName: '雄安芦花职业技能评价中心',
      enrolled: count,
      createdAt: at,
      createdBy: 'drill',
    },
  ])
  for (let from = 0; from < count; from += batch) {
    const people = Array.from({ length: Math.min(batch, count - from) }, (_, i) =>
      personOf(from + i, vault, organisationId, photoFile),
    )
    await Person.insertMany(people)
    await Enrolment.insertMany(
      people.map((person) => ({
        _id: enrolmentId(runId, person._id),
        courseRunId: runId,
        personId: person._id,
        organisationId,
        region,
        personName: person.name,
        idMasked: person.idMasked,
        category: 'G05',
        tags: [],
        state: 'enrolled',
        attendedTheoryHours: 24,
        attendedPracticeHours: 54,
        attendanceSource: 'imported',
        theoryScore: 82,
        practiceScore: 78,
        assessedOn: '2022-03-19',
        completed: true,
        completionReasons: [],
        completedOn: '2022-03-20',
        createdAt: at,
        createdBy: 'drill',
      })),
    )
  }
  return String(run!._id)
}

function personOf(i: number, vault: Infra['vault'], organisationId: string, photoFile: string) {
  const _id = newId()
  const name = `${surnames[i % 16]}${given[(i >> 4) % 16]}${given[(i >> 8) % 16]}`
  const idMasked = `130632********${String(i % 10_000).padStart(4, '0')}`
  return {
    _id,
    name,
    idType: 'resident-id' as const,
    idNumber: vault.seal(`130632190105${String(i % 1_000_000).padStart(6, '0')}`, `people.idNumber.${_id}`),
    idMasked,
    sex: 'female' as const,
    birthOn: '1901-05-01',
    organisationIds: [organisationId],
    photoFile,
    createdAt: at,
    createdBy: 'drill',
  }
}

const silhouette =
  '<svg xmlns="http://www.w3.org/2000/svg" width="307" height="378"><rect width="307" height="378" fill="#fff"/><circle cx="153" cy="140" r="70" fill="#8fb8b6"/><path d="M30 378c0-90 55-140 123-140s124 50 124 140z" fill="#0b5f66"/></svg>'
