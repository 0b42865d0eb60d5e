import { expect } from 'chai'
import { createOutbox } from '../../../src/infra/outbox/outbox.js'
import { createPersonTimeService } from '../../../src/counting/person-times/person-time.service.js'
import { PersonTime, PersonTimeSlot } from '../../../src/counting/person-times/person-time.model.js'
import type { LedgerRecord } from '../../../src/counting/verdicts/ledger-row.rules.js'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { createPolicyService } from '../../../src/office/policies/policy.service.js'
import { regionClock } from '../../../src/shared/dates.js'
import { CourseRun } from '../../../src/training/course-runs/course-run.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import { saveCompletion, saveCountedRun, saveTrainee } from '../../builders/person-time.js'
import { empty, usesDatabase } from '../../support/database.js'

const clock = regionClock(() => new Date('2022-11-23T06:05:00Z'))

describe('person-time settlement', function () {
  this.timeout(60_000)
  usesDatabase()
  const policies = createPolicyService({ clock })
  const personTimes = createPersonTimeService({ clock, policies, outbox: createOutbox({ clock }) })
  before(() => policies.loadSeeds())
  beforeEach(() =>
    empty('person-times', 'person-time-slots', 'person-time-turns', 'people', 'enrolments', 'course-runs', 'outbox'),
  )

  const row = async (id: string) => (await PersonTime.findById(id).lean<LedgerRecord>())!
  const verdictOf = async (id: string) => {
    const { verdict, reason } = await row(id)
    return reason ? `${verdict} ${reason}` : verdict
  }

  it('writes one row with its clause, evidence and history for a completion', async () => {
    const [run, person] = [await saveCountedRun(), await saveTrainee()]
    const id = await saveCompletion(run, person)
    await personTimes.settleRun(run)
    const found = await row(id)
    expect(found).to.include({
      verdict: 'counted',
      measure: 'subsidised',
      year: 2022,
      quarter: '2022Q1',
      month: '2022-03',
      on: '2022-03-20',
      region: '130632',
    })
    expect(found.clause).to.include('结业人次')
    expect(found.policyIds).to.deep.equal(['seed:count.basis'])
    expect(found.evidence).to.include({ attendedHours: 118, requiredHours: 120, theoryScore: 82 })
    expect(found.history.map(({ verdict }) => verdict)).to.deep.equal(['counted'])
  })

  it('changes nothing when it is done again, not even the time of the decision', async () => {
    const [run, person] = [await saveCountedRun(), await saveTrainee()]
    const id = await saveCompletion(run, person)
    await personTimes.settleRun(run)
    const first = await row(id)
    const { differences } = await personTimes.settleRun(run)
    expect(differences).to.deep.equal([])
    expect(await row(id)).to.deep.equal(first)
    expect(await PersonTimeSlot.countDocuments()).to.equal(2)
  })

  it('counts the first completion of a skill, whichever run was settled first', async () => {
    const person = await saveTrainee()
    const [early, late] = [
      await saveCountedRun({ closedOn: '2022-03-20' }),
      await saveCountedRun({ closedOn: '2022-06-20' }),
    ]
    const [earlyId, lateId] = [await saveCompletion(early, person), await saveCompletion(late, person)]
    await personTimes.settleRun(late)
    await personTimes.settleRun(early)
    expect([await verdictOf(earlyId), await verdictOf(lateId)]).to.deep.equal([
      'counted',
      'excluded same-skill-counted',
    ])
    expect((await row(lateId)).evidence.otherIds).to.deep.equal([earlyId])
  })

  it('judges the person again when a place is freed, and keeps the history', async () => {
    const person = await saveTrainee()
    const [early, late] = [
      await saveCountedRun({ closedOn: '2022-03-20' }),
      await saveCountedRun({ closedOn: '2022-06-20' }),
    ]
    const [earlyId, lateId] = [await saveCompletion(early, person), await saveCompletion(late, person)]
    await personTimes.settleRun(early)
    await Enrolment.updateOne({ _id: earlyId }, { $set: { completed: false, completionReasons: ['failed-practice'] } })
    await personTimes.settlePerson(person)
    expect([await verdictOf(earlyId), await verdictOf(lateId)]).to.deep.equal(['excluded failed-practice', 'counted'])
    expect((await row(lateId)).history.map(({ reason, verdict }) => reason ?? verdict)).to.deep.equal([
      'same-skill-counted',
      'counted',
    ])
    expect((await row(earlyId)).evidence).to.include({ practiceScore: 78 })
  })

  it('excludes the fourth subsidised completion of a year, and counts the first of the next', async () => {
    const person = await saveTrainee()
    const ids: string[] = []
    for (const [n, closedOn] of ['2022-02-01', '2022-03-01', '2022-04-01', '2022-05-01', '2023-01-01'].entries()) {
      ids.push(await saveCompletion(await saveCountedRun({ closedOn, course: { lineage: `skill-${n}` } }), person))
    }
    await personTimes.settlePerson(person)
    const verdicts = []
    for (const id of ids) verdicts.push(await verdictOf(id))
    expect(verdicts).to.deep.equal(['counted', 'counted', 'counted', 'excluded yearly-limit', 'counted'])
    expect((await row(ids[3]!)).evidence.otherIds).to.deep.equal(ids.slice(0, 3))
  })

  it('counts a self-funded completion in the social figure, without taking a place', async () => {
    const person = await saveTrainee()
    const id = await saveCompletion(await saveCountedRun({ course: { funding: 'self-funded' } }), person)
    const subsidised = await saveCompletion(await saveCountedRun({ closedOn: '2022-06-20' }), person)
    await personTimes.settlePerson(person)
    expect(await row(id)).to.include({ verdict: 'counted', measure: 'social', funding: 'self-funded' })
    expect(await verdictOf(subsidised)).to.equal('counted')
  })

  it('follows a run through suspension, resumption and withdrawal', async () => {
    const [run, person] = [await saveCountedRun({ state: 'running', closedOn: undefined }), await saveTrainee()]
    const id = await saveCompletion(run, person, { completed: undefined, completedOn: undefined })
    const states: string[] = []
    for (const change of [
      {},
      { state: 'suspended', stateBefore: 'running' },
      { state: 'running' },
      { state: 'withdrawn' },
    ]) {
      await CourseRun.updateOne({ _id: run }, { $set: change })
      await personTimes.settleRun(run)
      states.push(await verdictOf(id))
    }
    expect(states).to.deep.equal([
      'pending run-not-closed',
      'excluded run-suspended',
      'pending run-not-closed',
      'excluded run-withdrawn',
    ])
  })

  it('removes the row of somebody who is no candidate any more', async () => {
    const [run, person] = [await saveCountedRun(), await saveTrainee()]
    const id = await saveCompletion(run, person)
    await personTimes.settleRun(run)
    await Enrolment.deleteOne({ _id: id })
    await personTimes.settleRun(run)
    expect([await PersonTime.countDocuments(), await PersonTimeSlot.countDocuments()]).to.deep.equal([0, 0])
  })

  it('counts once when two runs of the same people are settled at the same time', async () => {
    const people: string[] = []
    for (let n = 0; n < 12; n += 1) people.push(await saveTrainee())
    const runs: string[] = []
    for (const closedOn of ['2022-03-20', '2022-03-20', '2022-04-20', '2022-05-20'])
      runs.push(await saveCountedRun({ closedOn }))
    for (const run of runs) for (const person of people) await saveCompletion(run, person)
    await Promise.all([...runs, ...runs].map((run) => personTimes.settleRun(run)))
    expect(await PersonTime.countDocuments({ verdict: 'counted' })).to.equal(people.length)
    expect(await PersonTime.countDocuments({ verdict: 'excluded', reason: 'same-skill-counted' })).to.equal(
      people.length * 3,
    )
    expect(await PersonTimeSlot.countDocuments()).to.equal(people.length * 2)
    for (const person of people) expect((await personTimes.compare([person])).differences).to.deep.equal([])
  })

  it('writes nothing when the lease was lost to another worker', async () => {
    const [run, person] = [await saveCountedRun(), await saveTrainee()]
    await saveCompletion(run, person)
    const lost = { fence: () => Promise.reject(new Error('lease lost')) }
    const failure = await personTimes.settleRun(run, lost).catch((error: unknown) => error)
    expect(failure).to.be.an('error')
    expect(await PersonTime.countDocuments()).to.equal(0)
  })

  it('asks for the runs of a new figure to be judged again, and for no others', async () => {
    const old = await saveCountedRun({ endsOn: '2022-02-28' })
    const later = await saveCountedRun({ endsOn: '2022-03-01' })
    await personTimes.settleSince('2022-03-01')
    const asked = (await OutboxRow.find().lean<{ payload: { courseRunId: string } }[]>()).map(
      ({ payload }) => payload.courseRunId,
    )
    expect(asked).to.deep.equal([later])
    expect(asked).not.to.include(old)
  })
})
