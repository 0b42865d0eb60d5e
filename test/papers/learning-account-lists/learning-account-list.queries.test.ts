import { expect } from 'chai'
import { accountListQueries } from '../../../src/papers/learning-account-lists/learning-account-list.queries.js'
import { tellAccountNumbers } from '../../../src/papers/learning-accounts/account-numbers.migration.js'
import { LearningAccount } from '../../../src/papers/learning-accounts/learning-account.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { administrator } from '../../builders/certificate.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const officer: Actor = { id: 'o', username: 'o', name: '县局', role: 'county-officer', region: '130632' }
const holder = (personId: string): Actor => ({ ...officer, role: 'trainee', personId })
const names = async (q: string, actor: Actor) => {
  const rows = await accountListQueries.list(q, actor, 0, 20)
  expect(rows.length).to.equal(await accountListQueries.count(q, actor))
  return rows.map(({ name }) => name)
}

describe('the list of learning accounts', () => {
  usesDatabase()
  const { services } = makeServices()
  before(async () => {
    await Person.create(
      (
        [
          ['a', '安小荷', 'anxiaohe', '130632'],
          ['b', '包春水', 'baochunshui', '130629'],
          ['c', '陈渡', 'chendu', '130632'],
        ] as const
      ).map(([_id, name, namePinyin, region]) => ({
        _id,
        name,
        namePinyin,
        idType: 'resident-id' as const,
        idMasked: '130632********0025',
        organisationIds: [],
        regions: [region],
        createdAt: new Date(),
        createdBy: 'test',
      })),
    )
    for (const id of ['b', 'a']) await services.learningAccounts.open(id, holder(id))
  })

  it('holds those who have one, by name', async () => {
    expect(await names('', administrator)).to.deep.equal(['安小荷', '包春水'])
  })
  it('ends at the county of its officer', async () => {
    expect(await names('', officer)).to.deep.equal(['安小荷'])
  })
  it('finds the beginning of a name, and a part of a number', async () => {
    const { number } = (await LearningAccount.findById('b').lean())!
    expect([await names('包', administrator), await names(number.slice(6), administrator)]).to.deep.equal([
      ['包春水'],
      ['包春水'],
    ])
  })
  it('is the same after the migration of accounts that told nobody their number', async () => {
    await Person.updateMany({}, { $unset: { learningAccount: 1 } })
    await tellAccountNumbers()
    expect(await names('', administrator)).to.deep.equal(['安小荷', '包春水'])
  })
})
