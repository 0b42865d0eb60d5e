import { Entry } from '../../src/competitions/entries/entry.model.js'
import { addDays, type Day } from '../../src/shared/dates.js'
import { decidePromotions, issueAwards, trainForContest } from './contest-awards.js'
import { questionResults } from './competition-marks.js'
import { bricklaying, cooking } from './competition-schemes.js'
import { variedEntries } from './contest-entries.js'
import { holdContest, type DemoContest, type DemoEvent, type HeldContest, type Stage } from './contest-life.js'
import { seatStaff } from './contest-staff.js'
import { holder, type DemoPerson } from './people.js'
import type { Story } from './story.js'

const brick = (entries: number): DemoEvent => ({
  title: '砌筑工',
  occupation: '6-29-01-01',
  scheme: bricklaying,
  module: '砌墙',
  entries,
})
export const cook = (entries: number, teamSize?: 2): DemoEvent => ({
  title: teamSize ? '中式烹调师（双人）' : '中式烹调师',
  occupation: '4-03-02-01',
  scheme: cooking,
  module: '热菜',
  entries,
  ...(teamSize && { teamSize }),
})
type Hold = (
  days: number,
  until: Stage,
  more: Omit<DemoContest, 'contestFrom' | 'until' | 'region' | 'place'>,
) => Promise<HeldContest>

/** Competitions in every state, as hosts, delegations, keepers and the New Area bring them there. */
export async function holdCompetitions(story: Story, take: (count: number) => DemoPerson[], today: Day): Promise<void> {
  await seatStaff(story)
  const at: Hold = (days, until, more) =>
    holdContest(
      story,
      { region: '130629', place: '容城县公共实训基地（样例）', ...more, contestFrom: addDays(today, days), until },
      take,
    )
  await finishedContests(story, at, take, today)
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
    await at(76, 'submitted', { title: '安新县水乡厨艺赛', tier: 'industry', host: 'weihai', events: [cook(0)] }),
  ]
  await at(80, 'draft', { title: '雄安新区第六届职工职业技能大赛', tier: 'new-area', host: 'qicheng', events: [] })
  await oddEnds(story, ends, today)
  await variedEntries(story, open, take)
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

/** Two that are over: with papers of both, one that was trained for, and an event that still waits for its papers. */
async function finishedContests(
  story: Story,
  at: Hold,
  take: (count: number) => DemoPerson[],
  today: Day,
): Promise<void> {
  const { eventIds: crafts } = await at(-150, 'final', {
    title: '雄安新区第一届乡村工匠职业技能大赛',
    tier: 'new-area',
    host: 'weihai',
    events: [brick(3), cook(5)],
    // So few that each has a prize: the holder of trainee1 is one of them.
    people: [holder],
  })
  for (const eventId of crafts) await issueAwards(story, eventId, 'weihai', addDays(today, -136))
  const trained = take(8)
  await trainForContest(story, trained, addDays(today, -60))
  const { eventIds } = await at(-60, 'final', {
    title: '雄安新区第四届职工职业技能大赛',
    tier: 'new-area',
    host: 'qicheng',
    events: [brick(12), cook(3, 2)],
    people: trained,
  })
  await issueAwards(story, eventIds[0]!, 'qicheng', addDays(today, -46))
  await decidePromotions(story, eventIds[0]!)
}

/** One returned with its reason, one called off, one taken back. */
async function oddEnds(
  story: Story,
  [returned, cancelled, withdrawn]: readonly HeldContest[],
  today: Day,
): Promise<void> {
  const { services, as, actor, on } = story
  const [admin, host] = [actor('admin'), actor('weihai')]
  on(today)
  await as(admin, () =>
    services.competitions.act(returned!.competitionId, 'return', admin, {
      note: '通知没有写明名次奖励和申诉办法，请补充后再提交',
    }),
  )
  await as(host, () =>
    services.competitions.act(cancelled!.competitionId, 'cancel', host, { note: '场馆检修，改到明年举办' }),
  )
  await as(host, () =>
    services.competitions.act(withdrawn!.competitionId, 'withdraw', host, { note: '与乡村工匠大赛合并举办' }),
  )
}
