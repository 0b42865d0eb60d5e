import { expect } from 'chai'
import {
  columnOf,
  dateFormat,
  numberText,
  serialText,
  unescapeText,
} from '../../../src/infra/sheet-reading/xlsx-values.js'

describe('dateFormat', () => {
  const cases: [number, string | undefined, string | undefined][] = [
    [14, undefined, 'date'],
    [22, undefined, 'datetime'],
    [20, undefined, 'time'],
    [31, undefined, 'date'],
    [57, undefined, 'date'],
    [0, undefined, undefined],
    [49, undefined, undefined],
    [170, 'yyyy-mm-dd', 'date'],
    [170, 'yyyy"年"m"月"d"日";@', 'date'],
    [170, '[$-804]yyyy"年"m"月"', 'date'],
    [170, 'yyyy/m/d h:mm', 'datetime'],
    [170, 'h:mm AM/PM', 'time'],
    [170, '[h]:mm', 'time'],
    [170, 'General', undefined],
    [170, 'G/通用格式', undefined],
    [170, '@', undefined],
    [170, '#,##0.00_);[Red]\\(#,##0.00\\)', undefined],
    [170, '0.00E+00', undefined],
    [170, '#,##0.00" yuan paid"', undefined],
    [170, '[$¥-804]#,##0', undefined],
  ]
  for (const [id, code, format] of cases)
    it(`sees ${format ?? 'no date'} in ${code ?? id}`, () => expect(dateFormat(id, code)).to.equal(format))
})

describe('serialText', () => {
  const cases: [number, 'date' | 'time' | 'datetime', boolean, string][] = [
    [1, 'date', false, '1900-01-01'],
    [59, 'date', false, '1900-02-28'],
    [61, 'date', false, '1900-03-01'],
    [367, 'date', false, '1901-01-01'],
    [45000, 'date', false, '2023-03-15'],
    [45000.5, 'datetime', false, '2023-03-15 12:00'],
    [45000, 'datetime', false, '2023-03-15'],
    [45000.999999, 'datetime', false, '2023-03-16'],
    [0.375, 'time', false, '09:00'],
    [45000.75, 'time', false, '18:00'],
    [43538, 'date', true, '2023-03-15'],
  ]
  for (const [serial, format, date1904, text] of cases)
    it(`shows ${serial} as ${text}`, () => expect(serialText(serial, format, date1904)).to.equal(text))
})

describe('numberText', () => {
  const cases: [string, string][] = [
    ['130638199003080000', '130638199003080000'],
    ['1.30638199003080000E17', '130638199003080000'],
    ['13800001234', '13800001234'],
    ['1.3800001234E10', '13800001234'],
    ['0.30000000000000004', '0.3'],
    ['12.5', '12.5'],
    ['-3', '-3'],
  ]
  for (const [raw, text] of cases) it(`writes ${raw} as ${text}`, () => expect(numberText(raw)).to.equal(text))
})

describe('columnOf and unescapeText', () => {
  it('count columns from A', () => expect(['A1', 'Z9', 'AA10', 'XFD1'].map(columnOf)).to.deep.equal([0, 25, 26, 16383]))
  it('undo the escapes of OOXML', () => expect(unescapeText('a_x000A_b_x005F_')).to.equal('a\nb_'))
})
