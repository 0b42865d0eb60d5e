import type { Tier } from '../../src/competitions/competitions/competition.model.js'
import type { CompetitionAct } from '../../src/competitions/competitions/competition-transitions.data.js'
import { addDays, type Day } from '../../src/shared/dates.js'
import { enterPeople } from './contest-entries.js'
import { prepareEvent } from './contest-staff.js'
import { heldStages, judgeContest, type HeldStage } from './competition-marks.js'
import { noticePaper, type NoticeFacts } from './competition-papers.js'
import type { DemoPerson } from './people.js'
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
export type Stage = (typeof stages)[number]
export interface DemoEvent {
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
  /** whoever enters, where it must be somebody known */
  people?: readonly DemoPerson[]
  until: Stage
}
export interface HeldContest {
  competitionId: string
  eventIds: string[]
}

const reaches = ({ until }: DemoContest, stage: Stage): boolean => stages.indexOf(until) >= stages.indexOf(stage)

/** One competition as far as its stage. */
export async function holdContest(
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
  const wanted = contest.events.reduce((sum, { entries, teamSize = 1 }) => sum + entries * teamSize, 0)
  const known = contest.people ?? []
  const people = [...known, ...take(wanted).filter((one) => !known.includes(one))].slice(0, wanted)
  for (const [i, event] of contest.events.entries()) await enterPeople(story, contest, event, eventIds[i]!, people)
  if (!reaches(contest, 'entries-closed')) return held
  on(day(-14))
  for (const eventId of eventIds) await as(host, () => services.entryDecisions.confirmAll(eventId, host))
  await act('close-entries')
  for (const [i, event] of contest.events.entries()) await prepareEvent(story, contest.host, eventIds[i]!, event.scheme)
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
      services.competitionDocuments.add(
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
