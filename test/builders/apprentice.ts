import { newId } from '../../src/infra/ids.js'
import type { Services } from '../../src/services.js'
import type { Actor } from '../../src/shared/permissions.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../../src/workplace/apprenticeships/apprenticeship.model.js'
import { apprenticeIdOf } from '../../src/workplace/apprentices/apprentice.model.js'
import type { NewApprentice } from '../../src/workplace/apprentices/apprentice.service.js'
import { saveActor } from '../support/app.js'
import { saveInstitution, someone } from './course.js'
import { newIdNumber } from './person.js'

export interface Class {
  id: string
  enterprise: Actor
  manager: Actor
  mentor: Actor
}

/** A class of apprentices in training, of an enterprise of 雄县; the record is put there, because the plan's own way is tested elsewhere. */
export async function saveClass(overrides: Partial<ApprenticeshipRecord> = {}): Promise<Class> {
  const id = newId()
  const enterpriseId =
    overrides.enterpriseId ??
    (await saveInstitution({ name: '雄安新区装备制造有限公司', capabilities: ['enterprise'], licences: [] }))
  const institutionId = overrides.institutionId ?? (await saveInstitution())
  await Apprenticeship.create([
    {
      _id: id,
      number: `XT2022-${id.slice(-4)}`,
      title: '砌筑工（三级）新型学徒制 第1期',
      enterpriseId,
      enterpriseName: '雄安新区装备制造有限公司',
      institutionId,
      institutionName: '雄县示范职业培训学校',
      region: '130638',
      occupationId: '2022:6-29-01-01',
      occupationName: '砌筑工',
      lineage: 'bricklayer',
      level: 4,
      startsOn: '2022-03-01',
      endsOn: '2023-02-28',
      planned: 30,
      totalHours: 600,
      centralHours: 160,
      trainingPlan: '工学交替，师带徒',
      state: 'running',
      filedOn: '2022-02-20',
      timeline: [],
      createdAt: new Date('2022-02-01T00:00:00Z'),
      createdBy: 'test',
      ...overrides,
    },
  ])
  const enterprise = someone('enterprise', { organisationId: enterpriseId, name: '高鹏' })
  const mentor = await saveActor({ role: 'mentor', organisationId: enterpriseId, name: '石师傅' })
  return {
    id,
    enterprise,
    mentor,
    manager: someone('institution-manager', { organisationId: institutionId, name: '马立新' }),
  }
}

export const aPerson = (name = '安小荷', idNumber = newIdNumber()): NewApprentice => ({
  facts: { name, idType: 'resident-id', idNumber, category: 'G12', tags: [] },
  post: '砌筑岗',
  from: '2022-03-01',
})

/** Somebody entered through the service. */
export async function saveApprentice(
  { apprentices, people }: Services,
  { id, enterprise }: Class,
  given: NewApprentice = aPerson(),
): Promise<{ id: string; personId: string }> {
  await apprentices.add(id, given, enterprise)
  const { person } = await people.findOrCreate(
    { ...given.facts, on: '2022-03-01', organisationId: enterprise.organisationId! },
    'test',
  )
  return { id: apprenticeIdOf(id, String(person._id)), personId: String(person._id) }
}
