import { expect } from 'chai'
import { dueFor } from '../../../src/desk/home/home.queries.js'
import { Apprentice } from '../../../src/workplace/apprentices/apprentice.model.js'
import { Apprenticeship } from '../../../src/workplace/apprenticeships/apprenticeship.model.js'
import { saveApprentice, saveClass } from '../../builders/apprentice.js'
import { loadBasics, saveBody } from '../../builders/course.js'
import { appAs, makeServices, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('what waits for a person in apprenticeships', () => {
  usesDatabase()

  it('is the assessment for the body that examines, then the completion for the school that teaches', async () => {
    const { services } = makeServices()
    await loadBasics(services)
    const assessmentBodyId = await saveBody()
    const one = await saveClass({ assessmentBodyId })
    await saveApprentice(services, one)
    await Apprenticeship.updateOne({ _id: one.id }, { $set: { state: 'awaiting-assessment' } })
    const examiner = await saveActor({ role: 'assessment-body', organisationId: assessmentBodyId })
    const kinds = async () =>
      Promise.all([examiner, one.manager].map(async (who) => (await dueFor(who, '2023-03-01')).map(({ kind }) => kind)))

    expect(await kinds()).to.deep.equal([['class-assess'], []])
    const { browser } = await appAs({ role: 'assessment-body', organisationId: assessmentBodyId })
    expect((await browser.get('/home')).text).to.include(`/apprenticeships/${one.id}/assessment`)
    await Apprentice.updateMany({ apprenticeshipId: one.id }, { $set: { outcome: 'completed', state: 'completed' } })
    expect(await kinds()).to.deep.equal([[], ['class-complete']])
  })

  it('is the assessment for the school where an older plan names no body', async () => {
    const { services } = makeServices()
    const one = await saveClass()
    await saveApprentice(services, one)
    await Apprenticeship.updateOne({ _id: one.id }, { $set: { state: 'awaiting-assessment' } })
    expect((await dueFor(one.manager, '2023-03-01')).map(({ kind }) => kind)).to.deep.equal(['class-assess'])
  })
})
