import { expect } from 'chai'
import { PersonTime } from '../../../src/counting/person-times/person-time.model.js'
import { talentPapers } from '../../../src/desk/talents/talent.queries.js'
import { talentTable } from '../../../src/desk/talents/talent.rules.js'
import { tallyOf } from '../../../src/counting/person-time-lists/person-time-tally.queries.js'
import { LearningAccount } from '../../../src/papers/learning-accounts/learning-account.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { Apprenticeship } from '../../../src/workplace/apprenticeships/apprenticeship.model.js'
import { Apprentice } from '../../../src/workplace/apprentices/apprentice.model.js'
import { aPerson, saveApprentice, saveClass } from '../../builders/apprentice.js'
import { markContest, rankContest, saveContest } from '../../builders/contest.js'
import { newIdNumber } from '../../builders/person.js'
import { saveCompletion, saveCountedRun } from '../../builders/person-time.js'
import { anApplication, checker, employer, jpeg, officer, saveAgreement } from '../../builders/recognition.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'
import { movableClock } from '../../support/stack.js'

const who = { name: '苇明远', idNumber: newIdNumber() }

describe('somebody with a course, an apprenticeship, an award and a paper of Beijing', function () {
  this.timeout(60_000)
  usesDatabase()
  const clock = movableClock('2022-11-23')
  const app = makeServices({ now: clock.now })
  const { services } = app
  let personId: string
  before(async () => {
    const contest = await saveContest(app, 'contest', { entries: 2, first: who })
    await saveAgreement(services)
    const one = await saveClass()
    personId = (await saveApprentice(services, one, aPerson(who.name, who.idNumber))).personId
    await Apprenticeship.updateOne({ _id: one.id }, { $set: { state: 'awaiting-assessment', endsOn: '2022-11-22' } })
    await Apprentice.updateOne(
      { apprenticeshipId: one.id },
      { $set: { state: 'certified', outcome: 'certified', outcomeOn: '2022-11-22' } },
    )
    await services.apprenticeships.complete(one.id, one.manager)
    const runId = await saveCountedRun({ startsOn: '2022-01-10', endsOn: '2022-01-28', closedOn: '2022-01-30' })
    await saveCompletion(runId, personId, { personName: who.name, completedOn: '2022-01-30' })
    await services.personTimes.settleRun(runId)
    const id = await services.recognitions.apply(anApplication(who), employer)
    await services.recognitions.accept(id, officer)
    await services.recognitions.lookUp(
      id,
      { place: 'jndj.osta.org.cn', result: 'agrees', fields: [], picture: jpeg },
      officer,
    )
    await services.recognitions.compare(id, { bodyNotFiled: false }, officer)
    await services.recognitions.decide(id, { granted: true, reasons: [] }, checker)
    await markContest(app, contest, [{ measured: 1500, steps: [3, 3, 3], theory: 9000 }])
    await rankContest(app, contest)
    await services.contestResults.notice(contest.eventId, contest.admin)
    clock.set('2022-12-05')
    await services.contestResults.finalise(contest.eventId, contest.admin)
    await deliverAll(app)
  })

  it('is one person of the register, with one learning account that holds all four', async () => {
    expect(await Person.countDocuments({ name: who.name })).to.equal(1)
    expect(await LearningAccount.countDocuments({ _id: personId })).to.equal(1)
    const held = (await services.achievements.ofPeople([personId])).get(personId) ?? []
    expect(held.filter(({ standing }) => standing === 'holds').map(({ kind }) => kind)).to.include.members([
      'course',
      'apprenticeship',
      'award',
      'recognition',
    ])
  })

  it('is one 人 beside two 人次, and one talent whatever the number of papers', async () => {
    expect(
      (await PersonTime.find({ personId, verdict: 'counted' }).lean()).map(({ programme }) => programme).sort(),
    ).to.deep.equal(['apprenticeship', 'skills'])
    expect(await tallyOf({ year: 2022, measure: 'subsidised', verdict: 'counted' }, {})).to.include({
      personTimes: 2,
      people: 1,
    })
    const papers = (await talentPapers('2022-12-05')).filter((paper) => paper.personId === personId)
    expect([papers.length, talentTable(papers).people.length]).to.deep.equal([1, 1])
  })
})
