import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { Infra } from '../../src/infra/infra.js'
import { newId } from '../../src/infra/ids.js'
import { Organisation } from '../../src/registry/organisations/organisation.model.js'
import { Person } from '../../src/registry/people/person.model.js'
import { CourseRun } from '../../src/training/course-runs/course-run.model.js'
import { Enrolment, enrolmentId } from '../../src/training/enrolments/enrolment.model.js'

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏']
const given = [...'荷苇莲鹭渔舟澜汀泽沐清远宁安嘉和晓平建国志强玉兰秀英春梅海涛']
const at = new Date('2022-01-01T00:00:00Z')
const together = 2000

const nameOf = (i: number): string => {
  const pick = (letters: readonly string[], n: number) => letters[n % letters.length]!
  return pick(surnames, i) + pick(given, Math.floor(i / 30)) + pick(given, Math.floor(i / 900) + i)
}

/** A portrait's worth of detail: 307 × 378, about 25 KB as JPEG. */
const portrait = (): Promise<Buffer> =>
  sharp(randomBytes(39 * 48 * 3), { raw: { width: 39, height: 48, channels: 3 } })
    .resize(307, 378)
    .jpeg({ quality: 85 })
    .toBuffer()

async function saveOrganisations(): Promise<{ bodyId: string; schoolId: string }> {
  const [bodyId, schoolId] = [newId(), newId()]
  const common = { homeRegion: '133100', region: '130632', state: 'approved' as const, timeline: [], createdAt: at }
  await Organisation.create(
    [
      {
        _id: bodyId,
        name: '雄安芦花职业技能评价中心',
        creditCode: '91133100MA0BENCH01',
        capabilities: ['assessment-body'],
        licences: [{ occupation: 'bricklayer', maxLevel: 8, from: '2021-01-01' }],
        certificatePrefix: 'S000013000001',
        ...common,
      },
      {
        _id: schoolId,
        name: '雄安苇海职业技能培训学校',
        creditCode: '91133100MA0BENCH02',
        capabilities: ['training-institution'],
        ...common,
      },
    ],
    { ordered: true },
  )
  return { bodyId, schoolId }
}

async function saveRun({ bodyId, schoolId }: { bodyId: string; schoolId: string }, count: number): Promise<string> {
  const _id = newId()
  await CourseRun.create([
    {
      _id,
      number: 'XA2022-9999-01',
      title: '砌筑工（五级）测速班',
      courseId: newId(),
      organisationId: schoolId,
      organisationName: '雄安苇海职业技能培训学校',
      region: '130632',
      startsOn: '2022-03-01',
      endsOn: '2022-03-18',
      course: {
        title: '砌筑工',
        occupationId: '2022:6-29-01-01',
        occupationName: '砌筑工',
        lineage: 'bricklayer',
        level: 2,
        theoryHours: 48,
        practiceHours: 72,
        programme: 'skills',
        funding: 'self-funded',
        certificateFamily: 'level',
        feeFen: 0,
        delivery: 'classroom',
      },
      place: '安新县实训楼',
      capacity: count,
      enrolled: count,
      state: 'closed',
      closedOn: '2022-03-20',
      filedOn: '2022-02-20',
      assessmentBodyId: bodyId,
      assessmentBodyName: '雄安芦花职业技能评价中心',
      createdAt: at,
      createdBy: 'bench',
    },
  ])
  return _id
}

/** A run of people who completed it, each with a photo; written in bulk, as an import would leave it. */
export async function saveBenchRun({ vault, files }: Infra, count: number, photos: number): Promise<string> {
  const organisations = await saveOrganisations()
  const runId = await saveRun(organisations, count)
  const photoIds: string[] = []
  for (let i = 0; i < photos; i += 1) photoIds.push(await files.put(await portrait(), 'image/jpeg'))
  for (let from = 0; from < count; from += together) {
    const people = Array.from({ length: Math.min(together, count - from) }, (_, i) => ({
      id: newId(),
      n: from + i,
      name: nameOf(from + i),
    }))
    await Person.insertMany(
      people.map(({ id, n, name }) => ({
        _id: id,
        name,
        idType: 'resident-id',
        idNumber: vault.seal('130632190105010025', `people.idNumber:${id}`),
        idMasked: `130632********${String(n % 10_000).padStart(4, '0')}`,
        sex: 'female',
        birthOn: '1901-05-01',
        photoFile: photoIds[n % photos],
        organisationIds: [organisations.schoolId],
        createdAt: at,
        createdBy: 'bench',
      })),
    )
    await Enrolment.insertMany(
      people.map(({ id, n, name }) => ({
        _id: enrolmentId(runId, id),
        courseRunId: runId,
        personId: id,
        organisationId: organisations.schoolId,
        region: '130632',
        personName: name,
        idMasked: `130632********${String(n % 10_000).padStart(4, '0')}`,
        category: 'G05',
        tags: [],
        attendedTheoryHours: 48,
        attendedPracticeHours: 70,
        attendanceSource: 'typed',
        theoryScore: 60 + (n % 40),
        practiceScore: 60 + (n % 37),
        completed: true,
        completionReasons: [],
        completedOn: '2022-03-20',
        createdAt: at,
        createdBy: 'bench',
      })),
    )
  }
  return runId
}
