import { expect } from 'chai'
import { decisionVerdict } from '../../../src/competitions/entry-decisions/decision.rules.js'

describe('decisionVerdict', () => {
  const one = { host: true, competition: 'entries-open', entry: 'entered', createdBy: 'a', who: 'b' } as const
  it('lets a colleague of the host decide', () => expect(decisionVerdict(one)).to.deep.equal({ ok: true }))
  it('refuses others, the maker, and what is decided', () => {
    expect(decisionVerdict({ ...one, host: false })).to.deep.equal({ ok: false, reason: 'not-host' })
    expect(decisionVerdict({ ...one, who: 'a' })).to.deep.equal({ ok: false, reason: 'maker-is-checker' })
    expect(decisionVerdict({ ...one, entry: 'confirmed' })).to.deep.equal({ ok: false, reason: 'wrong-state' })
  })
})
