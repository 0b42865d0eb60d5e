import { addDays, type Day } from '../../src/shared/dates.js'
import { CourseRun, type CourseRunRecord } from '../../src/training/course-runs/course-run.model.js'
import { filedFactsOf } from '../../src/training/course-runs/course-run-record.js'
import { Certificate } from '../../src/papers/certificates/certificate.model.js'
import { queueOf, runsBetween, runsOf2022, runsOfThisYear, runsOfToday } from './calendar.js'
import { trainApprentices } from './apprenticeships.js'
import { holdCompetitions } from './competitions.js'
import { competitionAccounts } from './contest-staff.js'
import { demoCourses } from './courses.js'
import { addOwnRecords } from './own-records.js'
import { photoFor } from './photos.js'
import { holder, inventPeople } from './people.js'
import { repeatable } from './random.js'
import { recogniseNeighbours } from './recognition.js'
import { demoAccounts, demoPassword, makeRegistry } from './registry.js'
import { liveRun } from './run-life.js'
import type { Story } from './story.js'

type Say = (line: string) => void
const firstDay = '2021-12-01'
const peopleCount = 2600
const apprenticeCount = 80

/** The whole demonstration, through the services that real work goes through. */
export async function tellEverything(story: Story, today: Day, say: Say): Promise<void> {
  const random = repeatable(20_221_109)
  const take = queueOf(inventPeople(peopleCount), random)
  story.on(firstDay)
  await makeRegistry(story)
  await makeCourses(story)
  const past = [...runsOf2022(take, random), ...runsBetween(take), ...runsOfThisYear(take, today)]
  past[0] = { ...past[0]!, people: [...past[0]!.people, holder] }
  for (const [index, run] of past.entries()) {
    await liveRun(story, run, random)
    if (index % 10 === 9) say(`${index + 1} of ${past.length} course runs of the past years`)
  }
  const ids: string[] = []
  for (const run of runsOfToday(take, today)) ids.push(await liveRun(story, run, random))
  await unusualEnds(story, ids.slice(-4), today)
  await correctPapers(story, today)
  await traineeAccounts(story)
  await trainApprentices(story, inventPeople(peopleCount + apprenticeCount).slice(peopleCount), today)
  await recogniseNeighbours(story, today)
  await addOwnRecords(story, today)
  await holdCompetitions(story, take, today)
  story.on(today)
  await story.work()
}

export async function makeCourses(story: Story) {
  for (const {
    key,
    owner,
    title,
    occupation,
    workType,
    level,
    theory,
    practice,
    programme,
    startUpKind,
    funding,
    family,
    feeFen = 0,
  } of demoCourses) {
    const actor = story.actor(owner)
    const facts = {
      title,
      theoryHours: theory,
      practiceHours: practice,
      programme: programme as 'skills',
      funding,
      certificateFamily: family,
      feeFen,
      delivery: 'classroom' as const,
      ...(occupation && { occupationId: `2022:${occupation}` }),
      ...(level && { level }),
      ...(workType && { workType }),
      ...(startUpKind && { startUpKind }),
    }
    story.courses.set(
      key,
      await story.as(actor, async () => {
        const id = await story.services.courses.create(facts, actor)
        await story.services.courses.submit(id, actor)
        return id
      }),
    )
  }
}

/** Returned, rejected, withdrawn, suspended, and a change that waits for its decision. */
export async function unusualEnds(
  { services, as, actor, on }: Story,
  [returned, rejected, withdrawn, suspended]: string[],
  today: Day,
) {
  const [xiongxian, anxin, rongcheng] = [actor('xiongxian'), actor('anxin'), actor('rongcheng')]
  on(addDays(today, -2))
  await as(xiongxian, () =>
    services.courseRuns.decide(returned!, 'return', '学员与另一个班的日期重叠，请核对名册', xiongxian),
  )
  await as(anxin, () => services.courseRuns.decide(rejected!, 'reject', '培训内容与已备案项目重复', anxin))
  const owner = actor('fuzhuang')
  await as(owner, () => services.courseRuns.withdraw(withdrawn!, '报名人数不足，改到明年开班', owner))
  await as(rongcheng, () => services.courseRuns.suspend(suspended!, '现场检查：实训工位不足', rongcheng))
  const weihai = actor('weihai')
  const running = await CourseRun.findOne({
    organisationId: weihai.organisationId!,
    state: 'running',
  }).lean<CourseRunRecord>()
  if (running)
    await as(weihai, () =>
      services.runChanges.request(
        String(running._id),
        { ...filedFactsOf(running), place: '安新县职教中心实训楼 305' },
        '原教室检修',
        weihai,
      ),
    )
}

/** One certificate revoked, one replaced: the other answers of verification. */
export async function correctPapers({ services, as, actor, actors, on }: Story, today: Day) {
  const administrator = actor('admin')
  const [first, second] = await Certificate.find({ family: 'completion', state: 'issued' })
    .sort({ issuedOn: 1, _id: 1 })
    .limit(2)
    .lean()
  on(addDays(today, -1))
  if (first)
    await as(administrator, () =>
      services.certificates.revoke(
        String(first._id),
        { reason: 'wrong-result', document: '雄人社撤〔2026〕1号（样例）', note: '考核成绩登记有误' },
        administrator,
      ),
    )
  if (!second) return
  const owner = [...actors.values()].find(({ organisationId }) => organisationId === second.organisationId)!
  await as(owner, () => photoFor('female', 3).then((photo) => services.people.setPhoto(second.personId, photo, owner)))
  await as(administrator, () =>
    services.certificates.reissue(String(second._id), { reason: 'photo-replaced', note: '照片更换' }, administrator),
  )
}

export async function traineeAccounts({ services, actors }: Story) {
  const held = { family: 'level', state: 'issued' } as const
  const certificates = [
    ...(await Certificate.find({ ...held, holderName: holder.name })
      .limit(1)
      .lean()),
    ...(await Certificate.find(held).sort({ issuedOn: -1, _id: 1 }).limit(40).lean()),
  ]
  const people = [...new Map(certificates.map((row) => [row.personId, row])).values()].slice(0, 2)
  for (const [index, { personId, holderName }] of people.entries()) {
    const username = `trainee${index + 1}`
    const id = await services.accounts.create({
      username,
      name: holderName,
      role: 'trainee',
      password: demoPassword,
      personId,
    })
    actors.set(username, { id, username, name: holderName, role: 'trainee', personId })
  }
}

/** What `npm start` prints. */
export const accountLines = (): string[] => [
  ...[...demoAccounts, ...competitionAccounts.filter(({ username }) => username !== 'judge')].map(
    ({ username, role, name }) => `  ${username.padEnd(14)} ${role.padEnd(20)} ${name}`,
  ),
  `  trainee1       trainee              ${holder.name}`,
  '  trainee2       trainee              学员',
  '  apprentice     trainee              学徒',
  `  password of all: ${demoPassword}`,
]
