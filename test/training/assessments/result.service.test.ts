import { expect } from 'chai'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import { loadBasics, someone } from '../../builders/course.js'
import { codeOf, passed, saveTaughtRun } from '../../builders/enrolment.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const settled = (id: string) => OutboxRow.countDocuments({ type: 'person-times.settle-run', 'payload.courseRunId': id })
const rowOf = (id: string) => Enrolment.findById(id).lean()

describe('results', () => {
  usesDatabase()
  const { services } = makeServices({ now: '2022-12-31T04:00:00Z' })
  const { results, courseRuns } = services
  before(() => loadBasics(services))

  it('are saved all or not at all, and name their maker', async () => {
    const { id, ids, manager } = await saveTaughtRun()
    expect(
      await codeOf(
        results.save(
          id,
          [
            { enrolmentId: ids[0]!, ...passed },
            { enrolmentId: `${id}:nobody`, ...passed },
          ],
          manager,
        ),
      ),
    ).to.equal('invalid: results.unknown-row')
    expect((await rowOf(ids[0]!))?.theoryScore).to.equal(undefined)
    expect(await results.save(id, [{ enrolmentId: ids[0]!, ...passed }], manager)).to.equal(1)
    const row = await rowOf(ids[0]!)
    expect([row?.theoryScore, row?.attendanceSource, row?.scoredByName, row?.scoredByRole]).to.deep.equal([
      82,
      'typed',
      '刘海峰',
      'institution-manager',
    ])
  })

  it('change only what is given; null empties', async () => {
    const { id, ids, manager } = await saveTaughtRun()
    await results.save(id, [{ enrolmentId: ids[0]!, ...passed }], manager)
    await results.save(id, [{ enrolmentId: ids[0]!, theoryScore: null }], manager)
    const row = await rowOf(ids[0]!)
    expect([row?.theoryScore, row?.practiceScore]).to.deep.equal([undefined, 78])
    expect(await results.save(id, [{ enrolmentId: ids[0]!, practiceScore: 78 }], manager)).to.equal(0)
  })

  it('are not written over what somebody else typed meanwhile', async () => {
    const { id, ids, manager } = await saveTaughtRun()
    const version = ((await rowOf(ids[0]!)) as unknown as { version: number }).version
    await results.save(id, [{ enrolmentId: ids[0]!, version, theoryScore: 90 }], manager)
    expect(await codeOf(results.save(id, [{ enrolmentId: ids[0]!, version, theoryScore: 60 }], manager))).to.equal(
      'conflict: results.changed-meanwhile',
    )
    expect((await rowOf(ids[0]!))?.theoryScore).to.equal(90)
  })

  it('are typed by the institution or the named assessment body, attendance by the institution alone', async () => {
    const { id, ids, bodyId, officer } = await saveTaughtRun()
    const examiner = someone('assessment-body', { organisationId: bodyId, name: '韩评价' })
    await results.save(id, [{ enrolmentId: ids[0]!, theoryScore: 70 }], examiner)
    expect((await rowOf(ids[0]!))?.scoredByName).to.equal('韩评价')
    expect(await codeOf(results.save(id, [{ enrolmentId: ids[0]!, attendedTheoryHours: 20 }], examiner))).to.equal(
      'refused: results.of-institution',
    )
    expect(await codeOf(results.save(id, [], officer))).to.equal('forbidden: not-your-role')
    expect(await codeOf(results.save(id, [], someone('assessment-body', { organisationId: 'other' })))).to.equal(
      'forbidden: not-yours',
    )
  })

  it('take attendance while teaching goes on, marks only afterwards', async () => {
    const { id, ids, manager } = await saveTaughtRun(['安小荷'], 'running')
    await results.save(id, [{ enrolmentId: ids[0]!, attendedTheoryHours: 8 }], manager)
    expect(await codeOf(results.save(id, [{ enrolmentId: ids[0]!, theoryScore: 80 }], manager))).to.equal(
      'refused: results.teaching-first',
    )
  })

  it('close a run with everybody judged, once nothing is missing', async () => {
    const { id, ids, manager } = await saveTaughtRun(['安小荷', '马长海', '田苇', '曹渡'])
    const [good, low, absent, failed] = ids as [string, string, string, string]
    await results.save(
      id,
      [
        { enrolmentId: good, ...passed },
        { enrolmentId: low, ...passed, attendedPracticeHours: 43.9 },
        { enrolmentId: absent, attendedTheoryHours: 20, attendedPracticeHours: 60, absent: true },
      ],
      manager,
    )
    expect((await results.preview(id, manager)).missing.map(({ personName }) => personName)).to.deep.equal(['曹渡'])
    expect(await codeOf(results.close(id, manager))).to.equal('refused: results.missing')
    await results.save(id, [{ enrolmentId: failed, ...passed, theoryScore: 59.5 }], manager)
    const closing = await results.close(id, manager)
    expect([
      closing.completed,
      closing.notCompleted.map(({ personName, reasons }) => `${personName} ${reasons.join()}`).sort(),
    ]).to.deep.equal([1, ['曹渡 failed-theory', '田苇 absent', '马长海 low-attendance']])
    const run = await courseRuns.get(id)
    expect([
      run.state,
      run.closedOn,
      (await rowOf(good))?.completedOn,
      (await rowOf(low))?.completed,
      await settled(id),
    ]).to.deep.equal(['closed', '2022-12-31', '2022-12-31', false, 1])
  })

  it('do not close a run twice, nor an empty one', async () => {
    const { id, ids, manager } = await saveTaughtRun(['安小荷'])
    await results.save(id, [{ enrolmentId: ids[0]!, ...passed }], manager)
    const answers = await Promise.all([codeOf(results.close(id, manager)), codeOf(results.close(id, manager))])
    expect(answers.filter((code) => code === 'ok')).to.have.lengthOf(1)
    expect(await settled(id)).to.equal(1)
    const empty = await saveTaughtRun([])
    expect(await codeOf(results.close(empty.id, empty.manager))).to.equal('refused: results.nobody')
  })

  it('are corrected after the close by the manager alone, with a reason, and judged again', async () => {
    const { id, ids, manager } = await saveTaughtRun(['安小荷'])
    await results.save(id, [{ enrolmentId: ids[0]!, ...passed, theoryScore: 55 }], manager)
    await results.close(id, manager)
    const row = [{ enrolmentId: ids[0]!, theoryScore: 65 }]
    expect(await codeOf(results.save(id, row, manager))).to.equal('refused: results.closed')
    expect(await codeOf(results.correct(id, row, '登记有误', { ...manager, role: 'institution-clerk' }))).to.equal(
      'forbidden: not-your-role',
    )
    expect(await codeOf(results.correct(id, row, ' ', manager))).to.equal('invalid: reasonMissing')
    await results.correct(id, row, '理论成绩登记有误', manager)
    const corrected = await rowOf(ids[0]!)
    expect([
      corrected?.completed,
      corrected?.completedOn,
      corrected?.completionReasons,
      await settled(id),
    ]).to.deep.equal([true, '2022-12-31', [], 2])
    expect(corrected?.corrections?.map(({ reason, before, after }) => ({ reason, before, after }))).to.deep.equal([
      { reason: '理论成绩登记有误', before: { theoryScore: 55 }, after: { theoryScore: 65 } },
    ])
  })

  it('do not take a completion back while a certificate stands', async () => {
    const { id, ids, manager } = await saveTaughtRun(['安小荷'])
    await results.save(id, [{ enrolmentId: ids[0]!, ...passed }], manager)
    await results.close(id, manager)
    await Enrolment.updateOne({ _id: ids[0]! }, { $set: { certificateId: 'c1' } })
    expect(
      await codeOf(results.correct(id, [{ enrolmentId: ids[0]!, theoryScore: 59 }], '登记有误', manager)),
    ).to.equal('refused: results.certificate-first')
    expect((await rowOf(ids[0]!))?.theoryScore).to.equal(82)
    await results.correct(id, [{ enrolmentId: ids[0]!, theoryScore: 61 }], '登记有误', manager)
  })
})
