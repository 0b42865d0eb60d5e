import { expect } from 'chai'
import { outcomeOf, rosterChanges, type KnownPerson } from '../../../src/training/roster-files/roster-change.rules.js'
import type { RosterFacts } from '../../../src/training/roster-files/roster-row.rules.js'

const facts = (more: Partial<RosterFacts> = {}): RosterFacts => ({
  name: '安小荷',
  idType: 'resident-id',
  idNumber: '130632190101010025',
  category: 'G05',
  tags: [],
  ...more,
})
const known = (more: Partial<KnownPerson> = {}): KnownPerson => ({
  phone: '13800001234',
  residenceRegion: '130632102',
  category: 'G05',
  tags: ['G06'],
  ...more,
})
const said = (given: Partial<RosterFacts>, before: Partial<KnownPerson> = {}) =>
  rosterChanges(facts(given), known(before))
    .map(({ column, from, to }) => `${column} ${from}>${to}`)
    .join('; ')

describe('rosterChanges', () => {
  const cases: readonly [name: string, Partial<RosterFacts>, Partial<KnownPerson>, expected: string][] = [
    ['empty cells', {}, {}, ''],
    ['the same phone', { phone: '13800001234' }, {}, ''],
    ['another phone', { phone: '13900005521' }, {}, 'phone 138****1234>139****5521'],
    ['a first phone', { phone: '13900005521' }, { phone: undefined }, 'phone >139****5521'],
    ['another category', { category: 'G06' }, {}, 'category G05>G06'],
    ['a tag that holds', { tags: ['G06'] }, {}, ''],
    ['one more tag', { tags: ['G04'] }, {}, 'tags G06>G04,G06'],
    ['another place', { residenceRegion: '130638' }, {}, 'residence 130632102>130638'],
    [
      'a person of another organisation',
      { phone: '13900005521', category: 'G06' },
      { foreign: true },
      'phone ******>139****5521; category ******>G06',
    ],
  ]
  for (const [name, given, before, expected] of cases)
    it(`with ${name}: ${expected || 'none'}`, () => expect(said(given, before)).to.equal(expected))
})

describe('outcomeOf', () => {
  const change = [{ column: 'phone' as const, from: '', to: 'x' }]
  const cases: readonly [Parameters<typeof outcomeOf>[0], string][] = [
    [{ faults: [{}], enrolled: true, changes: change }, 'fault'],
    [{ faults: [], enrolled: false, changes: change }, 'new'],
    [{ faults: [], enrolled: true, changes: change }, 'update'],
    [{ faults: [], enrolled: true, changes: [] }, 'same'],
  ]
  for (const [given, expected] of cases) it(`is ${expected}`, () => expect(outcomeOf(given)).to.equal(expected))
})
