import { newId } from '../../src/infra/ids.js'
import type { Infra } from '../../src/infra/infra.js'
import type { SheetRow } from '../../src/infra/sheet-reading/sheet-read.js'
import { Task } from '../../src/office/tasks/task.model.js'
import { Certificate } from '../../src/papers/certificates/certificate.model.js'
import { Person } from '../../src/registry/people/person.model.js'
import type { Services } from '../../src/services.js'
import type { Actor } from '../../src/shared/permissions.js'
import { Enrolment } from '../../src/training/enrolments/enrolment.model.js'
import { deliverAll } from '../support/deliver.js'
import { saveActor } from '../support/app.js'
import { photo } from './certificate.js'
import { saveBody, saveInstitution, saveRun } from './course.js'
import { enrol } from './enrolment.js'
import { newIdNumber, savePerson } from './person.js'
import { saveCompletion, saveCountedRun } from './person-time.js'

type App = { services: Services; infra: Infra }
export interface Tenant {
  /** stands in every name and title of this tenant and nowhere else */
  marker: string
  /** ids by the first part of their addresses */
  ids: Record<string, string>
  personId: string
  enrolledId: string
  people: Record<'manager' | 'clerk' | 'officer' | 'body' | 'trainee', Actor>
  /** every full number that was typed for it */
  numbers: string[]
}

const header = ['姓名*', '证件号码*', '手机号码', '人员类别*']
const lines = (...rows: string[][]): SheetRow[] =>
  rows.map((row, i) => ({ line: i + 2, cells: row.map((text) => ({ text, kind: text ? 'text' : 'blank' })) }))

/** An institution with one of everything: people, a course, a draft, a closed run, an import, a certificate, a task. */
export async function saveTenant(
  app: App,
  { marker, region, phone }: { marker: string; region: string; phone: string },
): Promise<Tenant> {
  const { services } = app
  const organisationId = await saveInstitution({
    name: `${marker}职业培训学校`,
    region,
    homeRegion: region,
    address: `${marker}路1号`,
    contactName: `${marker}联系`,
    contactPhone: '0312-5551234',
  })
  const manager = await saveActor({ role: 'institution-manager', organisationId, name: `${marker}校长` })
  const person = await savePerson(services, { organisationId, name: `${marker}荷`, phone })
  await Person.updateOne(
    { _id: person._id },
    { $set: { photoFile: await app.infra.files.put(await photo, 'image/jpeg') } },
  )
  const run = await saveRun(services, { until: 'draft', manager, input: { region, place: `${marker}楼` } })
  const enrolled = await enrol(services, run.id, manager, { name: `${marker}莲` })
  const typed = newIdNumber()
  const imported = await services.rosterImports.stage(
    run.id,
    {
      fileName: `${marker}名单.xlsx`,
      header,
      rows: lines([`${marker}苇`, typed, phone, '农村转移就业劳动者'], ['', newIdNumber(), '', '']),
    },
    manager,
  )
  const body = await saveActor({
    role: 'assessment-body',
    organisationId: await saveBody({
      name: `${marker}评价中心`,
      region,
      licences: [{ occupation: 'bricklayer', maxLevel: 8, from: '2021-01-01', to: '2029-12-31' }],
    }),
    name: `${marker}考评`,
  })
  const closed = await saveCountedRun({
    organisationId,
    organisationName: `${marker}职业培训学校`,
    region,
    title: `${marker}砌筑`,
    assessmentBodyId: body.organisationId,
    assessmentBodyName: `${marker}评价中心`,
  })
  await saveCompletion(closed, person._id, { personName: person.name, idMasked: person.idMasked })
  await services.personTimes.settleRun(closed)
  const { taskId } = await services.certificateIssue.startBatch(
    { sourceId: closed, family: 'level', issuedOn: '2022-03-25' },
    body,
  )
  await deliverAll(app, 'certificates.issue-chunk')
  const certificate = await Certificate.findOne({ sourceId: closed }).lean()
  if (!certificate) throw new Error(`no certificate: ${JSON.stringify(await Task.findById(taskId).lean())}`)
  const own = await services.tasks.create({
    kind: 'list-export',
    title: `${marker}名单`,
    ownerId: manager.id,
    organisationId,
    total: 1,
    request: {},
  })
  await services.tasks.finish(own, {
    resultFile: await app.infra.files.put(Buffer.from(`${marker}秘密${newId()}`), 'text/plain'),
    resultName: `${marker}.txt`,
  })
  return {
    marker,
    personId: person._id,
    enrolledId: enrolled.person._id,
    numbers: [person.typedId, enrolled.person.typedId, typed, phone],
    ids: {
      organisations: organisationId,
      people: person._id,
      courses: run.courseId,
      'course-runs': closed,
      draft: run.id,
      imports: imported,
      certificates: String(certificate._id),
      'certificate-batches': String(certificate.batchId),
      'person-times': String((await Enrolment.findOne({ courseRunId: closed }).lean())!._id),
      tasks: own,
    },
    people: {
      manager,
      body,
      clerk: await saveActor({ role: 'institution-clerk', organisationId, name: `${marker}经办` }),
      officer: await saveActor({ role: 'county-officer', region, name: `${marker}干部` }),
      trainee: await saveActor({ role: 'trainee', personId: person._id, name: person.name }),
    },
  }
}
