import { expect } from 'chai'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { Organisation } from '../../../src/registry/organisations/organisation.model.js'
import { isAppError } from '../../../src/shared/errors.js'
import { CourseRun } from '../../../src/training/course-runs/course-run.model.js'
import { Enrolment, enrolmentId } from '../../../src/training/enrolments/enrolment.model.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import {
  loadBasics,
  putInState,
  runInput,
  saveBody,
  saveCourse,
  saveInstitution,
  saveRun,
  someone,
} from '../../builders/course.js'

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'ok'
  } catch (error) {
    if (!isAppError(error)) throw error
    return `${error.kind}: ${error.code}`
  }
}
const settled = (id: string) => OutboxRow.countDocuments({ type: 'person-times.settle-run', 'payload.courseRunId': id })

describe('course runs', () => {
  usesDatabase()
  const { services } = makeServices()
  const { courseRuns } = services
  before(() => loadBasics(services))

  it('are numbered and titled by their course, one after the other', async () => {
    const manager = someone('institution-manager', { organisationId: await saveInstitution() })
    const courseId = await saveCourse(services, manager)
    const ids = [
      await courseRuns.create(courseId, runInput(), manager),
      await courseRuns.create(courseId, runInput(), manager),
    ]
    const course = await services.courses.get(courseId)
    const runs = await Promise.all(ids.map((id) => courseRuns.get(id)))
    expect(runs.map(({ number, title }) => [number, title])).to.deep.equal([
      [`${course.number}-01`, '砌筑工（五级）第1期'],
      [`${course.number}-02`, '砌筑工（五级）第2期'],
    ])
  })

  it('take different numbers when ten are opened at once', async () => {
    const manager = someone('institution-manager', { organisationId: await saveInstitution() })
    const courseId = await saveCourse(services, manager)
    await Promise.all(Array.from({ length: 10 }, () => courseRuns.create(courseId, runInput(), manager)))
    expect(new Set(await CourseRun.distinct('number', { courseId }))).to.have.lengthOf(10)
  })

  it('go from draft to close through two different reviewers, and keep the filed version', async () => {
    const { id, manager } = await saveRun(services)
    const filed = await courseRuns.get(id)
    expect([filed.state, filed.filedVersion, filed.filedOn, filed.versions?.length]).to.deep.equal([
      'filed',
      1,
      '2022-11-23',
      1,
    ])
    const later = makeServices({ now: '2022-12-30T10:00:00Z' }).services
    await later.courseRuns.start(id, manager)
    await later.courseRuns.finishTeaching(id, manager)
    await later.courseRuns.markClosed(await courseRuns.get(id), '2022-12-30', manager)
    const closed = await courseRuns.get(id)
    expect([closed.state, closed.closedOn]).to.deep.equal(['closed', '2022-12-30'])
    expect(closed.timeline?.map(({ act }) => act)).to.deep.equal([
      'created',
      'edited',
      'submit',
      'county-pass',
      'file',
      'start',
      'finish-teaching',
      'close',
    ])
    expect(await settled(id)).to.equal(2)
  })

  it('are not reviewed twice by one person, nor by whoever submitted them', async () => {
    const { id, officer, manager } = await saveRun(services, { until: 'county-passed' })
    expect(await codeOf(courseRuns.decide(id, 'pass', undefined, { ...officer, role: 'administrator' }))).to.equal(
      'forbidden: courseRuns.same-reviewer',
    )
    expect(await codeOf(courseRuns.decide(id, 'pass', undefined, { ...manager, role: 'administrator' }))).to.equal(
      'forbidden: maker-is-checker',
    )
  })

  it('are not decided on a page that shows an older state', async () => {
    const { id, administrator } = await saveRun(services, { until: 'county-passed' })
    expect(await codeOf(courseRuns.decide(id, 'pass', undefined, administrator, 0))).to.equal(
      'conflict: changed-meanwhile',
    )
  })

  it('are returned with a text, edited and handed in again from the first review', async () => {
    const { id, administrator, manager } = await saveRun(services, { until: 'county-passed' })
    expect(await codeOf(courseRuns.decide(id, 'return', undefined, administrator))).to.equal(
      'refused: courseRuns.note-missing',
    )
    await courseRuns.decide(id, 'return', '课程表缺少实操场地', administrator)
    await courseRuns.submit(id, manager)
    const run = await courseRuns.get(id)
    expect([run.state, run.countyPassedById]).to.deep.equal(['submitted', undefined])
    expect(run.timeline?.find(({ act }) => act === 'return')?.note).to.equal('课程表缺少实操场地')
  })

  it('are refused at submission when the institution is suspended, naming it', async () => {
    const organisationId = await saveInstitution()
    const { id, manager } = await saveRun(services, {
      until: 'draft',
      manager: someone('institution-manager', { organisationId }),
    })
    await Organisation.updateOne({ _id: organisationId }, { $set: { state: 'suspended' } })
    expect(await codeOf(courseRuns.submit(id, manager))).to.equal('refused: courses.not-approved')
  })

  it('are refused at submission when the licence ends before the last day', async () => {
    const licence = { occupation: 'bricklayer', maxLevel: 4, from: '2021-01-01', to: '2022-12-29' }
    const manager = someone('institution-manager', { organisationId: await saveInstitution({ licences: [licence] }) })
    const { id } = await saveRun(services, { until: 'draft', manager })
    expect(await codeOf(courseRuns.submit(id, manager))).to.equal('refused: courses.licence-expired')
  })

  it('need a body that may examine the level', async () => {
    const manager = someone('institution-manager', { organisationId: await saveInstitution() })
    const bodyId = await saveBody({ licences: [{ occupation: 'bricklayer', maxLevel: 1, from: '2021-01-01' }] })
    const { id } = await saveRun(services, { until: 'draft', manager, input: { assessmentBodyId: bodyId } })
    expect(await codeOf(courseRuns.submit(id, manager))).to.equal('refused: courseRuns.body-not-licensed')
  })

  it('are not withdrawn once scores exist', async () => {
    const { id, manager } = await saveRun(services)
    await putInState(id, 'awaiting-assessment')
    const enrolment = {
      _id: enrolmentId(id, 'p1'),
      courseRunId: id,
      personId: 'p1',
      organisationId: manager.organisationId!,
      region: '130638',
      personName: '安小荷',
      idMasked: '1*',
      category: 'G05',
      createdAt: new Date(),
      createdBy: 'x',
    }
    await Enrolment.create([{ ...enrolment, theoryScore: 0 }])
    expect(await codeOf(courseRuns.withdraw(id, '学员不足', manager))).to.equal('refused: courseRuns.scores-exist')
    await Enrolment.updateOne({ _id: enrolment._id }, { $unset: { theoryScore: 1 } })
    await courseRuns.withdraw(id, '学员不足', manager)
    expect((await courseRuns.get(id)).state).to.equal('withdrawn')
    expect(await settled(id)).to.equal(1)
  })

  it('are suspended by an officer and go on where they stood', async () => {
    const { id, officer } = await saveRun(services)
    await putInState(id, 'running')
    await courseRuns.suspend(id, '现场检查未见学员', officer)
    expect((await courseRuns.get(id)).stateBefore).to.equal('running')
    await courseRuns.resume(id, officer)
    expect((await courseRuns.get(id)).state).to.equal('running')
    expect(await settled(id)).to.equal(2)
  })

  it('open no place beyond their capacity, for twenty that ask at once', async () => {
    const { id } = await saveRun(services, { until: 'draft', input: { capacity: 12 } })
    const answers = await Promise.all(Array.from({ length: 20 }, () => codeOf(courseRuns.adjustEnrolled(id, 1))))
    expect([answers.filter((code) => code === 'ok').length, (await courseRuns.get(id)).enrolled]).to.deep.equal([
      12, 12,
    ])
  })

  it('belong to their institution, their county and the New Area', async () => {
    const { id, bodyId } = await saveRun(services)
    const others = [
      someone('institution-clerk', { organisationId: 'x' }),
      someone('county-officer', { region: '130629' }),
      someone('trainee', { personId: 'p' }),
      someone('assessment-body', { organisationId: 'x' }),
    ]
    for (const actor of others)
      expect(await codeOf(courseRuns.getFor(id, actor)), actor.role).to.equal('forbidden: not-yours')
    for (const actor of [
      someone('auditor'),
      someone('administrator'),
      someone('assessment-body', { organisationId: bodyId }),
    ])
      expect(await codeOf(courseRuns.getFor(id, actor)), actor.role).to.equal('ok')
  })
})
