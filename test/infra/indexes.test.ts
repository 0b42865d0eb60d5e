import { expect } from 'chai'
import { createIndexes, dropIndexes, indexFaults } from '../../src/infra/indexes.js'
import { Person } from '../../src/registry/people/person.model.js'
import { usesDatabase } from '../support/database.js'

const former = { people: ['namePinyin_1'] }

describe('an index that is declared otherwise now', () => {
  usesDatabase()
  before(async () => {
    await createIndexes()
    await Person.collection.createIndex({ namePinyin: 1 })
  })

  it('keeps the processes from starting', async () => {
    expect(await indexFaults()).to.deep.equal(['people: unknown index namePinyin_1'])
  })
  it('is dropped by its migration, which may run again', async () => {
    await dropIndexes(former)
    await dropIndexes(former)
    expect(await indexFaults()).to.deep.equal([])
  })
})
