import { expect } from 'chai'
import {
  categoriesWith,
  categoryOn,
  isMinorOn,
  sameName,
  tagsOn,
  tagsSetTo,
  tagsWith,
  withoutNumbers,
} from '../../../src/registry/people/person.rules.js'

const history = [
  { code: 'G12', from: '2022-01-01' },
  { code: 'G08', from: '2022-06-01' },
]

describe('categoryOn', () => {
  const table = [
    ['2021-12-31', undefined],
    ['2022-01-01', 'G12'],
    ['2022-05-31', 'G12'],
    ['2022-06-01', 'G08'],
    ['2030-01-01', 'G08'],
  ] as const
  for (const [day, code] of table)
    it(`is ${code ?? 'unknown'} on ${day}`, () => expect(categoryOn(history, day)).to.equal(code))
  it('takes the later of two entries of one day', () =>
    expect(
      categoryOn(
        [
          { code: 'G01', from: '2022-01-01' },
          { code: 'G02', from: '2022-01-01' },
        ],
        '2022-01-01',
      ),
    ).to.equal('G02'))
})

describe('categoriesWith', () => {
  it('adds nothing when the category holds', () =>
    expect(categoriesWith(history, 'G08', '2022-07-01')).to.equal(undefined))
  it('adds a new one from its day', () =>
    expect(categoriesWith(history, 'G04', '2022-07-01')).to.deep.equal([
      ...history,
      { code: 'G04', from: '2022-07-01' },
    ]))
  it('corrects the entry of the same day', () =>
    expect(categoriesWith(history, 'G09', '2022-06-01')).to.deep.equal([
      history[0],
      { code: 'G09', from: '2022-06-01' },
    ]))
  it('puts an earlier one where it belongs, and leaves today as it is', () => {
    const after = categoriesWith(history, 'G01', '2021-05-01')!
    expect([after[0], categoryOn(after, '2022-08-01')]).to.deep.equal([{ code: 'G01', from: '2021-05-01' }, 'G08'])
  })
})

describe('tags', () => {
  const tags = [
    { code: 'G10', from: '2022-01-01', to: '2022-06-30' },
    { code: 'G06', from: '2022-03-01' },
  ]
  const table = [
    ['2021-12-31', []],
    ['2022-02-28', ['G10']],
    ['2022-06-30', ['G06', 'G10']],
    ['2022-07-01', ['G06']],
  ] as const
  for (const [day, codes] of table)
    it(`are ${codes.join() || 'none'} on ${day}`, () => expect(tagsOn(tags, day)).to.deep.equal(codes))
  it('end on the day before they are taken away', () =>
    expect(tagsSetTo([{ code: 'G06', from: '2022-03-01' }], [], '2022-09-01')).to.deep.equal([
      { code: 'G06', from: '2022-03-01', to: '2022-08-31' },
    ]))
  it('vanish when taken away on their first day', () =>
    expect(tagsSetTo([{ code: 'G06', from: '2022-03-01' }], [], '2022-03-01')).to.deep.equal([]))
  it('come back after having ended', () =>
    expect(tagsOn(tagsWith(tags, ['G10'], '2022-09-01')!, '2022-09-01')).to.deep.equal(['G06', 'G10']))
  it('do not change when they hold already', () =>
    expect([tagsWith(tags, ['G06'], '2022-09-01'), tagsSetTo(tags, ['G06'], '2022-09-01')]).to.deep.equal([
      undefined,
      undefined,
    ]))
})

describe('sameName', () => {
  const table = [
    ['安小荷', ' 安 小 荷 ', true],
    ['买买提·艾力', '买买提•艾力', true],
    ['Ann Lee', 'ann lee', true],
    ['安小荷', '安小河', false],
    ['㛃伟', '洁伟', false],
  ] as const
  for (const [one, other, answer] of table)
    it(`of ${one} and ${other} is ${answer}`, () => expect(sameName(one, other)).to.equal(answer))
})

describe('isMinorOn', () => {
  const table = [
    ['2004-11-24', '2022-11-23', true],
    ['2004-11-23', '2022-11-23', false],
    ['2004-11-22', '2022-11-23', false],
    ['2004-02-29', '2022-02-28', true],
    ['2004-02-29', '2022-03-01', false],
    [undefined, '2022-11-23', false],
  ] as const
  for (const [birth, day, answer] of table)
    it(`of one born on ${birth ?? 'an unknown day'} is ${answer} on ${day}`, () =>
      expect(isMinorOn(birth, day)).to.equal(answer))
})

describe('withoutNumbers', () => {
  const table = [
    ['核对 130632190105010025 的材料', '核对 ****** 的材料'],
    ['回拨 138 0000 1234', '回拨 ******'],
    ['第3期第12人', '第3期第12人'],
    ['130632190105010X', '******'],
  ] as const
  for (const [typed, kept] of table) it(`keeps "${kept}"`, () => expect(withoutNumbers(typed)).to.equal(kept))
})
