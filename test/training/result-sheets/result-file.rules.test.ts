import { expect } from 'chai'
import { readResultFile } from '../../../src/training/result-sheets/result-file.rules.js'

const roster = [
  { personId: 'p1', name: '安小荷', idMasked: '130632********0025', idNumber: '130632190101010025' },
  { personId: 'p2', name: '马长海', idMasked: '130629********0019', idNumber: '130629190101010019' },
  { personId: 'p3', name: '李桂芬', idMasked: '130638********0031', idNumber: '130638190101010031' },
  { personId: 'p4', name: '李桂芬', idMasked: '130982********0041', idNumber: '130982190101010041' },
]
const header = ['行标识', '姓名', '证件号码', '理论成绩']
const read = (...rows: string[][]) =>
  readResultFile(
    header,
    rows.map((row, i) => ({ line: i + 2, cells: row.map((text) => ({ text, kind: 'text' as const })) })),
    roster,
  )
const said = (...rows: string[][]): string => {
  const file = read(...rows)
  return file.ok
    ? [
        ...[...file.typed].map(([id, { theoryScore }]) => `${id}=${theoryScore}`),
        ...file.faults.map(({ line, reason }) => `${line} ${reason}`),
      ].join('; ')
    : `missing ${file.missing.join()}`
}

describe('readResultFile', () => {
  const cases: readonly [name: string, row: string[], expected: string][] = [
    ['the row id', ['p1', '安小荷', '', '80'], 'p1=80'],
    ['a row id with another name', ['p1', '马长海', '', '80'], '2 name-differs'],
    ['a whole number', ['', '马长海', '130629190101010019', '70'], 'p2=70'],
    ['a number of 15 places', ['', '马长海', '130629010101001', '70'], 'p2=70'],
    ['a whole number with another name', ['', '安小荷', '130629190101010019', '70'], '2 name-differs'],
    ['a masked number and the name', ['', '李桂芬', '130638********0031', '70'], 'p3=70'],
    ['only a name', ['', '安小荷', '', '80'], 'p1=80'],
    ['only a name that two people have', ['', '李桂芬', '', '80'], '2 several'],
    ['a stranger', ['', '田苇', '', '80'], '2 nobody'],
    ['a name with a space inside', ['', '安 小荷', '', '80'], 'p1=80'],
    ['a row id of another run', ['px', '安小荷', '', '80'], 'p1=80'],
  ]
  for (const [name, row, expected] of cases)
    it(`finds somebody by ${name}: ${expected}`, () => expect(said(row)).to.equal(expected))
  it('takes a person once', () =>
    expect(said(['p1', '安小荷', '', '80'], ['', '安小荷', '', '90'])).to.equal('p1=80; 3 twice'))
  it('asks for the column of names', () =>
    expect(readResultFile(['行标识', '理论成绩'], [], roster)).to.deep.equal({ ok: false, missing: ['姓名'] }))
  it('asks for at least one column of results', () =>
    expect(readResultFile(['姓名'], [], roster)).to.deep.equal({ ok: false, missing: ['理论成绩'] }))
})
