import { expect } from 'chai'
import { transact } from '../../../src/infra/mongo.js'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import { loadBasics, putInState, saveRun, someone } from '../../builders/course.js'
import { codeOf, enrol } from '../../builders/enrolment.js'
import { savePerson } from '../../builders/person.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const settled = (id: string) => OutboxRow.countDocuments({ type: 'person-times.settle-run', 'payload.courseRunId': id })

describe('enrolments', () => {
  usesDatabase()
  const { services } = makeServices()
  const { enrolments, courseRuns } = services
  before(() => loadBasics(services))

  it('take the same person once, however often it is asked', async () => {
    const { id, manager } = await saveRun(services, { until: 'draft' })
    const { person, outcome } = await enrol(services, id, manager)
    const again = await enrol(services, id, manager, { person })
    expect([outcome, again.outcome]).to.deep.equal(['new', 'same'])
    expect([await Enrolment.countDocuments({ courseRunId: id }), (await courseRuns.get(id)).enrolled]).to.deep.equal([
      1, 1,
    ])
  })

  it('take somebody twice in one call once', async () => {
    const { id, manager } = await saveRun(services, { until: 'draft' })
    const person = await savePerson(services, { organisationId: manager.organisationId! })
    await transact(() =>
      enrolments.addAll(
        { _id: id },
        [
          { person, category: 'G05', tags: [] },
          { person, category: 'G05', tags: [] },
        ],
        manager.id,
      ),
    )
    expect((await courseRuns.get(id)).enrolled).to.equal(1)
  })

  it('keep the capacity, and write nobody when there is no room for all', async () => {
    const { id, manager } = await saveRun(services, { until: 'draft', input: { capacity: 1 } })
    const people = [
      await savePerson(services, { organisationId: manager.organisationId! }),
      await savePerson(services, { organisationId: manager.organisationId! }),
    ]
    expect(
      await codeOf(
        transact(() =>
          enrolments.addAll(
            { _id: id },
            people.map((person) => ({ person, category: 'G05', tags: [] })),
            manager.id,
          ),
        ),
      ),
    ).to.equal('refused: courseRuns.full')
    expect([await Enrolment.countDocuments({ courseRunId: id }), (await courseRuns.get(id)).enrolled]).to.deep.equal([
      0, 0,
    ])
  })

  it('follow a new category until the run is filed, and keep it afterwards', async () => {
    const { id, manager } = await saveRun(services, { until: 'draft' })
    const { person, id: row } = await enrol(services, id, manager, { category: 'G05' })
    await enrol(services, id, manager, { person, category: 'G06' })
    await putInState(id, 'filed')
    await enrol(services, id, manager, { person, category: 'G07' })
    expect((await enrolments.get(row))?.category).to.equal('G06')
  })

  it('let somebody leave and come back as the same enrolment', async () => {
    const { id, manager } = await saveRun(services, { until: 'draft' })
    const { person, id: row } = await enrol(services, id, manager)
    await enrolments.withdraw(row, manager)
    expect([
      (await enrolments.get(row))?.state,
      (await courseRuns.get(id)).enrolled,
      (await enrolments.listOf(id)).length,
    ]).to.deep.equal(['withdrawn', 0, 0])
    expect((await enrol(services, id, manager, { person })).outcome).to.equal('new')
    expect([await Enrolment.countDocuments({ courseRunId: id }), (await courseRuns.get(id)).enrolled]).to.deep.equal([
      1, 1,
    ])
  })

  it('leave the count right when one is removed twice at once', async () => {
    const { id, manager } = await saveRun(services, { until: 'draft' })
    const { id: row } = await enrol(services, id, manager)
    await enrol(services, id, manager, { name: '马长海' })
    await Promise.allSettled([enrolments.withdraw(row, manager), enrolments.withdraw(row, manager)])
    expect((await courseRuns.get(id)).enrolled).to.equal(1)
  })

  it('are closed once a third of the lessons has passed', async () => {
    const { id, manager } = await saveRun(services)
    const { id: row } = await enrol(services, id, manager)
    await putInState(id, 'running')
    const early = makeServices({ now: '2022-12-06T04:00:00Z' }).services
    const late = makeServices({ now: '2022-12-28T04:00:00Z' }).services
    await enrol(early, id, manager, { name: '马长海' })
    expect(await settled(id)).to.equal(1)
    expect(await codeOf(enrol(late, id, manager, { name: '田苇' }))).to.equal('refused: enrolments.cut-off')
    expect(await codeOf(late.enrolments.withdraw(row, manager))).to.equal('refused: enrolments.cut-off')
  })

  it('are bound by marks and certificates', async () => {
    const { id, manager } = await saveRun(services)
    const { id: row } = await enrol(services, id, manager)
    await Enrolment.updateOne({ _id: row }, { $set: { theoryScore: 0 } })
    expect(await codeOf(enrolments.withdraw(row, manager))).to.equal('refused: enrolments.has-results')
  })

  it('are changed by their own institution alone', async () => {
    const { id, manager, officer } = await saveRun(services, { until: 'draft' })
    const { id: row } = await enrol(services, id, manager)
    expect(await codeOf(enrolments.withdraw(row, someone('institution-clerk', { organisationId: 'other' })))).to.equal(
      'forbidden: not-yours',
    )
    expect(await codeOf(enrolments.withdraw(row, officer))).to.equal('forbidden: not-your-role')
  })
})
