import { correctPapers, makeCourses, traineeAccounts, unusualEnds } from '../../scripts/demonstration/chapters.js'
import { holdCompetitions } from '../../scripts/demonstration/competitions.js'
import { lengthOf, queueOf } from '../../scripts/demonstration/calendar.js'
import { inventPeople } from '../../scripts/demonstration/people.js'
import { recogniseNeighbours } from '../../scripts/demonstration/recognition.js'
import { repeatable } from '../../scripts/demonstration/random.js'
import { demoPassword, makeRegistry } from '../../scripts/demonstration/registry.js'
import { liveRun, type Stage } from '../../scripts/demonstration/run-life.js'
import { tellStory, type Story } from '../../scripts/demonstration/story.js'
import type { SheetRow } from '../../src/infra/sheets/sheet-read.js'
import { addDays, instantAt, type Day } from '../../src/shared/dates.js'
import type { Stack } from '../support/stack.js'
import { newIdNumber } from './person.js'

export const worldPassword = demoPassword

/** The demonstration in small: every role, a run in every state, papers of both families, each other answer of verification. */
export async function tellSmallWorld({ services, infra, clock }: Stack, today: Day): Promise<Story> {
  await services.policies.loadSeeds()
  await services.occupations.loadSeeds()
  await services.targets.loadSeeds()
  const random = repeatable(1901)
  const take = queueOf(inventPeople(160), random)
  // The story sets its own days by the stack's clock, so that all that is written agrees.
  const movable = { get now() { return clock.now() }, set now(to: Date) { clock.moveTo(to) } }
  const story = tellStory(services, infra, movable)
  story.on('2021-12-01')
  await makeRegistry(story)
  await makeCourses(story)
  const live = (course: string, startsOn: Day, until: Stage, people = 6) => liveRun(story, { course, startsOn, days: lengthOf(course), people: take(people), until }, random)
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
  const ends = [await live('home', addDays(today, 15), 'submitted'), await live('shoes', addDays(today, 16), 'submitted'), await live('pastry', addDays(today, 9), 'filed'), await live('weld', addDays(today, -5), 'running')]
  await unusualEnds(story, ends, today)
  await correctPapers(story, today)
  await traineeAccounts(story)
  await recogniseNeighbours(story, today)
  await holdCompetitions(story, take, today)
  clock.moveTo(instantAt(today, '10:00'))
  await rosters(story, draft)
  await drafts(story)
  await story.work()
  return story
}

const header = ['姓名*', '证件号码*', '手机号码', '人员类别*']
type Line = readonly [name: string, idNumber: string, phone: string, category: string]
const fileOf = (...lines: Line[]) => ({ fileName: '学员名册.xlsx', header, rows: lines.map((line, i): SheetRow => ({ line: i + 2, cells: line.map((text) => ({ text, kind: text ? 'text' : 'blank' })) })) })

/** A roster that was written, and one that waits for its confirmation with lines to correct. */
async function rosters({ services, as, actor }: Story, runId: string): Promise<void> {
  const owner = actor('weihai')
  const category = '农村转移就业劳动者'
  const good: Line = ['安小荷', newIdNumber(), '13800001234', category]
  await as(owner, async () => services.rosterImports.confirm(await services.rosterImports.stage(runId, fileOf(good), owner), owner))
  await as(owner, () => services.rosterImports.stage(runId, fileOf(['', newIdNumber(), '', category], ['安小苇', '130632190105010026', '138', ''], ['芦小舟', newIdNumber(), '', category]), owner))
}

/** Work that was begun: a course, an organisation. */
async function drafts({ services, as, actor, courses }: Story): Promise<void> {
  const owner = actor('weihai')
  await as(owner, () => services.courses.copy(courses.get('care')!, owner))
  const administrator = actor('admin')
  await as(administrator, () => services.organisations.register({ name: '雄县新苇培训学校', creditCode: '91133100MA0ABCDE1X', creditCodeWarning: true, capabilities: ['training-institution'], homeRegion: '130638', region: '130638', contactName: '联系人', contactPhone: '0312-0000000', licences: [] }, administrator))
}
