import { expect } from 'chai'
import { storedValue } from '../../../src/competitions/corrections/correction.forms.js'
import type { MarkedAspect } from '../../../src/competitions/marking/marking.queries.js'

const aspects = [
  { code: 'A1', type: 'measurement', bands: [{ upTo: 2, marks: 10 }], unit: '毫米' },
  { code: 'A2', type: 'measurement', bands: [] },
  { code: 'B1', type: 'judgement', bands: [] },
] as unknown as MarkedAspect[]

describe('what is stored of a corrected value', () => {
  for (const [kind, typed, stored] of [
    ['mark', { aspect: 'B1', value: '3' }, '3'],
    ['mark', { aspect: 'B1', value: '4' }, undefined],
    ['mark', { aspect: 'A2', value: '1' }, '1'],
    ['mark', { aspect: 'A2', value: '2' }, undefined],
    ['mark', { aspect: 'A1', value: '2.5' }, '2500'],
    ['mark', { aspect: 'A1', value: '' }, undefined],
    ['theory', { value: '91.5' }, '9150'],
    ['theory', { value: '91.555' }, undefined],
    ['standing', { standing: 'absent' }, 'absent'],
    ['standing', { value: '3' }, undefined],
  ] as const)
    it(`${kind} ${JSON.stringify(typed)} is ${stored ?? 'nothing'}`, () =>
      void expect(storedValue(kind, typed, aspects)).to.equal(stored))
})
