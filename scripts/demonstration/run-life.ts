import { transact } from '../../src/infra/mongo.js'
import { CourseRun } from '../../src/training/course-runs/course-run.model.js'
import { Enrolment } from '../../src/training/enrolments/enrolment.model.js'
import { proposeLessons } from '../../src/training/lessons/lesson.rules.js'
import { addDays, type Day } from '../../src/shared/dates.js'
import type { Random } from './random.js'
import { demoCourses, type DemoCourse } from './courses.js'
import { demoOrganisations } from './organisations.js'
import { holder, type DemoPerson } from './people.js'
import { photoFor } from './photos.js'
import type { Story } from './story.js'

const stages = [
  'draft',
  'submitted',
  'county-passed',
  'filed',
  'running',
  'awaiting-assessment',
  'closed',
  'certified',
] as const
export type Stage = (typeof stages)[number]
export interface DemoRun {
  course: string
  startsOn: Day
  days: number
  people: readonly DemoPerson[]
  until: Stage
}

const teachers = ['讲师赵文', '讲师钱明']
const reaches = (run: DemoRun, stage: Stage): boolean => stages.indexOf(run.until) >= stages.indexOf(stage)

/** One course run from its draft to its certificates, or as far as the story tells it. Returns its id. */
export async function liveRun(story: Story, run: DemoRun, random: Random): Promise<string> {
  const { services, as, actor, on } = story
  const course = demoCourses.find(({ key }) => key === run.course)!
  const owner = actor(course.owner)
  const region = demoOrganisations.find(({ key }) => key === course.owner)!.region
  const endsOn = addDays(run.startsOn, run.days)
  on(addDays(run.startsOn, -24))
  const id = await as(owner, () => draft(story, run, course, region, endsOn))
  if (!reaches(run, 'submitted')) return id
  await as(owner, () => enrol(story, id, run.people))
  on(addDays(run.startsOn, -20))
  await as(owner, () => services.courseRuns.submit(id, owner))
  if (!reaches(run, 'county-passed')) return id
  const county = actor({ '130629': 'rongcheng', '130632': 'anxin', '130638': 'xiongxian' }[region]!)
  on(addDays(run.startsOn, -16))
  await as(county, () => services.courseRuns.decide(id, 'pass', undefined, county))
  if (!reaches(run, 'filed')) return id
  const administrator = actor('admin')
  on(addDays(run.startsOn, -12))
  await as(administrator, () => services.courseRuns.decide(id, 'pass', undefined, administrator))
  if (!reaches(run, 'running')) return id
  on(run.startsOn)
  await as(owner, () => services.courseRuns.start(id, owner))
  if (!reaches(run, 'awaiting-assessment')) return id
  on(addDays(endsOn, 1))
  await as(owner, () => services.courseRuns.finishTeaching(id, owner))
  await as(owner, () => record(story, id, course, random))
  if (!reaches(run, 'closed')) return id
  on(addDays(endsOn, 3))
  await as(owner, () => services.results.close(id, owner))
  await story.work()
  if (reaches(run, 'certified')) await certify(story, id, course, run.people, addDays(endsOn, 6))
  return id
}

async function draft(
  { services, actor, courses, organisations }: Story,
  { startsOn, people }: DemoRun,
  course: DemoCourse,
  region: string,
  endsOn: Day,
): Promise<string> {
  const owner = actor(course.owner)
  const place = `${demoOrganisations.find(({ key }) => key === course.owner)!.name.slice(0, 12)}实训楼 201`
  const body = course.family === 'level' ? organisations.get(region === '130632' ? 'baiyang' : 'luhua') : undefined
  const input = {
    region,
    startsOn,
    endsOn,
    place,
    capacity: Math.max(40, people.length),
    teachers: teachers.map((name) => ({ name, qualification: '高级讲师（样例）' })),
    ...(body && { assessmentBodyId: body }),
  }
  const id = await services.courseRuns.create(courses.get(course.key)!, input, owner)
  const lessons = proposeLessons({
    startsOn,
    endsOn,
    theoryHours: course.theory,
    practiceHours: course.practice,
    topic: course.title.replace(/[（(].*$/, ''),
    place,
    teacher: teachers[0]!,
    practiceTeacher: teachers[1]!,
  })
  if (!lessons) throw new Error(`${course.title}: the hours do not fit between ${startsOn} and ${endsOn}`)
  await services.courseRuns.saveLessons(id, lessons, owner)
  return id
}

async function enrol({ services, infra, actor }: Story, id: string, people: readonly DemoPerson[]) {
  const run = await services.courseRuns.get(id)
  const owner = actor([...demoCourses].find(({ title }) => title === run.course.title)!.owner)
  const on = infra.clock.today()
  await transact(async () => {
    const trainees = []
    for (const { name, idNumber, phone, category, tags, county } of people) {
      const { person } = await services.people.findOrCreate(
        {
          name,
          idType: 'resident-id',
          idNumber,
          phone,
          category,
          tags,
          on,
          residenceRegion: county,
          organisationId: run.organisationId,
        },
        owner.id,
      )
      trainees.push({ person, category, tags })
    }
    await services.enrolments.addAll(run, trainees, owner.id)
  })
}

/** Results as life gives them: most attend nearly all, one in fifteen fails somewhere. */
async function record({ services, actor }: Story, id: string, course: DemoCourse, random: Random) {
  const owner = actor(course.owner)
  const rows = (await Enrolment.find({ courseRunId: id }).sort({ _id: 1 }).lean()).map(({ _id, personName }) => {
    if (personName === holder.name)
      return {
        enrolmentId: String(_id),
        attendedTheoryHours: course.theory,
        attendedPracticeHours: course.practice - 2,
        theoryScore: 88,
        practiceScore: 91,
      }
    const share = random.chance(0.03) ? 0.6 : 0.86 + random.next() * 0.14
    const absent = random.chance(0.015)
    const score = () => (random.chance(0.025) ? random.between(40, 59) : random.between(62, 97))
    return {
      enrolmentId: String(_id),
      attendedTheoryHours: Math.round(course.theory * share),
      attendedPracticeHours: Math.round(course.practice * share),
      ...(absent
        ? { absent }
        : {
            ...(course.theory > 0 && { theoryScore: score() }),
            ...(course.practice > 0 && { practiceScore: score() }),
          }),
    }
  })
  await services.results.save(id, rows, owner, 'imported')
}

async function certify(story: Story, id: string, course: DemoCourse, people: readonly DemoPerson[], issuedOn: Day) {
  const { services, actor, as, on } = story
  const run = await CourseRun.findById(id).lean()
  const issuer = course.family === 'level' ? actor(run!.region === '130632' ? 'baiyang' : 'luhua') : actor(course.owner)
  on(issuedOn)
  if (course.family === 'level') await as(issuer, () => photograph(story, id, course, people))
  await as(issuer, () =>
    services.certificateIssue.startBatch({ sourceId: id, family: course.family, issuedOn }, issuer),
  )
  await story.work()
}

async function photograph({ services, actor }: Story, id: string, course: DemoCourse, people: readonly DemoPerson[]) {
  const owner = actor(course.owner)
  const sexOf = new Map(people.map(({ name, sex }) => [name, sex]))
  // Two are left without a photo in each run, so that refusals can be seen.
  const enrolled = await Enrolment.find({ courseRunId: id, state: 'enrolled' }).sort({ _id: 1 }).lean()
  const rows = enrolled.toSorted((a, b) => Number(a.personName === holder.name) - Number(b.personName === holder.name))
  for (const [index, { personId, personName }] of rows.slice(2).entries())
    await services.people.setPhoto(personId, await photoFor(sexOf.get(personName) ?? 'female', index), owner)
}
