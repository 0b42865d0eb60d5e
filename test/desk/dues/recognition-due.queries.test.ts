import { expect } from 'chai'
import { dueFor } from '../../../src/desk/home/home.queries.js'
import { Recognition } from '../../../src/papers/recognitions/recognition.model.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { loadBasics } from '../../builders/course.js'
import { anApplication, checker, employer, maker, officer, saveAgreement } from '../../builders/recognition.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const kinds = async (actor: Actor, today = '2022-11-23') =>
  (await dueFor(actor, today)).map(({ kind, since }) => `${kind} ${since}`)

describe('what waits for a person in recognition', () => {
  usesDatabase()
  const { services } = makeServices()

  it('is a new case for the officer of its county and a compared one for the New Area, never for whoever handled it', async () => {
    await loadBasics(services)
    await saveAgreement(services)
    const id = await services.recognitions.apply(anApplication(), employer)
    expect((await kinds(officer)).map((line) => line.split(' ')[0])).to.deep.equal(['recognition-handle'])
    expect(await kinds({ ...officer, id: 'elsewhere', region: '130629' })).to.deep.equal([])
    await Recognition.updateOne({ _id: id }, { $set: { state: 'compared', handledBy: maker.id } })
    expect([await kinds(officer), await kinds(maker)]).to.deep.equal([[], []])
    expect((await kinds(checker)).map((line) => line.split(' ')[0])).to.deep.equal(['recognition-decide'])
  })
})
