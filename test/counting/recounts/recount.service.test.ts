import { expect } from 'chai'
import fc from 'fast-check'
import type { LedgerRecord } from '../../../src/counting/verdicts/ledger-row.rules.js'
import { PersonTime, PersonTimeSlot } from '../../../src/counting/person-times/person-time.model.js'
import type { Difference } from '../../../src/counting/person-times/ledger-comparison.queries.js'
import { createPersonTimeService } from '../../../src/counting/person-times/person-time.service.js'
import { createRecountService } from '../../../src/counting/recounts/recount.service.js'
import { createOutbox } from '../../../src/infra/outbox/outbox.js'
import { createPolicyService } from '../../../src/office/policies/policy.service.js'
import { regionClock } from '../../../src/shared/dates.js'
import { CourseRun } from '../../../src/training/course-runs/course-run.model.js'
import { Enrolment, enrolmentId } from '../../../src/training/enrolments/enrolment.model.js'
import { saveCompletion, saveCountedRun, saveTrainee } from '../../builders/person-time.js'
import { empty, usesDatabase } from '../../support/database.js'

const clock = regionClock(() => new Date('2022-11-23T06:05:00Z'))
const collections = ['person-times', 'person-time-slots', 'person-time-turns', 'people', 'enrolments', 'course-runs']

type Step =
  | { act: 'result'; run: number; person: number; completed: boolean; reason: string }
  | { act: 'leave' | 'return'; run: number; person: number }
  | { act: 'state'; run: number; state: string }
  | { act: 'settle-person'; person: number }

const some = (n: number) => fc.integer({ min: 0, max: n - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    act: fc.constant('result' as const),
    run: some(4),
    person: some(2),
    completed: fc.boolean(),
    reason: fc.constantFrom('low-attendance', 'failed-theory', 'absent'),
  }),
  fc.record({ act: fc.constantFrom('leave' as const, 'return' as const), run: some(4), person: some(2) }),
  fc.record({
    act: fc.constant('state' as const),
    run: some(4),
    state: fc.constantFrom('running', 'closed', 'suspended', 'withdrawn'),
  }),
  fc.record({ act: fc.constant('settle-person' as const), person: some(2) }),
)

describe('recount of person-times', function () {
  this.timeout(120_000)
  usesDatabase()
  const policies = createPolicyService({ clock })
  const personTimes = createPersonTimeService({ clock, policies, outbox: createOutbox({ clock }) })
  const { rebuild } = createRecountService({ personTimes })
  before(async () => {
    await policies.loadSeeds()
    await policies.add(
      { key: 'person-time.yearly-limit', value: 1, from: '2022-05-01', clause: '样例', sample: true },
      'test',
    )
  })

  async function play({ act, ...at }: Step, runs: readonly string[], people: readonly string[]) {
    const [run, person] = [runs['run' in at ? at.run : 0]!, people['person' in at ? at.person : 0]!]
    const _id = enrolmentId(run, person)
    if ('completed' in at)
      await Enrolment.updateOne(
        { _id },
        { $set: { completed: at.completed, completionReasons: at.completed ? [] : [at.reason] } },
      )
    if (act === 'leave' || act === 'return')
      await Enrolment.updateOne(
        { _id },
        { $set: { state: act === 'leave' ? 'withdrawn' : 'enrolled', updatedAt: clock.now() } },
      )
    if ('state' in at) await CourseRun.updateOne({ _id: run }, { $set: { state: at.state, stateBefore: 'running' } })
    await (act === 'settle-person' ? personTimes.settlePerson(person) : personTimes.settleRun(run))
  }
  const ledger = async () => ({
    rows: (await PersonTime.find().sort({ _id: 1 }).lean<LedgerRecord[]>()).map(
      ({ _id, verdict, reason, on, clause, policyIds, evidence }) => ({
        _id,
        verdict,
        reason,
        on,
        clause,
        policyIds,
        evidence,
      }),
    ),
    slots: await PersonTimeSlot.find().sort({ _id: 1 }).lean(),
  })

  it('gives the figures that settling step by step gave, for random histories', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), fc.boolean(), async (steps, reversed) => {
        await empty(...collections)
        const people = [await saveTrainee(), await saveTrainee({ birthOn: '2006-03-02' })]
        const runs: string[] = []
        for (const [n, closedOn] of ['2022-03-20', '2022-03-20', '2022-06-20', '2022-07-20'].entries())
          runs.push(await saveCountedRun({ closedOn, course: { lineage: n < 3 ? 'bricklayer' : 'welder' } }))
        for (const run of runs) for (const person of people) await saveCompletion(run, person)
        for (const run of reversed ? [...runs].reverse() : runs) await personTimes.settleRun(run)
        for (const one of steps) await play(one, runs, people)
        const kept = await ledger()
        expect((await rebuild({ repair: false })).differences).to.equal(0)
        await empty('person-times', 'person-time-slots')
        await rebuild()
        expect(await ledger()).to.deep.equal(kept)
      }),
      { numRuns: Number(process.env['PERSON_TIME_HISTORIES'] ?? 12) },
    )
  })

  it('names a row that somebody changed behind the ledger, and mends it', async () => {
    await empty(...collections)
    const [run, person] = [await saveCountedRun(), await saveTrainee()]
    const id = await saveCompletion(run, person)
    await personTimes.settleRun(run)
    await PersonTime.updateOne({ _id: id }, { $set: { verdict: 'excluded', reason: 'absent' } })
    const found: Difference[] = []
    expect(await rebuild({ repair: false, onDifference: (one) => found.push(one) })).to.deep.equal({
      people: 1,
      rows: 1,
      differences: 1,
    })
    expect(found).to.deep.equal([{ id, was: 'excluded absent', now: 'counted' }])
    await rebuild()
    expect((await PersonTime.findById(id).lean<LedgerRecord>())!.verdict).to.equal('counted')
    expect((await rebuild({ repair: false })).differences).to.equal(0)
  })

  it('finds rows of people whose enrolments are gone', async () => {
    await empty(...collections)
    const [run, person] = [await saveCountedRun(), await saveTrainee()]
    const id = await saveCompletion(run, person)
    await personTimes.settleRun(run)
    await Enrolment.deleteMany({})
    const found: Difference[] = []
    await rebuild({ repair: false, onDifference: (one) => found.push(one) })
    expect(found[0]).to.deep.equal({ id, was: 'counted', now: '-' })
    await rebuild()
    expect(await PersonTime.countDocuments()).to.equal(0)
  })
})
