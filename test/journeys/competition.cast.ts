import { duties, type Duty } from '../../src/competitions/assignments/assignment.model.js'
import { roleOfDuty, seats } from '../../src/competitions/assignments/assignment.rules.js'
import { entryColumns } from '../../src/competitions/entry-files/entry-columns.data.js'
import { schemeColumns, schemeExample } from '../../src/competitions/marking-schemes/scheme-columns.data.js'
import { csvText } from '../../src/infra/sheets/csv.js'
import type { Actor } from '../../src/shared/permissions.js'
import { saveHost } from '../builders/contest.js'
import { newIdNumber, savePerson } from '../builders/person.js'
import { saveActor } from '../support/app.js'
import type { Stack } from '../support/stack.js'
import { usesStory } from '../support/story.js'
import type { UploadedFile } from '../support/visitor.js'

const csv = (name: string, header: readonly string[], rows: readonly (readonly string[])[]): UploadedFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(csvText(header, rows)),
})

/** The sample scheme; `short` forgets its judgement, so that the marks do not make 100. */
export const schemeFile = (short = false): UploadedFile =>
  csv(
    '评分方案.csv',
    schemeColumns.map(({ header }) => header),
    short ? schemeExample.slice(0, 1) : schemeExample,
  )

export interface Contestant {
  name: string
  idNumber: string
}
export const contestants: readonly Contestant[] = ['安小荷', '芦秋实', '雁长空'].map((name) => ({
  name,
  idNumber: newIdNumber(),
}))
export const entryFile = (...people: readonly Contestant[]): UploadedFile =>
  csv(
    '报名表.csv',
    entryColumns.map(({ header }) => header),
    people.map(({ name, idNumber }) => ['', name, '', idNumber, '', '', '职工', '']),
  )

/** Everybody of the story by name; the staff as `<duty>-<seat>`. */
export async function openContestOffices({ services }: Stack) {
  await services.occupations.loadSeeds()
  await services.policies.loadSeeds()
  await services.awardTables.loadSeeds()
  for (const [id, name] of [
    ['host-1', '雄安芦花职业培训学校'],
    ['team-1', '雄安筑城建设有限公司'],
    ['other-1', '容城蓝天职业学校'],
  ] as const)
    await saveHost(id, name)
  const trainee = await savePerson(services, { organisationId: 'other-1', name: '安小渔' })
  const people = {
    host: await saveActor({ role: 'institution-manager', organisationId: 'host-1', name: '林承办' }),
    clerk: await saveActor({ role: 'institution-clerk', organisationId: 'host-1', name: '高同事' }),
    admin: await saveActor('administrator'),
    team: await saveActor({ role: 'enterprise', organisationId: 'team-1', name: '赵领队' }),
    stranger: await saveActor({ role: 'institution-manager', organisationId: 'other-1', name: '钱旁观' }),
    trainee: await saveActor({ role: 'trainee', personId: trainee._id, name: '安小渔' }),
  }
  const own = {} as Record<`athlete${number}`, Actor>
  for (const [i, { name, idNumber }] of contestants.entries()) {
    const { _id: personId } = await savePerson(services, { organisationId: 'team-1', name, idNumber })
    own[`athlete${i}`] = await saveActor({ role: 'trainee', personId, name })
  }
  const staff = {} as Record<`${Duty}-${number}`, Actor>
  for (const duty of duties)
    for (let seat = 1; seat <= seats[duty]; seat += 1)
      staff[`${duty}-${seat}`] = await saveActor({ role: roleOfDuty(duty), name: `${duty} ${seat}` })
  return Object.assign(people, staff, own)
}

/** The story with what its steps hand on: where the contest stands, and the codes that judges see. */
export function tellContest() {
  const { told, at } = usesStory('2022-09-01', openContestOffices, { refusals: true })
  const contest = {
    title: '雄安新区第七届职工职业技能大赛',
    id: '',
    eventId: '',
    codes: [] as string[],
    page: () => `/manage/competitions/${contest.id}`,
    publicPage: () => `/competitions/${contest.id}`,
    event: (page = '') => `/manage/events/${contest.eventId}${page}`,
  }
  /** Presses, and is told these sentences instead. */
  const refuses = async (press: string | RegExp, ...sentences: string[]): Promise<void> => {
    const { desk } = told()
    await desk.press(press)
    await desk.shows(...sentences)
  }
  return { told, at, contest, refuses }
}
export type ContestStory = ReturnType<typeof tellContest>
