import { addDays } from '../../src/shared/dates.js'
import { proposeLessons } from '../../src/training/lessons/lesson.rules.js'
import { Enrolment } from '../../src/training/enrolments/enrolment.model.js'
import { Apprentice } from '../../src/workplace/apprentices/apprentice.model.js'
import type { DemoClass, Stage } from './class-life.js'
import { demoPassword } from './registry.js'
import type { Story } from './story.js'

/** Where a class is held: the school that teaches, the county and its officer. */
export interface Place {
  school: string
  region: string
  county: string
}
export const xiongxian: Place = { school: 'shifan', region: '130638', county: 'xiongxian' }

/** Central teaching is a course run of the school, filed like any other and linked to the class. */
export async function openTeaching(
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

/** Its lessons are given and its results closed. */
export async function teach(
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
