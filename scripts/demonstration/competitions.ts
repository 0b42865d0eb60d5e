import { roleOfDuty } from '../../src/competitions/assignments/assignment.rules.js'
import type { Duty } from '../../src/competitions/assignments/assignment.model.js'
import type { Tier } from '../../src/competitions/competitions/competition.model.js'
import type { CompetitionAct } from '../../src/competitions/competitions/competition.rules.js'
import { Entry } from '../../src/competitions/entries/entry.model.js'
import { entryColumns } from '../../src/competitions/entry-files/entry-columns.data.js'
import { schemeColumns } from '../../src/competitions/marking-schemes/scheme-columns.data.js'
import type { SheetRow } from '../../src/infra/sheets/sheet-read.js'
import { addDays, type Day } from '../../src/shared/dates.js'
import { heldStages, judgeContest, questionResults, type HeldStage } from './competition-marks.js'
import { noticePaper, type NoticeFacts } from './competition-papers.js'
import { bricklaying, cooking } from './competition-schemes.js'
import type { DemoPerson } from './people.js'
import { demoPassword } from './registry.js'
import type { Story } from './story.js'

const stages = [
  'draft',
  'submitted',
  'published',
  'entries-open',
  'entries-closed',
  'drawn',
  'contest',
  ...heldStages,
] as const
type Stage = (typeof stages)[number]
interface DemoEvent {
  title: string
  occupation: string
  scheme: readonly (readonly string[])[]
  module: string
  teamSize?: 1 | 2
  entries: number
}
export interface DemoContest {
  title: string
  tier: Tier
  host: string
  region: string
  place: string
  sponsor?: string
  contestFrom: Day
  events: readonly DemoEvent[]
  until: Stage
}
export interface HeldContest {
  competitionId: string
  eventIds: string[]
}

const brick = (entries: number): DemoEvent => ({
  title: '砌筑工',
  occupation: '6-29-01-01',
  scheme: bricklaying,
  module: '砌墙',
  entries,
})
const cook = (entries: number, teamSize?: 2): DemoEvent => ({
  title: teamSize ? '中式烹调师（双人）' : '中式烹调师',
  occupation: '4-03-02-01',
  scheme: cooking,
  module: '热菜',
  entries,
  ...(teamSize && { teamSize }),
})
const delegations = ['xinqu', 'shifan', 'fuzhuang', 'qicheng', 'weihai'] as const
const seats: readonly [username: string, name: string, duty: Duty, seat: number][] = [
  ['chief', '庞立冬', 'chief-judge', 1],
  ['judge', '雷震', 'judge', 1],
  ['judge2', '闫冬青', 'judge', 2],
  ['judge3', '祁连山', 'judge', 3],
  ['keeper1', '苑小满', 'registrar', 1],
  ['keeper2', '冀白露', 'draw-keeper', 1],
  ['keeper3', '霍惊蛰', 'code-keeper', 1],
  ['keyer1', '滕谷雨', 'keyer', 1],
  ['keyer2', '佟立夏', 'keyer', 2],
]
export const competitionAccounts = seats.map(([username, name, duty]) => ({ username, name, role: roleOfDuty(duty) }))

const reaches = ({ until }: DemoContest, stage: Stage): boolean => stages.indexOf(until) >= stages.indexOf(stage)

/** Competitions in every state, as hosts, delegations, keepers and the New Area bring them there. */
export async function holdCompetitions(story: Story, take: (count: number) => DemoPerson[], today: Day): Promise<void> {
  for (const { username, name, role } of competitionAccounts.filter((one) => !story.actors.has(one.username))) {
    const id = await story.services.accounts.create({ username, name, role, password: demoPassword })
    story.actors.set(username, { id, username, name, role })
  }
  const at = (
    days: number,
    until: Stage,
    more: Omit<DemoContest, 'contestFrom' | 'until' | 'region' | 'place'>,
  ): Promise<HeldContest> =>
    holdContest(
      story,
      { region: '130629', place: '容城县公共实训基地（样例）', ...more, contestFrom: addDays(today, days), until },
      take,
    )
  await at(-150, 'final', {
    title: '雄安新区第一届乡村工匠职业技能大赛',
    tier: 'new-area',
    host: 'weihai',
    events: [cook(5)],
  })
  await at(-60, 'final', {
    title: '雄安新区第四届职工职业技能大赛',
    tier: 'new-area',
    host: 'qicheng',
    events: [brick(6), cook(3, 2)],
  })
  const noticed = await at(-3, 'noticed', {
    title: '雄县建筑企业技能竞赛',
    tier: 'industry',
    host: 'shifan',
    events: [brick(5)],
  })
  await at(-9, 'ranked', { title: '容城县餐饮行业技能竞赛', tier: 'industry', host: 'fuzhuang', events: [cook(3)] })
  await at(-2, 'locked', { title: '新程建设砌筑比武', tier: 'post', host: 'xinqu', events: [brick(3)] })
  await at(-1, 'contest', {
    title: '雄安新区第五届职工职业技能大赛',
    tier: 'new-area',
    host: 'qicheng',
    events: [brick(8), cook(4, 2)],
  })
  await at(4, 'drawn', { title: '容城县建筑行业职业技能竞赛', tier: 'industry', host: 'fuzhuang', events: [brick(5)] })
  const open = await at(30, 'entries-open', {
    title: '雄安新区第二届乡村工匠职业技能大赛',
    tier: 'new-area',
    host: 'weihai',
    events: [cook(6), brick(3)],
  })
  await at(50, 'published', { title: '新程建设岗位练兵', tier: 'post', host: 'xinqu', events: [brick(0)] })
  await at(70, 'submitted', { title: '雄县职业院校学生技能竞赛', tier: 'industry', host: 'shifan', events: [cook(0)] })
  const ends = [
    await at(72, 'submitted', { title: '京津冀砌筑邀请赛', tier: 'provincial', host: 'fuzhuang', events: [brick(0)] }),
    await at(44, 'published', { title: '白洋淀船菜技能赛', tier: 'industry', host: 'weihai', events: [cook(0)] }),
  ]
  await at(80, 'draft', { title: '雄安新区第六届职工职业技能大赛', tier: 'new-area', host: 'qicheng', events: [] })
  await oddEnds(story, ends, open, today, take)
  const team = story.actor('xinqu')
  const entry = await Entry.findOne({
    eventId: noticed.eventIds[0],
    organisationId: team.organisationId,
    state: 'confirmed',
  })
    .sort({ _id: 1 })
    .lean()
  await questionResults(story, noticed.eventIds[0]!, String(entry!._id), team)
}

/** Returned and called off; entries of every kind in the one that is open, and a file that waits with rows to correct. */
async function oddEnds(
  story: Story,
  [returned, cancelled]: readonly HeldContest[],
  open: HeldContest,
  today: Day,
  take: (count: number) => DemoPerson[],
): Promise<void> {
  const { services, as, actor, on } = story
  const [admin, host, team] = [actor('admin'), actor('weihai'), actor('xinqu')]
  on(today)
  await as(admin, () =>
    services.competitions.act(returned!.competitionId, 'return', admin, {
      note: '通知没有写明名次奖励和申诉办法，请补充后再提交',
    }),
  )
  await as(host, () =>
    services.competitions.act(cancelled!.competitionId, 'cancel', host, { note: '场馆检修，改到明年举办' }),
  )
  const [eventId] = open.eventIds
  const [first, second, third] = (
    await Entry.find({ eventId, state: 'entered' }).sort({ createdAt: 1, _id: 1 }).limit(3).lean()
  ).map(({ _id, createdBy }) => ({ id: String(_id), createdBy }))
  await as(host, () => services.entries.decide(first!.id, 'confirm', host))
  await as(host, () => services.entries.decide(second!.id, 'experience-missing', host))
  const maker = [...story.actors.values()].find(({ id }) => id === third!.createdBy)!
  await as(maker, () => services.entries.withdraw(third!.id, maker))
  const trainee = story.actors.get('trainee1')
  if (trainee)
    await as(trainee, () =>
      services.entries.enterSelf(eventId!, { identity: 'worker', honour: 'none', employer: '雄县个体工商户' }, trainee),
    )
  // A queue of people may hand out more than were asked for.
  const rows = take(3)
    .slice(0, 3)
    .map(({ name, idNumber, phone }, i) => [
      '',
      name,
      '',
      i === 2 ? `${idNumber.slice(0, 17)}${idNumber.endsWith('0') ? '1' : '0'}` : idNumber,
      i === 1 ? '138' : phone,
      '职工',
      '',
    ])
  await as(team, () =>
    services.entryFiles.stage(
      open.eventIds[1]!,
      { fileName: '新程建设报名表.xlsx', header: entryColumns.map(({ header }) => header), rows: rowsOf(rows) },
      team,
    ),
  )
}

const rowsOf = (rows: readonly (readonly string[])[]): SheetRow[] =>
  rows.map((cells, i) => ({ line: i + 2, cells: cells.map((text) => ({ text, kind: text ? 'text' : 'blank' })) }))

/** One competition as far as its stage. */
async function holdContest(
  story: Story,
  contest: DemoContest,
  take: (count: number) => DemoPerson[],
): Promise<HeldContest> {
  const { services, as, actor, on } = story
  const { title, tier, region, place, sponsor = '雄安新区公共服务局（样例）', contestFrom } = contest
  const [host, admin] = [actor(contest.host), actor('admin')]
  const day = (days: number): Day => addDays(contestFrom, days)
  const facts = {
    title,
    tier,
    sponsor,
    region,
    place,
    entriesFrom: day(-40),
    entriesTo: day(-15),
    contestFrom,
    contestTo: day(1),
    contact: '竞赛办公室 0312-0000000（样例）',
  }
  on(day(-80))
  const competitionId = await as(host, () => services.competitions.create(facts, host))
  const act = (name: CompetitionAct, who = host) => as(who, () => services.competitions.act(competitionId, name, who))
  const eventIds: string[] = []
  for (const event of contest.events)
    eventIds.push(await as(host, () => services.competitionEvents.create(competitionId, eventFacts(event), host)))
  const held = { competitionId, eventIds }
  if (!reaches(contest, 'submitted')) return held
  await documents(story, contest, competitionId, facts)
  await act('submit')
  if (!reaches(contest, 'published')) return held
  on(day(-60))
  await act('publish', admin)
  if (!reaches(contest, 'entries-open')) return held
  on(day(-38))
  await act('open-entries')
  // One entry a person in a competition: its people are taken together.
  const people = take(contest.events.reduce((sum, { entries, teamSize = 1 }) => sum + entries * teamSize, 0))
  for (const [i, event] of contest.events.entries()) await enterPeople(story, contest, event, eventIds[i]!, people)
  if (!reaches(contest, 'entries-closed')) return held
  on(day(-14))
  for (const eventId of eventIds) await as(host, () => services.entries.confirmAll(eventId, host))
  await act('close-entries')
  for (const [i, event] of contest.events.entries()) await prepareEvent(story, contest, eventIds[i]!, event.scheme)
  if (!reaches(contest, 'contest')) return held
  on(contestFrom)
  await act('begin')
  await judgeContest(story, eventIds, contestFrom, contest.until as HeldStage | 'contest')
  return held
}

const eventFacts = ({ title, occupation, module, teamSize = 1, entries }: DemoEvent) => ({
  title,
  occupationId: `2022:${occupation}`,
  level: 4,
  teamSize,
  minEntries: Math.max(2, Math.min(10, entries)),
  maxEntries: 60,
  theoryWeight: 30,
  modules: [{ code: 'M1', title: module, minutes: 180 }],
  tieChain: ['practice', 'theory'] as ('practice' | 'theory')[],
  identities: ['worker', 'student'] as ('worker' | 'student')[],
  minAge: 16,
  honoursBarred: true,
})

async function documents(
  { services, as, actor }: Story,
  { host: username, events }: DemoContest,
  id: string,
  facts: Omit<NoticeFacts, 'host'>,
): Promise<void> {
  const host = actor(username)
  const { name } = await services.organisations.get(host.organisationId!)
  const lines = events.map(({ title, module, teamSize = 1 }) => [
    title,
    title,
    teamSize === 1 ? '单人' : '双人',
    `理论 30%，实操（${module}）70%`,
  ])
  for (const [kind, title] of [
    ['notice', '竞赛通知'],
    ['technical', '技术文件'],
  ] as const)
    await as(host, () =>
      services.competitions.addDocument(
        id,
        {
          kind,
          title: `${facts.title}${title}`,
          fileName: `${title}.pdf`,
          bytes: noticePaper(title, { ...facts, host: name }, lines),
          contentType: 'application/pdf',
        },
        host,
      ),
    )
}

async function enterPeople(
  { services, as, actor }: Story,
  { host }: DemoContest,
  { entries, teamSize = 1 }: DemoEvent,
  eventId: string,
  people: DemoPerson[],
): Promise<void> {
  const teams = delegations.filter((one) => one !== host)
  for (let i = 0; i < entries; i += 1) {
    const team = actor(teams[i % teams.length]!)
    const members = people.splice(0, teamSize).map(({ name, idNumber, phone }, j) => ({
      name,
      idType: 'resident-id' as const,
      idNumber,
      phone,
      identity: (i + j) % 4 === 3 ? ('student' as const) : ('worker' as const),
      honour: 'none' as const,
    }))
    await as(team, () =>
      services.entries.enter(
        eventId,
        { members, ...(teamSize > 1 && { teamName: `${'芦荷苇雁莲鸥淀舟'[i % 8]}队` }) },
        team,
      ),
    )
  }
}

/** Staff, scheme and the three draws, each by its keeper. */
async function prepareEvent(
  { services, as, actor }: Story,
  { host: username }: DemoContest,
  eventId: string,
  scheme: DemoEvent['scheme'],
): Promise<void> {
  const host = actor(username)
  await as(host, async () => {
    await services.assignments.appoint(
      eventId,
      seats.map(([who, , duty, seat]) => ({ duty, seat, accountId: actor(who).id })),
      host,
    )
    const header = schemeColumns.map(({ header: name }) => name)
    const bytes = Buffer.from([header, ...scheme].map((row) => row.join(',')).join('\r\n'))
    await services.schemes.confirm(
      await services.schemes.stage(
        eventId,
        { fileName: '评分方案.csv', bytes, contentType: 'text/csv', header, rows: rowsOf(scheme) },
        host,
      ),
      host,
    )
  })
  for (const [step, who] of [
    ['entry', 'keeper1'],
    ['station', 'keeper2'],
    ['secret', 'keeper3'],
  ] as const)
    await as(actor(who), () => services.draws.draw(eventId, step, actor(who)))
}
