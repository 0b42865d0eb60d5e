import { Competition } from '../../src/competitions/competitions/competition.model.js'
import type { CompetitionAct } from '../../src/competitions/competitions/competition-transitions.data.js'
import type { CompetitionInput } from '../../src/competitions/competitions/competition.service.js'
import { duties, type Duty } from '../../src/competitions/assignments/assignment.model.js'
import { roleOfDuty, seats } from '../../src/competitions/assignments/assignment.rules.js'
import type { EventInput } from '../../src/competitions/events/event.rules.js'
import { schemeColumns, schemeExample } from '../../src/competitions/marking-schemes/scheme-columns.data.js'
import { Organisation } from '../../src/registry/organisations/organisation.model.js'
import type { Services } from '../../src/services.js'
import type { Actor } from '../../src/shared/permissions.js'
import { saveActor } from '../support/app.js'
import { newIdNumber } from './person.js'

/** A stage that a contest is taken to through the services; each includes those before it. */
export const contestStages = [
  'draft',
  'submitted',
  'published',
  'entries-open',
  'entered',
  'entries-closed',
  'drawn',
  'contest',
] as const
export type ContestStage = (typeof contestStages)[number]
export interface Contest {
  competitionId: string
  eventId: string
  entryIds: string[]
  host: Actor
  colleague: Actor
  admin: Actor
  delegation: Actor
  staff: Record<Duty, Actor[]>
}

const at = new Date('2022-01-01T00:00:00Z')
/** The days of the sample: the clock of the tests stands on 2022-11-23, which is the first day of contest. */
export const competitionInput: CompetitionInput = {
  title: '雄安新区第三届职工职业技能大赛',
  tier: 'new-area',
  sponsor: '雄安新区公共服务局',
  region: '130629',
  place: '容城县实训中心',
  entriesFrom: '2022-11-01',
  entriesTo: '2022-11-20',
  contestFrom: '2022-11-23',
  contestTo: '2022-11-24',
}
export const eventInput: EventInput = {
  title: '砌筑工',
  occupationId: '2022:6-29-01-01',
  level: 4,
  teamSize: 1,
  minEntries: 1,
  maxEntries: 40,
  theoryWeight: 30,
  modules: [{ code: 'M1', title: '砌墙', minutes: 180 }],
  tieChain: ['practice', 'theory'],
  identities: ['worker', 'student'],
  minAge: 16,
  honoursBarred: true,
}

export async function saveHost(id: string, name: string): Promise<void> {
  await Organisation.create([
    {
      _id: id,
      name,
      creditCode: `91133100MA${id.slice(-6).padStart(6, '0').toUpperCase()}X1`,
      capabilities: ['training-institution'],
      homeRegion: '133100',
      region: '130629',
      state: 'approved',
      timeline: [],
      createdAt: at,
    },
  ])
}

async function saveStaff(): Promise<Record<Duty, Actor[]>> {
  const staff = {} as Record<Duty, Actor[]>
  for (const duty of duties) {
    staff[duty] = []
    for (let seat = 1; seat <= seats[duty]; seat += 1)
      staff[duty].push(await saveActor({ role: roleOfDuty(duty), name: `${duty}-${seat}` }))
  }
  return staff
}

/** The rows of a scheme file as the sheet reader gives them. */
export const schemeFile = (rows: readonly (readonly string[])[] = schemeExample) => ({
  fileName: '评分方案.csv',
  bytes: Buffer.from(rows.map((row) => row.join(',')).join('\n')),
  contentType: 'text/csv',
  header: schemeColumns.map(({ header }) => header),
  rows: rows.map((row, i) => ({ line: i + 2, cells: row.map((text) => ({ text, kind: 'text' as const })) })),
})

/** A contest in any stage, made by its host, its delegation, its staff and the New Area. */
export async function saveContest(
  { services }: { services: Services },
  stage: ContestStage,
  {
    entries = 2,
    event = {},
    first,
  }: {
    entries?: number
    event?: Partial<EventInput>
    /** the first contestant, where it must be somebody known */ first?: { name: string; idNumber: string }
  } = {},
): Promise<Contest> {
  const reached = (one: ContestStage): boolean => contestStages.indexOf(stage) >= contestStages.indexOf(one)
  if (!(await Organisation.exists({ _id: 'host-1' }))) {
    await saveHost('host-1', '雄安芦花职业培训学校')
    await saveHost('team-1', '雄安筑城建设有限公司')
    await services.occupations.loadSeeds()
    await services.policies.loadSeeds()
    await services.awardTables.loadSeeds()
  }
  const host = await saveActor({ role: 'institution-manager', organisationId: 'host-1', name: '林承办' })
  const colleague = await saveActor({ role: 'institution-clerk', organisationId: 'host-1', name: '高同事' })
  const admin = await saveActor('administrator')
  const delegation = await saveActor({ role: 'enterprise', organisationId: 'team-1', name: '赵领队' })
  const competitionId = await services.competitions.create(competitionInput, host)
  const eventId = await services.competitionEvents.create(competitionId, { ...eventInput, ...event }, host)
  const contest: Contest = {
    competitionId,
    eventId,
    entryIds: [],
    host,
    colleague,
    admin,
    delegation,
    staff: {} as Contest['staff'],
  }
  const act = (name: CompetitionAct, actor: Actor) => services.competitions.act(competitionId, name, actor)
  const document = (kind: 'notice' | 'technical') =>
    services.competitionDocuments.add(
      competitionId,
      {
        kind,
        title: `关于${kind}`,
        fileName: `${kind}.pdf`,
        bytes: Buffer.from('%PDF-1.4 sample'),
        contentType: 'application/pdf',
      },
      host,
    )
  await document('notice')
  await document('technical')
  if (reached('submitted')) await act('submit', host)
  if (reached('published')) await act('publish', admin)
  if (reached('entries-open')) {
    // The clock stands on the day of contest: the entries of the sample were open before it.
    await act('open-entries', host)
  }
  if (reached('entered')) {
    await Competition.updateOne(
      { _id: competitionId },
      { $set: { entriesTo: '2022-11-23', contestFrom: '2022-11-24' } },
    )
    for (let i = 0; i < entries; i += 1) {
      const size = event.teamSize ?? 1
      const members = Array.from({ length: size }, (_, j) => ({
        name: `选手${'甲乙丙丁戊己庚辛壬癸'[i] ?? '子'}${size > 1 ? '一二三'[j] : ''}`,
        idType: 'resident-id' as const,
        idNumber: newIdNumber(),
        identity: 'worker' as const,
        honour: 'none' as const,
        ...(i === 0 && j === 0 && first),
      }))
      contest.entryIds.push(
        await services.entries.enter(eventId, { members, ...(size > 1 && { teamName: `第${i + 1}队` }) }, delegation),
      )
    }
    await Competition.updateOne(
      { _id: competitionId },
      { $set: { entriesTo: competitionInput.entriesTo, contestFrom: competitionInput.contestFrom } },
    )
  }
  if (reached('entries-closed')) {
    await services.entryDecisions.confirmAll(eventId, host)
    await act('close-entries', host)
  }
  if (reached('drawn')) {
    contest.staff = await saveStaff()
    await services.assignments.appoint(
      eventId,
      duties.flatMap((duty) => contest.staff[duty].map((actor, i) => ({ duty, seat: i + 1, accountId: actor.id }))),
      host,
    )
    await services.schemes.confirm(await services.schemes.stage(eventId, schemeFile(), host), host)
    await services.draws.draw(eventId, 'entry', contest.staff.registrar[0]!)
    await services.draws.draw(eventId, 'station', contest.staff['draw-keeper'][0]!)
    await services.draws.draw(eventId, 'secret', contest.staff['code-keeper'][0]!)
  }
  if (reached('contest')) await act('begin', host)
  return contest
}

/** What a contestant of the sample scheme gets: millimetres of A1.1, the three judges' steps of A2.1, and the theory in hundredths. */
export interface SampleMarks {
  measured: number
  steps: readonly [number, number, number]
  theory: number
}

/** Has all three judges mark and both keyers key every contestant, in the order of the secret codes; gives the codes. */
export async function markContest(
  { services }: { services: Services },
  { eventId, staff }: Contest,
  marks: readonly SampleMarks[],
): Promise<string[]> {
  const codes = await services.draws.codesOf(eventId)
  for (const [i, code] of codes.entries()) {
    const { measured, steps, theory } = marks[i % marks.length]!
    for (const [seat, judge] of staff.judge.entries())
      await services.marking.save(
        eventId,
        code,
        {
          values: new Map([
            ['A1.1', measured],
            ['A2.1', steps[seat]!],
          ]),
        },
        judge,
      )
    for (const keyer of staff.keyer) await services.keying.key(eventId, code, { theory, values: [] }, keyer)
  }
  return codes
}

/** Locks by the chief judge and opens by both keepers: everybody is ranked afterwards. */
export async function rankContest({ services }: { services: Services }, { eventId, staff }: Contest): Promise<void> {
  await services.contestResults.lock(eventId, staff['chief-judge'][0]!)
  await services.contestResults.open(eventId, staff['draw-keeper'][0]!)
  await services.contestResults.open(eventId, staff['code-keeper'][0]!)
}
