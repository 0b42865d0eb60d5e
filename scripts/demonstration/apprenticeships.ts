import { addDays, type Day } from '../../src/shared/dates.js'
import { changeClass, keepLogs, sendRosters } from './apprentice-life.js'
import { liveClass, type DemoClass, type Stage } from './class-life.js'
import { holder, type DemoPerson } from './people.js'
import type { Story } from './story.js'

/** Classes of apprentices in every state, as an enterprise, a school, a body and two offices bring them there. */
export async function trainApprentices(story: Story, people: readonly DemoPerson[], today: Day): Promise<void> {
  let given = 0
  const take = (count: number) => people.slice(given, (given += count))
  const at = (
    offset: number,
    until: Stage,
    count = 6,
    level: DemoClass['level'] = 4,
    occupation = '6-29-01-01',
  ): DemoClass => ({ level, occupation, startsOn: addDays(today, offset), people: take(count), until })
  // The holder of trainee1 learnt here; a colleague goes on to the next level in a later class.
  const early = at(-1300, 'settled', 7)
  const [goesOn] = early.people
  await liveClass(story, { ...early, people: [holder, ...early.people] }, { exits: 2 })
  await liveClass(story, at(-800, 'settled', 6, 3), { breaks: 1 })
  await liveClass(story, at(-420, 'completed', 5), {})
  const next = at(-440, 'settlement-submitted', 4, 5)
  await liveClass(story, { ...next, people: [goesOn!, ...next.people] }, { breaks: 1 })
  await liveClass(story, at(-450, 'settlement-county-passed', 4), {})
  await liveClass(story, at(-380, 'awaiting-assessment', 5, 3), {})
  const checked = await liveClass(story, at(-250, 'mid-checked', 6), { breaks: 1, exits: 1 })
  const running = await liveClass(story, at(-100, 'running', 5), {})
  const filed = await liveClass(story, at(12, 'filed', 3), {})
  const [passed, submitted] = [
    await liveClass(story, at(40, 'county-passed', 0), {}),
    await liveClass(story, at(45, 'submitted', 0, 3), {}),
  ]
  await liveClass(story, at(60, 'draft', 0), {})
  await oddEnds(
    story,
    [
      await liveClass(story, at(41, 'county-passed', 0, 5), {}),
      await liveClass(story, at(46, 'submitted', 0), {}),
      await liveClass(story, at(47, 'submitted', 0), {}),
      await liveClass(story, at(-60, 'running', 2), {}),
    ],
    today,
  )
  await changeClass(story, checked, running, today)
  await keepLogs(story, running, today)
  await sendRosters(story, filed, take(4), today)
  if (!passed || !submitted) throw new Error('Two plans should wait for their reviews.')
}

/** Returned, refused, cancelled, suspended. */
async function oddEnds(
  { services, as, actor, on }: Story,
  [refused, returned, cancelled, suspended]: string[],
  today: Day,
): Promise<void> {
  const { apprenticeships } = services
  const [admin, county, firm] = [actor('admin'), actor('xiongxian'), actor('xinqu')]
  on(today)
  await as(admin, () => apprenticeships.decide(refused!, 'reject', '同一职业同一等级的学徒班已经备案', admin))
  await as(county, () => apprenticeships.decide(returned!, 'return', '培养方案没有写双导师的安排，请补充', county))
  await as(firm, () => apprenticeships.withdraw(cancelled!, '企业生产线调整，改到明年再办', firm))
  await as(county, () => apprenticeships.suspend(suspended!, '现场检查：岗位日志没有按时填写', county))
}
