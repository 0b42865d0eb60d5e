import { Apprentice } from '../../src/workplace/apprentices/apprentice.model.js'
import { Apprenticeship } from '../../src/workplace/apprenticeships/apprenticeship.model.js'
import { aPerson, saveApprentice, saveClass } from '../builders/apprentice.js'
import { administrator, photograph, saveBody, saveInstitution } from '../builders/certificate.js'
import { markContest, rankContest, saveContest } from '../builders/contest.js'
import { newIdNumber } from '../builders/person.js'
import { saveCompletion, saveCountedRun } from '../builders/person-time.js'
import {
  anApplication,
  carer,
  registryCsv,
  registryTexts,
  saveAgreement,
  saveSender,
  signed,
} from '../builders/recognition.js'
import { saveActor } from '../support/app.js'
import type { Stack } from '../support/stack.js'
import type { UploadedFile } from '../support/visitor.js'

type Sender = Awaited<ReturnType<typeof saveSender>>
export type Paper = ReturnType<typeof anApplication>

/** Whose account has one of everything in the end; the colleague's paper is found in the register of Beijing. */
export const holder = { name: '苇明远', idNumber: newIdNumber() }
export const own = anApplication(holder)
export const colleague = anApplication({ name: '芦秋实', level: 3 })

/** What the form of an application asks of a paper. */
export const asTyped = ({ county, paper }: Paper): Record<string, string> => ({
  region: paper.region,
  family: paper.family,
  occupationId: carer,
  level: String(paper.level),
  number: paper.number,
  issuer: paper.issuer,
  issuedOn: paper.issuedOn,
  county,
})

/** A register of Beijing with its signature, as two files. */
export function registerOf({ privateKey }: Sender, name: string, ...lines: string[][]): UploadedFile[] {
  const bytes = registryCsv(...lines)
  return [
    { name: `${name}.csv`, mimeType: 'text/csv', buffer: bytes },
    { name: `${name}.csv.sig`, mimeType: 'application/octet-stream', buffer: signed(bytes, privateKey) },
  ]
}
export const lineOf = (one: Paper, status: 'valid' | 'revoked', asOf: string): string[] =>
  registryTexts(one, {
    level: one.paper.level === 4 ? '三级/高级工' : '四级/中级工',
    status: status === 'revoked' ? '撤销' : '有效',
    asOf,
  })

/** What the holder did before: won a prize, learnt at work, finished a course and got its certificate. */
async function liveBefore(stack: Stack): Promise<string> {
  const { services, clock } = stack
  const contest = await saveContest(stack, 'contest', { entries: 2, first: holder })
  const one = await saveClass()
  const { personId } = await saveApprentice(services, one, aPerson(holder.name, holder.idNumber))
  await Apprenticeship.updateOne({ _id: one.id }, { $set: { state: 'awaiting-assessment', endsOn: '2022-11-22' } })
  await Apprentice.updateOne(
    { apprenticeshipId: one.id },
    { $set: { state: 'certified', outcome: 'certified', outcomeOn: '2022-11-22' } },
  )
  await services.apprenticeships.complete(one.id, one.manager)
  await saveBody()
  await saveInstitution()
  const days = { startsOn: '2022-01-10', endsOn: '2022-01-28', closedOn: '2022-01-30' }
  const runId = await saveCountedRun({
    ...days,
    assessmentBodyId: 'body-1',
    assessmentBodyName: '雄安芦花职业技能评价中心',
  })
  await saveCompletion(runId, personId, { personName: holder.name, completedOn: days.closedOn })
  await photograph(personId)
  await services.personTimes.settleRun(runId)
  await services.certificateIssue.startBatch(
    { sourceId: runId, family: 'level', issuedOn: '2022-02-10' },
    administrator,
  )
  await markContest(stack, contest, [{ measured: 1500, steps: [3, 3, 3], theory: 9000 }])
  await rankContest(stack, contest)
  await services.contestResults.notice(contest.eventId, contest.admin)
  clock.set('2022-12-05')
  await services.contestResults.finalise(contest.eventId, contest.admin)
  return personId
}

/** The holder with a life behind, the employer, the county, two administrators, and a key of Beijing that is known. */
export async function gather(stack: Stack) {
  const personId = await liveBefore(stack)
  await stack.services.targets.loadSeeds()
  await saveAgreement(stack.services)
  const sender = await saveSender(stack.services)
  const [trainee, enterprise, officer, first, second] = await Promise.all([
    saveActor({ role: 'trainee', personId, name: holder.name }),
    saveActor({ role: 'enterprise', organisationId: 'team-1', name: '高鹏' }),
    saveActor({ role: 'county-officer', region: '130632', name: '白雁清' }),
    saveActor({ role: 'administrator', name: '周明澜' }),
    saveActor({ role: 'administrator', name: '秦思源' }),
  ])
  await stack.settled()
  return { personId, sender, trainee, enterprise, officer, first, second }
}
