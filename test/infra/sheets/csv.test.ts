import { expect } from 'chai'
import fc from 'fast-check'
import { csvLine, csvText } from '../../../src/infra/sheets/csv.js'
import { readCsv } from '../../../src/infra/sheet-reading/csv-reader.js'

describe('csvLine', () => {
  for (const text of ['=1+1', '+86', '-5', '@SUM(A1)', '\tx', '\u0000x', '＝1'])
    it(`keeps ${JSON.stringify(text)} from running as a formula`, () =>
      expect(csvLine([text]).replace(/^"/, '')).to.match(/^'/))

  it('leaves numbers and plain text alone', () =>
    expect(csvLine(['张三', -5, 0, null, undefined, 'a-b'])).to.equal('张三,-5,0,,,a-b\r\n'))

  it('quotes as RFC 4180 says', () =>
    expect(csvLine(['a,b', 'say "x"', 'two\nlines'])).to.equal('"a,b","say ""x""","two\nlines"\r\n'))
})

describe('csvText', () => {
  it('begins with the mark that makes Excel read UTF-8', () =>
    expect(csvText(['姓名'], [['张三']])).to.equal('\ufeff姓名\r\n张三\r\n'))

  for (const cells of [
    ['＋!', '!', '!'],
    [';;;;', 'a'],
    ['a;b;c', '@x', '"'],
  ])
    it(`gives back ${JSON.stringify(cells)}`, () => {
      const [row] = readCsv(Buffer.from(csvText(cells, [])), 10)
      expect(row?.cells.map(({ text }) => text)).to.deep.equal(cells)
    })

  it('is read back as it was written, whatever the cells hold', () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter(
        (text) =>
          text === text.trim() &&
          !/[\u200b\ufeff\u0000]/.test(text) &&
          !/^'?[=]"/.test(text) &&
          !/^'[=+\-@\t\uff1d\uff0b\uff0d\uff20]/.test(text) &&
          !/^\d(\.\d+)?e\+\d+$/i.test(text),
      )
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        const [row] = readCsv(Buffer.from(csvText(cells, [])), 10)
        expect(row?.cells.map(({ text }) => text)).to.deep.equal(cells)
      }),
    )
  })
})
