import { expect } from 'chai'
import type { SheetCell } from '../../../src/infra/sheet-reading/sheet-read.js'
import { exampleRow, rosterKeys, type RosterKey } from '../../../src/training/roster-files/roster-columns.data.js'
import { readRoster, readTrainee, type RosterTexts } from '../../../src/training/roster-files/roster-row.rules.js'

const today = '2022-11-23'
const good: RosterTexts = { name: '安小荷', idNumber: '130632190101010025', category: '脱贫人口' }
const at = Object.fromEntries(rosterKeys.map((key, index) => [key, index]))
type Given = Partial<Record<RosterKey, string | SheetCell>>
const cellOf = (value: string | SheetCell | undefined): SheetCell =>
  typeof value === 'object' ? value : { text: value ?? '', kind: value ? 'text' : 'blank' }
const rowOf = (given: Given, line: number) => ({ line, cells: rosterKeys.map((key) => cellOf(given[key])) })
const read = (...given: Given[]) =>
  readRoster(
    given.map((row, i) => rowOf({ ...good, ...row }, i + 2)),
    at,
    today,
  )
const said = (given: Given): string =>
  read(given)[0]!
    .faults.map(({ column, code, params }) => [column, code, ...Object.values(params ?? {})].join(' '))
    .join('; ')

describe('readRoster', () => {
  const cases: readonly [name: string, Given, expected: string][] = [
    ['a good line', {}, ''],
    ['no name', { name: '' }, 'name name-missing'],
    ['a name of digits', { name: '李4' }, 'name name-shape'],
    ['a rare character', { name: '𬱖㐂' }, ''],
    ['a name with a dot of another kind', { name: '阿依古丽•买买提' }, ''],
    ['no number', { idNumber: '' }, 'idNumber id-missing'],
    ['17 places', { idNumber: '13063219010101002' }, 'idNumber id-length 17'],
    ['19 places', { idNumber: '1306321901010100255' }, 'idNumber id-length 19'],
    ['a letter inside', { idNumber: '13063219010101O025' }, 'idNumber id-characters 18'],
    ['30 February', { idNumber: '130632190102300025' }, 'idNumber id-date 18'],
    ['a wrong last place', { idNumber: '130632190101010020' }, 'idNumber id-check-digit 18 5'],
    ['a number with 15 places', { idNumber: '130632010101002' }, ''],
    ['spaces and a small x', { idNumber: ' 1101 0519 4912 3100 2x ' }, ''],
    [
      'a number typed as a number',
      { idNumber: { text: '130632190101010000', kind: 'number' } },
      'idNumber id-as-number',
    ],
    ['a broken formula', { idNumber: { text: '#N/A', kind: 'error' } }, 'idNumber cell-error #N/A'],
    ['a broken formula in the name', { name: { text: '#REF!', kind: 'error' } }, 'name cell-error #REF!'],
    ['an unknown kind of document', { idType: '学生证' }, 'idType id-type-unknown 学生证'],
    ['a passport without birthday', { idType: '护照', idNumber: 'E12345678' }, 'birthOn birth-missing'],
    ['a passport with birthday', { idType: '护照', idNumber: 'E12345678', birthOn: '1901-02-03' }, ''],
    [
      'a passport number with a sign',
      { idType: '护照', idNumber: 'E1234_678', birthOn: '1901-02-03' },
      'idNumber id-format 9',
    ],
    ['the other sex', { sex: '男' }, 'sex sex-differs'],
    ['an unknown sex', { sex: '女性' }, 'sex sex-unknown'],
    ['the right sex', { sex: '女' }, ''],
    ['the right birthday as a date cell', { birthOn: { text: '1901-01-01', kind: 'date' } }, ''],
    ['another birthday', { birthOn: '1901/1/2' }, 'birthOn birth-differs'],
    ['an impossible birthday', { birthOn: '1901-02-29' }, 'birthOn birth-unreadable'],
    ['a birthday to come', { idType: '护照', idNumber: 'E12345678', birthOn: '2022-11-24' }, 'birthOn birth-future'],
    ['a birthday of today', { idType: '护照', idNumber: 'E12345678', birthOn: '2022-11-23' }, ''],
    ['10 digits of phone', { phone: '1380000123' }, 'phone phone-length 10'],
    ['11 digits as a number cell', { phone: { text: '13800001234', kind: 'number' } }, ''],
    ['12 digits', { phone: '138000012345' }, 'phone phone-length 12'],
    ['a phone beginning with 12', { phone: '12800001234' }, 'phone phone-prefix 11'],
    ['a phone with letters', { phone: '138abc' }, 'phone phone-characters 6'],
    ['no category', { category: '' }, 'category category-missing'],
    ['an unknown category', { category: '村民' }, 'category category-unknown 村民'],
    ['a category by code', { category: 'G05' }, ''],
    ['two tags', { tags: '退役军人、残疾人' }, ''],
    ['an unknown tag', { tags: '退役军人,先进个人' }, 'tags tag-unknown 先进个人'],
    ['a town by its full name', { residence: '安新县三台镇' }, ''],
    ['a town with the province before it', { residence: '河北省安新县三台镇' }, ''],
    ['a code', { residence: '130632102' }, ''],
    ['a place unknown here', { residence: '某地' }, 'residence residence-unknown 某地'],
    [
      'several faults at once, in the order of the columns',
      { phone: '138', name: '', idNumber: '130632190101010020' },
      'name name-missing; idNumber id-check-digit 18 5; phone phone-length 3',
    ],
  ]
  for (const [name, given, expected] of cases)
    it(`with ${name}: ${expected || 'good'}`, () => expect(said(given)).to.equal(expected))

  it('names the earlier line of a person who stands twice, however the number is written', () => {
    const lines = read({}, { idNumber: '130632010101002' }, { idNumber: ' 130632190101010025' })
    expect(
      lines.map(({ faults }) => faults.map(({ code, params }) => `${code} ${params?.['line']}`).join()),
    ).to.deep.equal(['', 'id-twice 2', 'id-twice 2'])
  })
  it('passes over empty lines and the example, which keeps the line numbers of the file', () => {
    const empty = { name: '', idNumber: '', category: '' }
    expect(read(exampleRow, empty, {}).map(({ line }) => line)).to.deep.equal([4])
  })
  it('keeps what was typed for the file that goes back', () =>
    expect(read({ phone: '138 0000' })[0]!.texts.phone).to.equal('138 0000'))
  it('takes sex and birthday from the number', () => {
    const { sex, birthOn, idType, residenceRegion } = read({ residence: '三台镇' })[0]!.facts!
    expect([sex, birthOn, idType, residenceRegion]).to.deep.equal(['female', '1901-01-01', 'resident-id', '130632102'])
  })
  it('holds the example of the template for good', () =>
    expect(readTrainee({ ...exampleRow, name: '安小荷' }, today).faults).to.deep.equal([]))
})
