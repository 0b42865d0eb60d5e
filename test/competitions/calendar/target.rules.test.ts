import { expect } from 'chai'
import { competitionCount } from '../../../src/competitions/calendar/target.rules.js'

describe('competitionCount', () => {
  it('is met at the target, not below, and counts no draft and nothing called off', () => {
    expect(competitionCount(['final', 'locked', 'cancelled', 'draft'], 2)).to.deep.equal({
      target: 2,
      held: 2,
      planned: 0,
      missing: 0,
      met: true,
    })
    expect(competitionCount(['final', 'entries-open'], 2)).to.deep.equal({
      target: 2,
      held: 1,
      planned: 1,
      missing: 0,
      met: false,
    })
    expect(competitionCount(['withdrawn'], 2)).to.deep.equal({ target: 2, held: 0, planned: 0, missing: 2, met: false })
  })
})
