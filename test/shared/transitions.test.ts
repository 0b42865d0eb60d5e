import { expect } from 'chai'
import { wayOf, type Transition } from '../../src/shared/transitions.js'

type State = 'draft' | 'submitted' | 'filed'
const ways: readonly Transition<'submit' | 'return', State>[] = [
  { act: 'submit', from: ['draft'], to: 'submitted', who: ['institution-manager'] },
  { act: 'return', from: ['submitted'], to: 'draft', who: ['county-officer'] },
  { act: 'return', from: ['filed'], to: 'submitted', who: ['administrator'] },
]

describe('wayOf', () => {
  for (const [act, state, role, expected] of [
    ['submit', 'draft', 'institution-manager', 'submitted'],
    ['submit', 'draft', 'county-officer', 'not-your-role'],
    ['submit', 'filed', 'county-officer', 'not-your-role'],
    ['submit', 'filed', 'institution-manager', 'wrong-state'],
    ['return', 'submitted', 'county-officer', 'draft'],
    ['return', 'filed', 'administrator', 'submitted'],
    ['return', 'filed', 'county-officer', 'not-your-role'],
    ['return', 'draft', 'county-officer', 'wrong-state'],
  ] as const)
    it(`${act} of ${state} by ${role}: ${expected}`, () => {
      const way = wayOf(ways, act, state, role)
      expect(typeof way === 'string' ? way : way.to).to.equal(expected)
    })
})
