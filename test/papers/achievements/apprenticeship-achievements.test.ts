import { expect } from 'chai'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { CreditEntry } from '../../../src/papers/credit-entries/credit-entry.model.js'
import { Apprenticeship } from '../../../src/workplace/apprenticeships/apprenticeship.model.js'
import { Apprentice } from '../../../src/workplace/apprentices/apprentice.model.js'
import { saveApprentice, saveClass } from '../../builders/apprentice.js'
import { loadBasics } from '../../builders/course.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const ledger = async (personId: string) =>
  (await CreditEntry.find({ personId }).sort({ serial: 1 }).lean()).map(({ act, kind, hundredths }) => [
    act,
    kind,
    hundredths,
  ])

describe('apprenticeships in the learning account', () => {
  usesDatabase()
  const made = makeServices()
  const { services } = made
  before(() => loadBasics(services))

  it('are booked once when the class is completed, for those that passed, though every job comes twice', async () => {
    const one = await saveClass()
    const [passed, failed] = [await saveApprentice(services, one), await saveApprentice(services, one)]
    await Apprenticeship.updateOne({ _id: one.id }, { $set: { state: 'awaiting-assessment' } })
    await Apprentice.updateOne(
      { _id: passed.id },
      { $set: { state: 'certified', outcome: 'certified', outcomeOn: '2022-11-22' } },
    )
    await Apprentice.updateOne(
      { _id: failed.id },
      { $set: { state: 'completed', outcome: 'completed', outcomeOn: '2022-11-22' } },
    )
    await deliverAll(made)
    expect(await ledger(passed.personId)).to.deep.equal([])
    await services.apprenticeships.complete(one.id, one.manager)
    await deliverAll(made)
    await OutboxRow.updateMany({ type: /^credits\./ }, { $set: { state: 'pending', attempts: 0 } })
    await deliverAll(made)
    expect(await ledger(passed.personId)).to.deep.equal([['earned', 'apprenticeship', 1000]])
    expect(await ledger(failed.personId)).to.deep.equal([])
  })
})
