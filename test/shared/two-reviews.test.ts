import { expect } from 'chai'
import { reviewActOf, reviewerFault } from '../../src/shared/two-reviews.js'

const paper = { state: 'submitted', createdBy: 'maker', submittedById: 'sender', countyPassedById: 'county' }

describe('two reviews after each other', () => {
  for (const [state, act] of [
    ['draft', undefined],
    ['submitted', 'county-pass'],
    ['county-passed', 'file'],
    ['filed', undefined],
  ] as const)
    it(`${state} waits for ${act ?? 'none'}`, () => {
      expect(reviewActOf(state)).to.equal(act)
    })
  for (const [who, state, fault] of [
    ['maker', 'submitted', 'maker-is-checker'],
    ['sender', 'county-passed', 'maker-is-checker'],
    ['county', 'submitted', undefined],
    ['county', 'county-passed', 'same-reviewer'],
    ['area', 'county-passed', undefined],
  ] as const)
    it(`of ${state} by the ${who}: ${fault ?? 'allowed'}`, () => {
      expect(reviewerFault({ ...paper, state }, { id: who })).to.equal(fault)
    })
})
