import { expect } from 'chai'
import { placesOf } from '../../src/shared/columns.js'

describe('placesOf', () => {
  const columns = [{ key: 'number', header: '证书编号', also: ['证书号码', '编号'], required: true }]
  it('takes the column of its own name before one of another name, wherever they stand', () => {
    expect(placesOf(['编号', '证书编号*'], columns)).to.deep.equal({ ok: true, at: { number: 1 } })
    expect(placesOf(['编号'], columns)).to.deep.equal({ ok: true, at: { number: 0 } })
  })
})
