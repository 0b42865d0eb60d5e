import { expect } from 'chai'
import {
  changedFields,
  isMaker,
  licenceVerdict,
  missingOf,
  prefixVerdict,
  stateAfter,
} from '../../../src/registry/organisations/organisation.rules.js'

const licence = { occupation: 'bricklayer', maxLevel: 4, from: '2022-01-01', to: '2022-12-31' }
const school = { state: 'approved', licences: [licence] }

describe('licenceVerdict', () => {
  const table = [
    ['the first day', school, { lineage: 'bricklayer', level: 4, on: '2022-01-01' }, 'ok'],
    ['the day before the first', school, { lineage: 'bricklayer', level: 4, on: '2021-12-31' }, 'licence-expired'],
    ['the last day', school, { lineage: 'bricklayer', level: 4, on: '2022-12-31' }, 'ok'],
    ['the day after the last', school, { lineage: 'bricklayer', level: 4, on: '2023-01-01' }, 'licence-expired'],
    ['a level below the highest', school, { lineage: 'bricklayer', level: 3, on: '2022-06-01' }, 'ok'],
    ['a level above the highest', school, { lineage: 'bricklayer', level: 5, on: '2022-06-01' }, 'level-too-high'],
    ['another occupation', school, { lineage: 'welder', level: 2, on: '2022-06-01' }, 'not-licensed'],
    ['no occupation', school, { on: '2022-06-01' }, 'ok'],
    ['no level', school, { lineage: 'bricklayer', on: '2022-06-01' }, 'ok'],
    [
      'a suspended organisation',
      { ...school, state: 'suspended' },
      { lineage: 'bricklayer', level: 2, on: '2022-06-01' },
      'not-approved',
    ],
    ['a draft without occupation', { ...school, state: 'draft' }, { on: '2022-06-01' }, 'not-approved'],
    [
      'a licence without end',
      { ...school, licences: [{ ...licence, to: undefined }] },
      { lineage: 'bricklayer', level: 4, on: '2199-01-01' },
      'ok',
    ],
    [
      'an old high and a new low licence',
      { ...school, licences: [licence, { ...licence, maxLevel: 2, from: '2023-01-01', to: '2023-12-31' }] },
      { lineage: 'bricklayer', level: 3, on: '2023-05-01' },
      'level-too-high',
    ],
  ] as const
  for (const [what, organisation, asked, answer] of table) {
    it(`says ${answer} for ${what}`, () => {
      const verdict = licenceVerdict(organisation, asked)
      expect(verdict.ok ? 'ok' : verdict.reason).to.equal(answer)
    })
  }
})

describe('stateAfter', () => {
  const table = [
    ['draft', 'submit', 'submitted'],
    ['returned', 'submit', 'submitted'],
    ['submitted', 'submit', undefined],
    ['submitted', 'approve', 'approved'],
    ['draft', 'approve', undefined],
    ['returned', 'approve', undefined],
    ['submitted', 'give-back', 'returned'],
    ['approved', 'give-back', undefined],
    ['approved', 'suspend', 'suspended'],
    ['submitted', 'suspend', undefined],
    ['suspended', 'resume', 'approved'],
    ['approved', 'resume', undefined],
  ] as const
  for (const [from, act, to] of table)
    it(`leads from ${from} by ${act} to ${to ?? 'nowhere'}`, () => expect(stateAfter(from, act)).to.equal(to))
})

describe('isMaker', () => {
  const table = [
    [
      'who submitted',
      [
        ['registered', 'a'],
        ['submitted', 'b'],
      ],
      'b',
      true,
    ],
    [
      'who registered',
      [
        ['registered', 'a'],
        ['submitted', 'b'],
      ],
      'a',
      true,
    ],
    [
      'a stranger',
      [
        ['registered', 'a'],
        ['submitted', 'b'],
      ],
      'c',
      false,
    ],
    [
      'who made what was decided before',
      [
        ['submitted', 'a'],
        ['approved', 'c'],
        ['proposed', 'b'],
      ],
      'a',
      false,
    ],
    [
      'who proposed the change',
      [
        ['submitted', 'a'],
        ['approved', 'c'],
        ['proposed', 'b'],
      ],
      'b',
      true,
    ],
    [
      'who only accepted the code',
      [
        ['submitted', 'a'],
        ['code-accepted', 'c'],
      ],
      'c',
      false,
    ],
  ] as const
  for (const [who, steps, actor, answer] of table)
    it(`is ${answer} for ${who}`, () =>
      expect(
        isMaker(
          steps.map(([act, byId]) => ({ act, byId })),
          actor,
        ),
      ).to.equal(answer))
})

describe('prefixVerdict', () => {
  const table = [
    ['S000013000001', 'S000013000001'],
    ['y0001 11 000123', 'Y000111000123'],
    ['Ｓ００００１３０００００１', 'S000013000001'],
    ['S00001300001', 'length'],
    ['S0000130000011', 'length'],
    ['X000013000001', 'letter'],
    ['S00001300000A', 'digits'],
    ['S000099000001', 'province'],
    ['S000013000000', 'serial'],
  ] as const
  for (const [typed, answer] of table) {
    it(`answers ${answer} to ${typed}`, () => {
      const verdict = prefixVerdict(typed)
      expect(verdict.ok ? verdict.prefix : verdict.reason).to.equal(answer)
    })
  }
})

describe('missingOf', () => {
  const full = {
    capabilities: ['training-institution'] as const,
    address: 'a',
    contactName: 'b',
    contactPhone: 'c',
    licences: [licence],
  }
  it('is empty for a complete filing', () => expect(missingOf(full)).to.deep.equal([]))
  it('names what lacks, in the order of the form', () =>
    expect(missingOf({ ...full, address: '', contactPhone: null, licences: [] })).to.deep.equal([
      'address',
      'contactPhone',
      'licences',
    ]))
  it('asks a plain enterprise for no licence', () =>
    expect(missingOf({ ...full, capabilities: ['enterprise'], licences: [] })).to.deep.equal([]))
  it('asks an assessment body for its number prefix', () =>
    expect(missingOf({ ...full, capabilities: ['assessment-body'] })).to.deep.equal(['certificatePrefix']))
})

describe('changedFields', () => {
  const facts = { name: 'a', capabilities: ['enterprise', 'assessment-body'], licences: [licence], region: '130632' }
  it('sees no change in another order', () =>
    expect(
      changedFields(facts, {
        ...facts,
        capabilities: ['assessment-body', 'enterprise'],
        licences: [{ ...licence, document: undefined }],
      }),
    ).to.deep.equal([]))
  it('sees a licence that ends later', () =>
    expect(changedFields(facts, { ...facts, licences: [{ ...licence, to: '2023-12-31' }] })).to.deep.equal([
      'licences',
    ]))
  it('does not look at the address', () =>
    expect(changedFields({ ...facts, address: 'x' } as never, { ...facts, address: 'y' } as never)).to.deep.equal([]))
})
