import { expect } from 'chai'
import { Apprenticeship } from '../../../src/workplace/apprenticeships/apprenticeship.model.js'
import { Apprentice, type ApprenticeRecord } from '../../../src/workplace/apprentices/apprentice.model.js'
import { Enrolment, type EnrolmentRecord } from '../../../src/training/enrolments/enrolment.model.js'
import { PersonTime } from '../../../src/counting/person-times/person-time.model.js'
import { CourseRun } from '../../../src/training/course-runs/course-run.model.js'
import { aPerson, saveApprentice, saveClass, type Class } from '../../builders/apprentice.js'
import { loadBasics, saveRun, someone } from '../../builders/course.js'
import { codeOf } from '../../builders/enrolment.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

type Row = ApprenticeRecord & { version: number }
const load = async (id: string) => (await Apprentice.findById(id).lean<Row>())!
const outcomes = async (classId: string) =>
  (await Apprentice.find({ apprenticeshipId: classId }).sort({ _id: 1 }).lean<Row[]>())
    .map(({ personName, state, outcomeReasons }) => `${personName} ${state} ${(outcomeReasons ?? []).join(' ')}`.trim())
    .sort()
const contract = { from: '2022-03-01', to: '2024-02-29', signedOn: '2022-02-20' }

describe('central teaching and checks of a class', () => {
  usesDatabase()
  const made = makeServices()
  const { services } = made
  const { centralTeaching, apprenticeChecks, contracts } = services
  before(() => loadBasics(services))

  /** A run of the partner for apprentices, within the term. */
  async function runFor(one: Class, programme = 'apprenticeship'): Promise<string> {
    const { id } = await saveRun(services, { manager: one.manager })
    await CourseRun.updateOne(
      { _id: id },
      {
        $set: {
          'course.programme': programme,
          'course.funding': 'self-funded',
          startsOn: '2022-12-05',
          endsOn: '2022-12-30',
        },
      },
    )
    return id
  }
  const save = (
    one: Class,
    kind: 'mid-term' | 'assessment',
    lines: readonly (readonly [string, object])[],
    on = '2022-11-23',
    actor = one.manager,
  ) =>
    (async () =>
      apprenticeChecks.save(
        one.id,
        kind,
        on,
        await Promise.all(
          lines.map(async ([apprenticeId, marks]) => ({
            apprenticeId,
            version: (await load(apprenticeId)).version,
            marks,
          })),
        ),
        actor,
      ))()

  it('links a run for apprentices, puts them on its roster once, and counts nobody by it', async () => {
    const one = await saveClass()
    const { id, personId } = await saveApprentice(services, one)
    const runId = await runFor(one)
    await centralTeaching.link(one.id, runId, one.manager)
    expect([
      await centralTeaching.enrol(one.id, runId, one.manager),
      await centralTeaching.enrol(one.id, runId, one.manager),
    ]).to.deep.equal([1, 0])
    expect(await Enrolment.findById(`${runId}:${personId}`).lean<EnrolmentRecord>()).to.include({
      state: 'enrolled',
      category: 'G12',
    })
    await CourseRun.updateOne({ _id: runId }, { $set: { state: 'running' } })
    await services.personTimes.settleRun(runId)
    await deliverAll(made)
    expect(await PersonTime.countDocuments({ courseRunId: runId })).to.equal(0)
    expect((await load(id)).state).to.equal('training')
  })

  it('refuses a subsidised run, a run of another class and a run of another institution', async () => {
    const [one, other] = [await saveClass(), await saveClass()]
    const [skills, taken] = [await runFor(one, 'skills'), await runFor(one)]
    expect(await codeOf(centralTeaching.link(one.id, skills, one.manager))).to.equal(
      'refused: centralTeaching.other-programme',
    )
    await centralTeaching.link(one.id, taken, one.manager)
    expect(await codeOf(centralTeaching.link(other.id, taken, other.manager))).to.equal('forbidden: not-yours')
    expect(await codeOf(centralTeaching.link(other.id, taken, one.manager))).to.equal('forbidden: not-yours')
  })

  it('takes the mid-term check of the institution while the class trains, once for the same marks', async () => {
    const one = await saveClass()
    const { id } = await saveApprentice(services, one)
    expect(await save(one, 'mid-term', [[id, { theory: 70, practice: 59 }]])).to.equal(1)
    expect((await load(id)).midTerm).to.deep.include({ passed: false, reasons: ['failed-practice'], theory: 70 })
    expect(await save(one, 'mid-term', [[id, { theory: 70, practice: 59 }]])).to.equal(0)
    expect(
      await codeOf(save(one, 'mid-term', [[id, { theory: 70, practice: 60 }]], '2022-11-23', one.enterprise)),
    ).to.equal('forbidden: not-your-role')
    expect(await codeOf(save(one, 'mid-term', [[id, { theory: 70, practice: 60 }]], '2022-11-24'))).to.equal(
      'refused: apprenticeChecks.in-future',
    )
    expect(await codeOf(save(one, 'assessment', [[id, { theory: 70, practice: 60 }]]))).to.equal(
      'refused: apprenticeChecks.training-first',
    )
  })

  it('leaves the marks at the end to the body that the plan names', async () => {
    const one = await saveClass({ state: 'awaiting-assessment', assessmentBodyId: 'body-1' })
    const [{ id }, body] = [await saveOpen(one), someone('assessment-body', { organisationId: 'body-1' })]
    expect(await codeOf(save(one, 'assessment', [[id, { theory: 70, practice: 70 }]]))).to.equal(
      'refused: apprenticeChecks.of-body',
    )
    expect(await codeOf(save(one, 'assessment', [[id, { theory: 70, practice: 70 }]], '2022-11-23', body))).to.equal(
      'ok',
    )
    expect(
      await codeOf(
        save(
          one,
          'assessment',
          [[id, { theory: 70, practice: 70 }]],
          '2022-11-23',
          someone('assessment-body', { organisationId: 'body-2' }),
        ),
      ),
    ).to.equal('forbidden: not-yours')
  })

  it('gives each apprentice an outcome with its reasons, and again after corrected marks', async () => {
    const one = await saveClass()
    const names = ['安小荷', '马长海', '白雁清', '芦小舟'] as const
    const people = await Promise.all(names.map((name) => saveApprentice(services, one, aPerson(name))))
    for (const { id } of people.slice(0, 3)) await contracts.record(id, 'labour', contract, one.enterprise)
    const runId = await runFor(one)
    await centralTeaching.link(one.id, runId, one.manager)
    await centralTeaching.enrol(one.id, runId, one.manager)
    const hours = [160, 160, 127, 160]
    for (const [i, { personId }] of people.entries())
      await Enrolment.updateOne(
        { _id: `${runId}:${personId}` },
        { $set: { attendedTheoryHours: hours[i]!, attendedPracticeHours: 0 } },
      )
    await Apprenticeship.updateOne({ _id: one.id }, { $set: { state: 'awaiting-assessment' } })
    const passed = { theory: 80, practice: 75 }
    await save(one, 'assessment', [
      [people[0]!.id, passed],
      [people[1]!.id, { theory: 59, practice: 75 }],
      [people[2]!.id, passed],
      [people[3]!.id, passed],
    ])
    expect(await outcomes(one.id)).to.deep.equal(
      [
        '安小荷 certified',
        '白雁清 not-completed low-attendance',
        '芦小舟 not-completed not-employed',
        '马长海 completed failed-theory',
      ].sort(),
    )
    await save(one, 'assessment', [[people[1]!.id, { theory: 60, practice: 75 }]])
    const corrected = await load(people[1]!.id)
    expect([corrected.state, corrected.outcome, corrected.corrections!.length]).to.deep.equal([
      'certified',
      'certified',
      1,
    ])
  })

  it('saves none of a class when one record was changed meanwhile', async () => {
    const one = await saveClass()
    const [a, b] = [await saveApprentice(services, one), await saveApprentice(services, one, aPerson('马长海'))]
    const lines = [
      { apprenticeId: a.id, version: (await load(a.id)).version, marks: { theory: 70, practice: 70 } },
      { apprenticeId: b.id, version: 99, marks: { theory: 70, practice: 70 } },
    ]
    expect(await codeOf(apprenticeChecks.save(one.id, 'mid-term', '2022-11-23', lines, one.manager))).to.equal(
      'conflict: apprenticeChecks.changed-meanwhile',
    )
    expect((await load(a.id)).midTerm).to.equal(undefined)
  })

  /** Entered while the class trains, assessed later. */
  async function saveOpen(one: Class) {
    await Apprenticeship.updateOne({ _id: one.id }, { $set: { state: 'running' } })
    const saved = await saveApprentice(services, one)
    await Apprenticeship.updateOne({ _id: one.id }, { $set: { state: 'awaiting-assessment' } })
    return saved
  }
})
