import { photoFor } from '../../scripts/demonstration/photos.js'
import { saveActor } from '../support/app.js'
import { enrol, passed } from '../builders/enrolment.js'
import { loadBasics, runInput, saveBody, saveInstitution, saveRun } from '../builders/course.js'
import { newIdNumber, savePerson } from '../builders/person.js'
import type { Stack } from '../support/stack.js'
import { Person } from '../../src/registry/people/person.model.js'
import { Enrolment } from '../../src/training/enrolments/enrolment.model.js'
import { proposeLessons } from '../../src/training/lessons/lesson.rules.js'

/** Who learns: the first to the end, the second was trained by another subsidy in the first month, the third fails a paper, the fourth leaves. */
export const apprentices = [
  { name: '安小荷', idNumber: newIdNumber() },
  { name: '李建国', idNumber: newIdNumber() },
  { name: '何秀英', idNumber: newIdNumber() },
  { name: '马长海', idNumber: newIdNumber() },
] as const
export const [learner, trainedBefore, fails, leaves] = apprentices

export const classDays = { startsOn: '2022-12-01', endsOn: '2023-11-30' }
export const plan = {
  occupationId: '2022:6-29-01-01',
  level: '4',
  region: '130638',
  ...classDays,
  planned: '4',
  totalHours: '640',
  centralHours: '180',
  trainingPlan: '岗位：砌筑岗。每周三天在岗，企业导师带徒；合作学校集中教学，期末考核理论和实操。',
}

/** The offices of this story, with an account each. */
async function openOffices({ services, clock }: Stack) {
  await loadBasics(services)
  await services.targets.loadSeeds()
  const licences = [{ occupation: 'bricklayer', maxLevel: 6 as const, from: '2021-01-01', to: '2025-12-31' }]
  const [firm, school, body] = [
    await saveInstitution({ name: '雄安新区装备制造有限公司', capabilities: ['enterprise'], licences: [] }),
    await saveInstitution({ licences }),
    await saveBody({ licences }),
  ]
  const [enterprise, mentor, manager, examiner, officer, administrator] = await Promise.all([
    saveActor({ role: 'enterprise', organisationId: firm, name: '高鹏' }),
    saveActor({ role: 'mentor', organisationId: firm, name: '石志刚' }),
    saveActor({ role: 'institution-manager', organisationId: school, name: '马立新' }),
    saveActor({ role: 'assessment-body', organisationId: body, name: '韩菊芳' }),
    saveActor({ role: 'county-officer', region: '130638', name: '段志远' }),
    saveActor({ role: 'administrator', name: '周明澜' }),
  ])
  clock.set('2022-11-10')
  return { firm, school, body, enterprise, mentor, manager, examiner, officer, administrator }
}
type Offices = Awaited<ReturnType<typeof openOffices>>

/** A subsidised course that one of them finished in the first month of the apprenticeship. */
async function trainBefore({ services, clock }: Stack, { manager }: Offices): Promise<string> {
  const run = await saveRun(services, { manager, input: { startsOn: '2022-11-21', endsOn: '2022-12-02' } })
  const person = await savePerson(services, { organisationId: manager.organisationId!, ...trainedBefore })
  const { id: enrolmentId } = await enrol(services, run.id, manager, { person })
  clock.set('2022-11-21')
  await services.courseRuns.start(run.id, manager)
  clock.set('2022-12-02', '18:00')
  await services.courseRuns.finishTeaching(run.id, manager)
  await services.results.save(run.id, [{ enrolmentId, ...passed }], manager)
  await services.results.close(run.id, manager)
  return run.id
}

/** A run of the school for central teaching, filed like any other. */
export async function openTeaching({ services }: Stack, { manager, officer, administrator }: Offices): Promise<string> {
  const courseId = await services.courses.create(
    {
      title: '学徒制集中教学',
      occupationId: plan.occupationId,
      level: 4,
      theoryHours: 60,
      practiceHours: 120,
      programme: 'apprenticeship',
      funding: 'self-funded',
      certificateFamily: 'completion',
      feeFen: 0,
      delivery: 'classroom',
    },
    manager,
  )
  await services.courses.submit(courseId, manager)
  const facts = { ...runInput(), startsOn: '2022-12-05', endsOn: '2023-02-10' }
  const id = await services.courseRuns.create(courseId, facts, manager)
  await services.courseRuns.saveLessons(
    id,
    proposeLessons({
      ...facts,
      theoryHours: 60,
      practiceHours: 120,
      topic: '砌筑',
      teacher: '韩树林',
      place: '201 教室',
    })!,
    manager,
  )
  await services.courseRuns.submit(id, manager)
  await services.courseRuns.decide(id, 'pass', undefined, officer)
  await services.courseRuns.decide(id, 'pass', undefined, administrator)
  return id
}

/** Its lessons are given, and each came to nearly all of them; photos were taken on the last day. */
export async function teach({ services, clock }: Stack, runId: string, { manager }: Offices): Promise<void> {
  clock.set('2022-12-05')
  await services.courseRuns.start(runId, manager)
  clock.set('2023-02-10', '18:00')
  await services.courseRuns.finishTeaching(runId, manager)
  const rows = await Enrolment.find({ courseRunId: runId, state: 'enrolled' }).lean()
  await services.results.save(
    runId,
    rows.map(({ _id }) => ({
      enrolmentId: String(_id),
      attendedTheoryHours: 58,
      attendedPracticeHours: 116,
      theoryScore: 80,
      practiceScore: 85,
    })),
    manager,
  )
  await services.results.close(runId, manager)
  for (const [index, { name }] of apprentices.entries()) {
    const person = await Person.findOne({ name }).select('_id').lean()
    await services.people.setPhoto(
      String(person!._id),
      await photoFor(index % 2 === 0 ? 'female' : 'male', index),
      manager,
    )
  }
}

/** Everybody who has a part in it; one of the apprentices has been trained with a subsidy before. */
export async function gather(stack: Stack): Promise<Offices> {
  const offices = await openOffices(stack)
  await trainBefore(stack, offices)
  return offices
}
