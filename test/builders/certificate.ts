import sharp from 'sharp'
import { createFileStore } from '../../src/infra/files.js'
import { newId } from '../../src/infra/ids.js'
import { Certificate, type CertificateRecord } from '../../src/papers/certificates/certificate.model.js'
import { Organisation } from '../../src/registry/organisations/organisation.model.js'
import { Person } from '../../src/registry/people/person.model.js'
import type { Services } from '../../src/services.js'
import type { Actor } from '../../src/shared/permissions.js'
import type { Infra } from '../../src/infra/infra.js'
import { deliverAll } from '../support/deliver.js'
import { saveCompletion, saveCountedRun, saveTrainee, vault } from './person-time.js'

export const photo = sharp({ create: { width: 307, height: 378, channels: 3, background: '#dfe6e4' } })
  .jpeg({ quality: 85 })
  .toBuffer()
const at = new Date('2022-01-01T00:00:00Z')
export const bodyId = 'body-1'
export const institutionId = 'org-1'
export const administrator: Actor = { id: 'admin-1', username: 'admin', name: '周明澜', role: 'administrator' }
export const bodyClerk: Actor = {
  id: 'body-clerk',
  username: 'body',
  name: '韩评价',
  role: 'assessment-body',
  organisationId: bodyId,
}
export const institutionClerk: Actor = {
  id: 'clerk-1',
  username: 'clerk',
  name: '林经办',
  role: 'institution-clerk',
  organisationId: institutionId,
}

/** An assessment body whose licence covers bricklaying; its prefix gives the first 13 characters of its numbers. */
export async function saveBody(overrides: Record<string, unknown> = {}): Promise<string> {
  const _id = (overrides['_id'] as string | undefined) ?? bodyId
  await Organisation.create([
    {
      _id,
      name: '雄安芦花职业技能评价中心',
      creditCode: '91133100MA0000000Y',
      capabilities: ['assessment-body'],
      homeRegion: '133100',
      region: '130632',
      state: 'approved',
      timeline: [],
      createdAt: at,
      licences: [{ occupation: 'bricklayer', maxLevel: 8, from: '2021-01-01' }],
      certificatePrefix: 'S000013000001',
      ...overrides,
    },
  ])
  return _id
}

export async function saveInstitution(): Promise<string> {
  await Organisation.create([
    {
      _id: institutionId,
      name: '雄安苇海职业技能培训学校',
      creditCode: '91133100MA0000000X',
      capabilities: ['training-institution'],
      homeRegion: '133100',
      region: '130632',
      state: 'approved',
      timeline: [],
      createdAt: at,
    },
  ])
  return institutionId
}

/** Gives somebody a photo as papers print it. */
export async function photograph(personId: string): Promise<void> {
  await Person.updateOne(
    { _id: personId },
    { $set: { photoFile: await createFileStore(vault).put(await photo, 'image/jpeg') } },
  )
}

/** A trainee with a photo, unless the test is about its absence. */
export async function saveHolder({
  photographed = true,
  ...rest
}: { photographed?: boolean; name?: string; _id?: string } = {}): Promise<string> {
  const id = await saveTrainee(rest)
  if (photographed) await photograph(id)
  return id
}

/** A closed run for a level certificate, with people who completed it. */
export async function saveRunOf(
  names: readonly string[] | number,
  overrides: Parameters<typeof saveCountedRun>[0] = {},
): Promise<{ runId: string; people: string[] }> {
  const runId = await saveCountedRun({
    assessmentBodyId: bodyId,
    assessmentBodyName: '雄安芦花职业技能评价中心',
    ...overrides,
  })
  const all = typeof names === 'number' ? Array.from({ length: names }, () => '安小荷') : names
  const people: string[] = []
  for (const name of all) {
    const personId = await saveHolder({ name, _id: newId() })
    await saveCompletion(runId, personId, { personName: name })
    people.push(personId)
  }
  return { runId, people }
}

/** Issues for a whole run through the real service and job; returns the certificates in order of number. */
export async function issueRun(
  app: { services: Services; infra: Infra },
  runId: string,
  family: 'level' | 'completion' = 'level',
  issuedOn = '2022-03-25',
): Promise<CertificateRecord[]> {
  await app.services.certificateIssue.startBatch({ sourceId: runId, family, issuedOn }, administrator)
  await deliverAll(app, 'certificates.issue-chunk')
  return Certificate.find({ sourceId: runId, family }).sort({ number: 1 }).lean<CertificateRecord[]>()
}
