import { addDays, addMonths, type Day } from '../../src/shared/dates.js'
import { Apprentice } from '../../src/workplace/apprentices/apprentice.model.js'
import { dueOn } from '../../src/workplace/apprentice-terms/apprentice-term.rules.js'
import { openTeaching, teach, xiongxian, type Place } from './class-teaching.js'
import type { DemoPerson } from './people.js'
import { photoFor } from './photos.js'
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
export type Stage = (typeof stages)[number]
export interface DemoClass {
  level: 3 | 4 | 5
  occupation: string
  startsOn: Day
  people: readonly DemoPerson[]
  until: Stage
  place?: Place
}

const reaches = (one: DemoClass, stage: Stage): boolean => stages.indexOf(one.until) >= stages.indexOf(stage)
const trainingPlan =
  '岗位：生产一线操作岗。\n企业师带徒，每周三天在岗；合作学校集中教学，理论和实训相结合。\n双导师：企业导师带岗位技能，学校教师讲专业知识。\n期末考核理论和实操，由评价机构评价等级。'

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
