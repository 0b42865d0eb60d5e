import { liveClass } from '../../scripts/demonstration/class-life.js'
import { correctPapers, makeCourses, traineeAccounts, unusualEnds } from '../../scripts/demonstration/chapters.js'
import { holdCompetitions } from '../../scripts/demonstration/competitions.js'
import { lengthOf, queueOf } from '../../scripts/demonstration/calendar.js'
import { inventPeople, type DemoPerson } from '../../scripts/demonstration/people.js'
import { recogniseNeighbours } from '../../scripts/demonstration/recognition.js'
import { repeatable } from '../../scripts/demonstration/random.js'
import { demoPassword, makeRegistry } from '../../scripts/demonstration/registry.js'
import { liveRun, type Stage } from '../../scripts/demonstration/run-life.js'
import { tellStory, type Story } from '../../scripts/demonstration/story.js'
import type { SheetRow } from '../../src/infra/sheet-reading/sheet-read.js'
import { addDays, instantAt, type Day } from '../../src/shared/dates.js'
import type { Actor } from '../../src/shared/permissions.js'
import { Apprentice } from '../../src/workplace/apprentices/apprentice.model.js'
import type { Stack } from '../support/stack.js'
import { papersOnTheWay } from './small-papers.js'
import { newIdNumber } from './person.js'

export const worldPassword = demoPassword

/** The demonstration in small: every role, a run in every state, papers of both families, each other answer of verification. */
export async function tellSmallWorld({ services, infra, clock }: Stack, today: Day): Promise<Story> {
  await services.policies.loadSeeds()
  await services.awardTables.loadSeeds()
  await services.occupations.loadSeeds()
  await services.targets.loadSeeds()
  const random = repeatable(1901)
  const invented = inventPeople(190)
  const take = queueOf(invented.slice(0, 160), random)
  // The story sets its own days by the stack's clock, so that all that is written agrees.
  const movable = {
    get now() {
      return clock.now()
    },
    set now(to: Date) {
      clock.moveTo(to)
    },
  }
  const story = tellStory(services, infra, movable)
  story.on('2021-12-01')
  await makeRegistry(story)
  await makeCourses(story)
  const live = (course: string, startsOn: Day, until: Stage, people = 6) =>
    liveRun(story, { course, startsOn, days: lengthOf(course), people: take(people), until }, random)
  await live('brick', addDays(today, -60), 'certified')
  await live('care', addDays(today, -58), 'certified')
  await live('citizen', addDays(today, -56), 'certified')
  await live('care4', addDays(today, -50), 'closed')
  await live('farm', addDays(today, -28), 'awaiting-assessment')
  await live('startup', addDays(today, -6), 'running')
  await live('ecommerce', addDays(today, 8), 'filed')
  await live('electric', addDays(today, 12), 'county-passed')
  await live('care', addDays(today, 14), 'submitted')
  const draft = await live('care', addDays(today, 21), 'draft')
  const ends = [
    await live('home', addDays(today, 15), 'submitted'),
    await live('shoes', addDays(today, 16), 'submitted'),
    await live('pastry', addDays(today, 9), 'filed'),
    await live('weld', addDays(today, -5), 'running'),
  ]
  await unusualEnds(story, ends, today)
  await correctPapers(story, today)
  await traineeAccounts(story)
  await recogniseNeighbours(story, today)
  await holdCompetitions(story, take, today)
  await apprentices(story, invented.slice(160), today)
  clock.moveTo(instantAt(today, '10:00'))
  await rosters(story, draft)
  await drafts(story)
  await papersOnTheWay(story, today)
  await story.work()
  return story
}

const header = ['姓名*', '证件号码*', '手机号码', '人员类别*']
type Line = readonly [name: string, idNumber: string, phone: string, category: string]
const fileOf = (...lines: Line[]) => ({
  fileName: '学员名册.xlsx',
  header,
  rows: lines.map((line, i): SheetRow => ({
    line: i + 2,
    cells: line.map((text) => ({ text, kind: text ? 'text' : 'blank' })),
  })),
})

/** A roster that was written, and one that waits for its confirmation with lines to correct. */
async function rosters({ services, as, actor }: Story, runId: string): Promise<void> {
  const owner = actor('weihai')
  const category = '农村转移就业劳动者'
  const good: Line = ['安小荷', newIdNumber(), '13800001234', category]
  await as(owner, async () =>
    services.rosterImports.confirm(await services.rosterImports.stage(runId, fileOf(good), owner), owner),
  )
  await as(owner, () =>
    services.rosterImports.stage(
      runId,
      fileOf(
        ['', newIdNumber(), '', category],
        ['安小苇', '130632190105010026', '138', ''],
        ['芦小舟', newIdNumber(), '', category],
      ),
      owner,
    ),
  )
}

/** Work that was begun: a course, an organisation. */
async function drafts({ services, as, actor, courses }: Story): Promise<void> {
  const owner = actor('weihai')
  await as(owner, () => services.courses.copy(courses.get('care')!, owner))
  const administrator = actor('admin')
  await as(administrator, () =>
    services.organisations.register(
      {
        name: '雄县新苇培训学校',
        creditCode: '91133100MA0ABCDE1X',
        creditCodeWarning: true,
        capabilities: ['training-institution'],
        homeRegion: '130638',
        region: '130638',
        contactName: '联系人',
        contactPhone: '0312-0000000',
        licences: [],
      },
      administrator,
    ),
  )
}

/** Classes of apprentices from the first draft to the amount, taught by the school of 安新; one apprentice and his mentor write a log. */
async function apprentices(story: Story, people: readonly DemoPerson[], today: Day): Promise<void> {
  const { services, as, actor, actors, on } = story
  const place = { school: 'weihai', region: '130632', county: 'anxin' }
  const live = (
    offset: number,
    until: Parameters<typeof liveClass>[1]['until'],
    from = 0,
    count = 0,
    level: 3 | 4 = 4,
  ) =>
    liveClass(
      story,
      {
        level,
        occupation: '6-29-01-01',
        startsOn: addDays(today, offset),
        people: people.slice(from, from + count),
        until,
        place,
      },
      { exits: count > 3 ? 1 : 0, breaks: count > 2 ? 1 : 0 },
    )
  await live(-790, 'settled', 0, 3)
  await live(-450, 'settlement-county-passed', 3, 2)
  await live(-440, 'settlement-submitted', 5, 2)
  await live(-420, 'completed', 7, 4)
  await live(-390, 'awaiting-assessment', 11, 3, 3)
  await live(-250, 'mid-checked', 14, 3)
  const running = await live(-100, 'running', 17, 4)
  await live(12, 'filed', 21, 2)
  await live(40, 'county-passed')
  const returned = await live(45, 'submitted')
  await live(46, 'submitted')
  await live(60, 'draft')
  const suspended = await live(-60, 'running', 23, 1)
  on(today)
  const [county, mentor] = [actor('anxin'), actor('mentor')]
  await as(county, () =>
    services.apprenticeships.decide(returned, 'return', '培养方案没有写双导师的安排，请补充', county),
  )
  await as(county, () => services.apprenticeships.suspend(suspended, '现场检查：岗位日志没有按时填写', county))
  const school = actor('weihai')
  const lines = (
    await Apprentice.find({ apprenticeshipId: running, state: 'training' })
      .sort({ _id: 1 })
      .lean<{ _id: string; version?: number }[]>()
  ).map((row, i) => ({
    apprenticeId: row._id,
    version: row.version ?? 0,
    marks: { theory: 56 + i * 10, practice: 78 },
  }))
  await as(school, () => services.apprenticeChecks.save(running, 'mid-term', today, lines, school))
  const { _id, personId, personName } = (await Apprentice.findOne({ apprenticeshipId: running, state: 'training' })
    .sort({ _id: 1 })
    .lean())!
  const id = await services.accounts.create({
    username: 'apprentice1',
    name: personName,
    role: 'trainee',
    password: demoPassword,
    personId,
  })
  const learner: Actor = { id, username: 'apprentice1', name: personName, role: 'trainee', personId }
  actors.set(learner.username, learner)
  await as(learner, () =>
    services.workplaceLogs.write(
      String(_id),
      { on: addDays(today, -3), hours: 6, task: '拌砂浆，砌 24 墙 2 平方米', learnt: '灰缝要饱满' },
      learner,
    ),
  )
  await as(mentor, () =>
    services.workplaceLogs.write(String(_id), { on: addDays(today, -2), hours: 5, task: '带教挂线和找平' }, mentor),
  )
}
