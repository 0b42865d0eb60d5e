import { expect } from 'chai'
import { dueOn } from '../../../src/workplace/apprentice-terms/apprentice-term.rules.js'
import {
  Apprentice,
  ApprenticePlace,
  type ApprenticeRecord,
} from '../../../src/workplace/apprentices/apprentice.model.js'
import { apprenticeshipsOfPerson } from '../../../src/workplace/apprentices/apprentice.queries.js'
import { Mentorship } from '../../../src/workplace/mentorships/mentorship.model.js'
import { aPerson, saveApprentice, saveClass } from '../../builders/apprentice.js'
import { loadBasics, someone } from '../../builders/course.js'
import { codeOf } from '../../builders/enrolment.js'
import { newIdNumber } from '../../builders/person.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const load = async (id: string) => (await Apprentice.findById(id).lean<ApprenticeRecord>())!
const pdf = { name: '合同.pdf', bytes: Buffer.from('%PDF-1.7 scan') }
const whole = { from: '2022-03-01', to: '2023-06-30', signedOn: '2022-02-20', scan: pdf }

describe('apprentices', () => {
  usesDatabase()
  const { services } = makeServices()
  const { apprentices, apprenticeChanges, mentorships, workplaceLogs, contracts, apprenticeQueries } = services
  before(() => loadBasics(services))

  it('are entered once, however often the form is sent', async () => {
    const one = await saveClass()
    const person = aPerson()
    expect(await apprentices.add(one.id, person, one.enterprise)).to.equal('new')
    expect(await apprentices.add(one.id, person, one.enterprise)).to.equal('same')
    expect(await Apprentice.countDocuments({ apprenticeshipId: one.id })).to.equal(1)
  })

  it('learn in one class at a time, and the refusal names the other one', async () => {
    const [first, second] = [await saveClass({ title: '电工（三级）第2期' }), await saveClass()]
    const person = aPerson()
    await apprentices.add(first.id, person, first.enterprise)
    const refusal: unknown = await apprentices
      .add(second.id, person, second.enterprise)
      .catch((error: unknown) => error)
    expect(refusal).to.deep.include({ code: 'apprentices.learns-elsewhere', details: { title: '电工（三级）第2期' } })
  })

  it('fill the planned places and no more, two at once included', async () => {
    const one = await saveClass({ planned: 2 })
    await saveApprentice(services, one)
    const both = await Promise.all([
      codeOf(apprentices.add(one.id, aPerson('马长海'), one.enterprise)),
      codeOf(apprentices.add(one.id, aPerson('白雁清'), one.enterprise)),
    ])
    expect(both.sort()).to.deep.equal(['ok', 'refused: apprentices.class-full'])
  })

  it('are entered by their own enterprise only, and while the class is open', async () => {
    const [one, done] = [await saveClass(), await saveClass({ state: 'completed' })]
    expect(
      await codeOf(apprentices.add(one.id, aPerson(), someone('enterprise', { organisationId: 'other' }))),
    ).to.equal('forbidden: not-yours')
    expect(await codeOf(apprentices.add(one.id, aPerson(), one.manager))).to.equal('forbidden: not-your-role')
    expect(await codeOf(apprentices.add(done.id, aPerson(), done.enterprise))).to.equal(
      'refused: apprentices.roster-closed',
    )
  })

  it('leave with a reason: the place is free, the guides end, and they cannot come back into the same class', async () => {
    const one = await saveClass()
    const person = aPerson()
    const { id, personId } = await saveApprentice(services, one, person)
    await mentorships.pair([id], { kind: 'mentor', accountId: one.mentor.id, from: '2022-03-01' }, one.enterprise)
    await apprenticeChanges.exit(id, { on: '2022-10-31', reason: 'resigned' }, one.enterprise)
    expect(await load(id)).to.include({ state: 'exited', exitedOn: '2022-10-31', exitReason: 'resigned' })
    expect(await ApprenticePlace.findById(personId)).to.equal(null)
    expect((await Mentorship.findOne({ apprenticeId: id }))!.to).to.equal('2022-10-31')
    expect(await codeOf(apprentices.add(one.id, person, one.enterprise))).to.equal('refused: apprentices.was-here')
  })

  it('pause: the end of the term moves by the days of the break, and back when they return early', async () => {
    const one = await saveClass()
    const { id } = await saveApprentice(services, one)
    await apprenticeChanges.takeBreak(id, { from: '2022-11-01', to: '2022-11-30', reason: '工伤治疗' }, one.enterprise)
    expect(dueOn(await load(id))).to.equal('2023-03-30')
    await apprenticeChanges.endBreak(id, '2022-11-21', one.enterprise)
    expect(dueOn(await load(id))).to.equal('2023-03-20')
  })

  it('refuse what was decided on an older page', async () => {
    const one = await saveClass()
    const { id } = await saveApprentice(services, one)
    const { version } = (await load(id)) as ApprenticeRecord & { version: number }
    await apprenticeChanges.takeBreak(
      id,
      { from: '2022-11-01', to: '2022-11-05', reason: '事假' },
      one.enterprise,
      version,
    )
    expect(
      await codeOf(apprenticeChanges.exit(id, { on: '2022-11-10', reason: 'resigned' }, one.enterprise, version)),
    ).to.equal('conflict: changed-meanwhile')
  })

  it('change class as a chain of two records; the person keeps one place', async () => {
    const one = await saveClass()
    const other = await saveClass({ enterpriseId: one.enterprise.organisationId! })
    const { id, personId } = await saveApprentice(services, one)
    const next = await apprenticeChanges.transfer(
      id,
      { classId: other.id, on: '2022-09-01', reason: '换培训机构' },
      one.enterprise,
    )
    expect(await load(id)).to.include({ state: 'transferred', transferredTo: next, transferredOn: '2022-09-01' })
    expect(await load(next)).to.include({
      state: 'training',
      transferredFrom: id,
      from: '2022-09-01',
      to: '2023-02-28',
    })
    expect((await ApprenticePlace.findById(personId))!.apprenticeId).to.equal(next)
    expect((await apprenticeshipsOfPerson(personId)).map(({ apprentice }) => apprentice.state)).to.deep.equal([
      'training',
      'transferred',
    ])
  })

  it('have nothing to do once contracts, guides and checks are there', async () => {
    const one = await saveClass()
    const { id } = await saveApprentice(services, one)
    const kinds = async () =>
      (await apprenticeQueries.page({ classId: one.id }, one.enterprise, '2022-05-01', 0, 10))[0]!.dues.map(
        ({ kind, finding }) => finding?.kind ?? kind,
      )
    expect(await kinds()).to.deep.equal(['labour', 'training', 'cooperation', 'mentor'])
    await contracts.record(id, 'labour', whole, one.enterprise)
    await contracts.record(id, 'training', whole, one.enterprise)
    await contracts.recordCooperation(one.id, whole, one.enterprise)
    await mentorships.pair([id], { kind: 'mentor', accountId: one.mentor.id, from: '2022-03-01' }, one.enterprise)
    expect(await kinds()).to.deep.equal([])
    expect((await contracts.scanOf(id, 'labour', one.manager)).contentType).to.equal('application/pdf')
    expect(
      await codeOf(
        contracts.record(
          id,
          'labour',
          { ...whole, scan: { name: 'a.pdf', bytes: Buffer.from('MZ program') } },
          one.enterprise,
        ),
      ),
    ).to.equal('refused: contracts.scan-type')
  })

  it('are at most eight to a mentor, two at once included', async () => {
    const one = await saveClass()
    const ids: string[] = []
    for (let i = 0; i < 9; i += 1) ids.push((await saveApprentice(services, one, aPerson('安小荷', newIdNumber()))).id)
    await mentorships.pair(
      ids.slice(0, 7),
      { kind: 'mentor', accountId: one.mentor.id, from: '2022-03-01' },
      one.enterprise,
    )
    const pair = (id: string) =>
      codeOf(mentorships.pair([id], { kind: 'mentor', accountId: one.mentor.id, from: '2022-03-01' }, one.enterprise))
    expect((await Promise.all([pair(ids[7]!), pair(ids[8]!)])).sort()).to.deep.equal([
      'ok',
      'refused: mentorships.guide-full',
    ])
  })

  it('write the log, which only the mentor of that day signs, once', async () => {
    const one = await saveClass()
    const { id, personId } = await saveApprentice(services, one)
    const trainee = someone('trainee', { personId })
    const entry = { on: '2022-11-22', hours: 7.5, task: '砌筑清水墙' }
    expect(await codeOf(workplaceLogs.write(id, entry, trainee))).to.equal('refused: workplaceLogs.no-mentor')
    await mentorships.pair([id], { kind: 'mentor', accountId: one.mentor.id, from: '2022-03-01' }, one.enterprise)
    await workplaceLogs.write(id, entry, trainee)
    const logId = `${id}:2022-11-22`
    expect(await codeOf(workplaceLogs.sign([logId], trainee))).to.equal('forbidden: workplaceLogs.own-entry')
    expect(
      await codeOf(workplaceLogs.sign([logId], someone('mentor', { organisationId: one.enterprise.organisationId! }))),
    ).to.equal('forbidden: workplaceLogs.not-your-day')
    await workplaceLogs.giveBack(logId, '写明用了哪种砂浆', one.mentor)
    await workplaceLogs.write(id, { ...entry, task: '用 M5 砂浆砌筑清水墙' }, trainee)
    expect([
      await workplaceLogs.sign([logId], one.mentor),
      await workplaceLogs.sign([logId], one.mentor),
    ]).to.deep.equal([1, 0])
    expect(await codeOf(workplaceLogs.write(id, entry, trainee))).to.equal('refused: workplaceLogs.signed-already')
  })
})
