import { expect } from 'chai'
import {
  apprenticeExample,
  apprenticeKeys,
  type ApprenticeKey,
} from '../../../src/workplace/apprentice-files/apprentice-columns.data.js'
import { readApprentices } from '../../../src/workplace/apprentice-files/apprentice-row.rules.js'

type Texts = Partial<Record<ApprenticeKey, string>>
const at = Object.fromEntries(apprenticeKeys.map((key, i) => [key, i]))
const good: Texts = { name: '安小荷', idNumber: '130632190101010025', category: '农村转移就业劳动者' }
const context = {
  today: '2022-06-01',
  startsOn: '2022-03-01',
  endsOn: '2023-02-28',
  mentors: [
    { id: 'm1', name: '石师傅' },
    { id: 'm2', name: '王师傅' },
    { id: 'm3', name: '王师傅' },
  ],
}
const rowOf = (texts: Texts, line = 2) => ({
  line,
  cells: apprenticeKeys.map((key) => ({ text: texts[key] ?? '', kind: 'text' as const })),
})
const read = (texts: Texts) => readApprentices([rowOf({ ...good, ...texts })], at, context)[0]!
const terms = (kind: 'labour' | 'training', from: string, to: string, signed: string): Texts => ({
  [`${kind}From`]: from,
  [`${kind}To`]: to,
  [`${kind}Signed`]: signed,
})

describe('a row of a roster of apprentices', () => {
  it('needs no more than name, number and category', () => {
    expect(read({}).faults).to.deep.equal([])
    expect(read({}).given).to.have.all.keys('facts')
  })

  it('gives post, first day, contract and mentor', () => {
    const labour = terms('labour', '2022-01-01', '2024-12-31', '2021-12-20')
    expect(read({ post: '砌筑岗', from: '2022/3/1', mentor: '石师傅', ...labour }).given).to.deep.include({
      post: '砌筑岗',
      from: '2022-03-01',
      labour: { from: '2022-01-01', to: '2024-12-31', signedOn: '2021-12-20' },
      mentorId: 'm1',
    })
  })

  const cases: readonly [what: string, texts: Texts, expected: string[]][] = [
    ['the day before the class', { from: '2022-02-28' }, ['from outside-class']],
    ['the first day of the class', { from: '2022-03-01' }, []],
    ['the last day of the class', { from: '2023-02-28' }, []],
    ['the day after the class', { from: '2023-03-01' }, ['from outside-class']],
    ['a day that is none', { from: '2022-02-30' }, ['from day-unreadable']],
    ['a contract in part', { labourFrom: '2022-01-01' }, ['labourTo contract-part', 'labourSigned contract-part']],
    [
      'an end before the start',
      terms('training', '2022-03-02', '2022-03-01', '2022-03-01'),
      ['trainingTo contract-ends-before-it-starts'],
    ],
    ['signing on the first day', terms('training', '2022-03-02', '2023-03-01', '2022-03-02'), []],
    [
      'signing a day later',
      terms('training', '2022-03-02', '2023-03-01', '2022-03-03'),
      ['trainingSigned contract-signed-after-start'],
    ],
    [
      'signing tomorrow',
      terms('labour', '2022-07-01', '2023-03-01', '2022-06-02'),
      ['labourSigned contract-signed-in-future'],
    ],
    ['a mentor nobody knows', { mentor: '李师傅' }, ['mentor mentor-unknown']],
    ['a mentor of whom there are two', { mentor: '王师傅' }, ['mentor mentor-several']],
    ['a post of 60 characters', { post: '岗'.repeat(60) }, []],
    ['a post of 61 characters', { post: '岗'.repeat(61) }, ['post post-long']],
    [
      'several things at once, in the order of the columns',
      { name: '', from: '2021-01-01', mentor: '李师傅' },
      ['name name-missing', 'from outside-class', 'mentor mentor-unknown'],
    ],
  ]
  for (const [what, texts, expected] of cases)
    it(`is judged on ${what}`, () => {
      const { faults, given } = read(texts)
      expect(faults.map(({ column, code }) => `${column} ${code.split('.fault-')[1]}`)).to.deep.equal(expected)
      expect(Boolean(given)).to.equal(expected.length === 0)
    })

  it('does not take what a formula failed to find', () => {
    const row = rowOf(good)
    row.cells[apprenticeKeys.indexOf('post')] = { text: '#N/A', kind: 'error' as 'text' }
    expect(readApprentices([row], at, context)[0]!.faults.map(({ code }) => code)).to.deep.equal([
      'apprenticeFiles.fault-cell-error',
    ])
  })
  it('is passed over when empty or the example; one with nothing but a post is not', () => {
    const example = Object.fromEntries(apprenticeKeys.map((key, i) => [key, apprenticeExample[i]]))
    const lines = readApprentices([rowOf({}, 2), rowOf(example, 3), rowOf({ post: '岗' }, 4)], at, context)
    expect(lines.map(({ line, faults }) => [line, faults.length > 0])).to.deep.equal([[4, true]])
  })

  it('names the earlier row of the same person', () => {
    const lines = readApprentices([rowOf(good, 2), rowOf(good, 3)], at, context)
    expect(lines.map(({ faults }) => faults.map(({ code, params }) => [code, params]))).to.deep.equal([
      [],
      [['rosterImports.fault-id-twice', { line: 2 }]],
    ])
  })
})
