import { addDays, addMonths, type Day } from '../../src/shared/dates.js'
import { proposeLessons } from '../../src/training/lessons/lesson.rules.js'
import { Enrolment } from '../../src/training/enrolments/enrolment.model.js'
import { Apprentice } from '../../src/workplace/apprentices/apprentice.model.js'
import { dueOn } from '../../src/workplace/apprentices/apprentice-term.rules.js'
import type { DemoPerson } from './people.js'
import { photoFor } from './photos.js'
import { demoPassword } from './registry.js'
import type { Story } from './story.js'

const stages = [
  'draft',
  'submitted',
  'county-passed',
  'filed',
  'running',
  'mid-checked',
  'awaiting-assessment',
  'completed',
  'settlement-submitted',
  'settlement-county-passed',
  'settled',
] as const
type Stage = (typeof stages)[number]
/** Where a class is held: the school that teaches, the county and its officer. */
interface Place {
  school: string
  region: string
  county: string
}
export interface DemoClass {
  level: 3 | 4 | 5
  occupation: string
  startsOn: Day
  people: readonly DemoPerson[]
  until: Stage
  place?: Place
}
const xiongxian: Place = { school: 'shifan', region: '130638', county: 'xiongxian' }

const reaches = (one: DemoClass, stage: Stage): boolean => stages.indexOf(one.until) >= stages.indexOf(stage)
const trainingPlan =
  '岗位：生产一线操作岗。\n企业师带徒，每周三天在岗；合作学校集中教学，理论和实训相结合。\n双导师：企业导师带岗位技能，学校教师讲专业知识。\n期末考核理论和实操，由评价机构评价等级。'

/** Classes of apprentices in every state, as an enterprise, a school, a body and two offices bring them there. */
export async function trainApprentices(story: Story, people: readonly DemoPerson[], today: Day): Promise<void> {
  let next = 0
  const take = (count: number) => people.slice(next, (next += count))
  const at = (
    offset: number,
    until: Stage,
    count = 6,
    level: DemoClass['level'] = 4,
    occupation = '6-29-01-01',
  ): DemoClass => ({ level, occupation, startsOn: addDays(today, offset), people: take(count), until })
  await liveClass(story, at(-1300, 'settled', 8), { exits: 2 })
  await liveClass(story, at(-800, 'settled', 6, 3), { breaks: 1 })
  await liveClass(story, at(-420, 'completed', 5), {})
  await liveClass(story, at(-440, 'settlement-submitted', 5, 5), { breaks: 1 })
  await liveClass(story, at(-450, 'settlement-county-passed', 4), {})
  await liveClass(story, at(-380, 'awaiting-assessment', 5, 3), {})
  await liveClass(story, at(-250, 'mid-checked', 6), { breaks: 1, exits: 1 })
  await liveClass(story, at(-100, 'running', 6), {})
  await liveClass(story, at(12, 'filed', 4), {})
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

/** One class as far as its stage. Returns its id. */
export async function liveClass(
  story: Story,
  one: DemoClass,
  { exits = 0, breaks = 0 }: { exits?: number; breaks?: number },
): Promise<string> {
  const { services, as, actor, on, organisations, work } = story
  const { apprenticeships, apprenticeshipPlans, apprenticeChecks, apprenticeChanges, settlements } = services
  const { school: schoolKey, region, county: countyKey } = one.place ?? xiongxian
  const [firm, school, county, admin, body] = [
    actor('xinqu'),
    actor(schoolKey),
    actor(countyKey),
    actor('admin'),
    actor('luhua'),
  ]
  const endsOn = addDays(addMonths(one.startsOn, 12), -1)
  const plan = {
    region,
    institutionId: organisations.get(schoolKey)!,
    assessmentBodyId: organisations.get('luhua')!,
    occupationId: `2022:${one.occupation}`,
    level: one.level,
    startsOn: one.startsOn,
    endsOn,
    planned: Math.max(6, one.people.length),
    totalHours: 640,
    centralHours: 180,
    trainingPlan,
  }
  const early = (days: number) => addDays(one.startsOn, -days)
  on(early(70))
  const id = await as(firm, () => apprenticeshipPlans.create(plan, firm))
  if (!reaches(one, 'submitted')) return id
  on(early(60))
  await as(firm, () => apprenticeshipPlans.submit(id, firm))
  if (!reaches(one, 'county-passed')) return id
  on(early(50))
  await as(county, () => apprenticeships.decide(id, 'pass', undefined, county))
  if (!reaches(one, 'filed')) return id
  on(early(40))
  await as(admin, () => apprenticeships.decide(id, 'pass', undefined, admin))
  await as(firm, () => enterPeople(story, id, one, endsOn))
  if (!reaches(one, 'running')) return id
  const runId = await openTeaching(story, id, one)
  on(one.startsOn)
  await as(firm, () => apprenticeships.start(id, firm))
  await as(school, () => services.centralTeaching.enrol(id, runId, school))
  const rows = () => Apprentice.find({ apprenticeshipId: id, state: 'training' }).sort({ _id: 1 }).lean()
  on(addDays(one.startsOn, 45))
  for (const row of (await rows()).slice(0, breaks))
    await as(firm, () =>
      apprenticeChanges.takeBreak(
        String(row._id),
        { from: addDays(one.startsOn, 50), to: addDays(one.startsOn, 69), reason: '住院治疗' },
        firm,
      ),
    )
  for (const row of exits > 0 ? (await rows()).slice(-exits) : [])
    await as(firm, () =>
      apprenticeChanges.exit(String(row._id), { on: addDays(one.startsOn, 40), reason: 'resigned' }, firm),
    )
  if (!reaches(one, 'mid-checked')) return id
  await teach(story, runId, one)
  const marks = async (kind: 'mid-term' | 'assessment', day: Day) => {
    const lines = (await rows()).map((row, i) => ({
      apprenticeId: String(row._id),
      version: (row as { version?: number }).version ?? 0,
      marks: { theory: kind === 'assessment' && i === 1 ? 52 : 74 + ((i * 7) % 20), practice: 78 + ((i * 5) % 18) },
    }))
    const marker = kind === 'assessment' ? body : school
    await as(marker, () => apprenticeChecks.save(id, kind, day, lines, marker))
  }
  on(addDays(one.startsOn, 190))
  await marks('mid-term', addDays(one.startsOn, 190))
  await as(county, () => apprenticeships.checkMidTerm(id, '到企业查看岗位和日志，学徒在岗，双导师落实', county))
  if (!reaches(one, 'awaiting-assessment')) return id
  const lastDay = (await rows())
    .map((row) => dueOn({ from: row.from, to: row.to, breaks: row.breaks ?? [] }))
    .sort()
    .at(-1)!
  on(lastDay)
  await as(firm, () => apprenticeships.finishTraining(id, firm))
  if (!reaches(one, 'completed')) return id
  await marks('assessment', lastDay)
  await as(school, () => apprenticeships.complete(id, school))
  for (const [i, { personId }] of (
    await Apprentice.find({ apprenticeshipId: id, state: 'certified' }).sort({ _id: 1 }).lean()
  ).entries())
    await as(school, async () =>
      services.people.setPhoto(personId, await photoFor(i % 2 === 0 ? 'male' : 'female', i), school),
    )
  await as(body, () =>
    services.certificateIssue.startBatch(
      { kind: 'apprenticeship', sourceId: id, family: 'level', issuedOn: lastDay },
      body,
    ),
  )
  await work()
  if (!reaches(one, 'settlement-submitted')) return id
  await as(firm, () => settlements.submit(id, firm))
  if (!reaches(one, 'settlement-county-passed')) return id
  await as(county, () => settlements.decide(id, 'pass', undefined, county))
  if (reaches(one, 'settled')) await as(admin, () => settlements.decide(id, 'pass', undefined, admin))
  return id
}

/** By real name, with the contracts of each and the agreement of the class. */
async function enterPeople(
  { services, actor }: Story,
  id: string,
  { people, startsOn }: DemoClass,
  endsOn: Day,
): Promise<void> {
  const firm = actor('xinqu')
  const contract = { from: startsOn, to: addMonths(endsOn, 12), signedOn: addDays(startsOn, -42) }
  await services.contracts.recordCooperation(id, { ...contract, number: '校企合〔样例〕1号' }, firm)
  for (const { name, idNumber, phone, tags } of people)
    await services.apprentices.add(
      id,
      {
        facts: { name, idType: 'resident-id', idNumber, phone, category: 'G12', tags },
        post: '砌筑岗',
        from: startsOn,
      },
      firm,
    )
  for (const { _id } of await Apprentice.find({ apprenticeshipId: id }).lean())
    for (const kind of ['labour', 'training'] as const)
      await services.contracts.record(String(_id), kind, contract, firm)
}

/** Central teaching is a course run of the school, filed like any other and linked to the class. */
async function openTeaching(
  story: Story,
  id: string,
  { startsOn: first, until, place = xiongxian }: DemoClass,
): Promise<string> {
  const { services, as, actor, on, courses } = story
  const [school, county, admin, firm] = [actor(place.school), actor(place.county), actor('admin'), actor('xinqu')]
  const key = 'apprentice-teaching'
  if (!courses.has(key)) {
    const facts = {
      title: '学徒制集中教学（砌筑工）',
      theoryHours: 60,
      practiceHours: 120,
      programme: 'apprenticeship' as const,
      funding: 'self-funded' as const,
      certificateFamily: 'completion' as const,
      feeFen: 0,
      delivery: 'classroom' as const,
      occupationId: '2022:6-29-01-01',
      level: 4,
    }
    courses.set(
      key,
      await as(school, async () => {
        const courseId = await services.courses.create(facts, school)
        await services.courses.submit(courseId, school)
        return courseId
      }),
    )
  }
  const [startsOn, endsOn] = [addDays(first, 5), addDays(first, 60)]
  const input = {
    region: place.region,
    startsOn,
    endsOn,
    place: '学校实训楼 2 层',
    capacity: 40,
    teachers: [{ name: '韩树林', qualification: '高级讲师（样例）' }],
  }
  on(addDays(first, -30))
  const runId = await as(school, () => services.courseRuns.create(courses.get(key)!, input, school))
  const lessons = proposeLessons({ ...input, theoryHours: 60, practiceHours: 120, topic: '砌筑', teacher: '韩树林' })
  if (!lessons) throw new Error('Central teaching does not fit its days.')
  await as(school, () => services.courseRuns.saveLessons(runId, lessons, school))
  await as(school, () => services.courseRuns.submit(runId, school))
  await as(county, () => services.courseRuns.decide(runId, 'pass', undefined, county))
  await as(admin, () => services.courseRuns.decide(runId, 'pass', undefined, admin))
  await as(school, () => services.centralTeaching.link(id, runId, school))
  const guided = (await Apprentice.find({ apprenticeshipId: id }).sort({ _id: 1 }).lean()).map(({ _id }) => String(_id))
  if (guided.length === 0) return runId
  const accountId = await mentorFor(story, until)
  await as(firm, () => services.mentorships.pair(guided, { kind: 'mentor', accountId, from: first }, firm))
  return runId
}

/** A mentor guides eight at most, so each class has its own; the one that is running has the one whose account is printed. */
async function mentorFor({ services, actor, actors }: Story, until: Stage): Promise<string> {
  if (until === 'running') return actor('mentor').id
  const username = `mentor.${actors.size}`
  const { organisationId } = actor('mentor')
  const id = await services.accounts.create({
    username,
    name: '石师傅',
    role: 'mentor',
    password: demoPassword,
    organisationId: organisationId!,
  })
  actors.set(username, { id, username, name: '石师傅', role: 'mentor', organisationId: organisationId! })
  return id
}

async function teach(
  { services, as, actor, on }: Story,
  runId: string,
  { startsOn, place = xiongxian }: DemoClass,
): Promise<void> {
  const school = actor(place.school)
  on(addDays(startsOn, 5))
  await as(school, () => services.courseRuns.start(runId, school))
  on(addDays(startsOn, 61))
  await as(school, () => services.courseRuns.finishTeaching(runId, school))
  const rows = (await Enrolment.find({ courseRunId: runId, state: 'enrolled' }).sort({ _id: 1 }).lean()).map(
    ({ _id }, i) => ({
      enrolmentId: String(_id),
      attendedTheoryHours: 56,
      attendedPracticeHours: 112 + (i % 3) * 4,
      theoryScore: 82,
      practiceScore: 85,
    }),
  )
  await as(school, () => services.results.save(runId, rows, school, 'imported'))
  await as(school, () => services.results.close(runId, school))
}
