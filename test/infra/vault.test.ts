import { expect } from 'chai'
import { createVault } from '../../src/infra/vault.js'

describe('the vault', () => {
  const vault = createVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) })

  it('opens what it sealed, in its own place', () => {
    expect(vault.open(vault.seal('130629190101010019', 'people.idNumber.a'), 'people.idNumber.a')).to.equal(
      '130629190101010019',
    )
  })
  it('does not open a value that was moved to another record', () => {
    expect(() => vault.open(vault.seal('130629190101010019', 'people.idNumber.a'), 'people.idNumber.b')).to.throw()
  })
  it('seals the same text differently each time, but indexes it alike', () => {
    expect(vault.seal('x', 'p').ct).to.not.deep.equal(vault.seal('x', 'p').ct)
    expect(vault.blindIndex('id', 'x'))
      .to.equal(vault.blindIndex('id', 'x'))
      .and.not.equal(vault.blindIndex('phone', 'x'))
  })
})
