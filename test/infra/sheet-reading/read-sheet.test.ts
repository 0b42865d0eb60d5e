import { expect } from 'chai'
import iconv from 'iconv-lite'
import { readSheet } from '../../../src/infra/sheet-reading/read-sheet.js'
import type { SheetRead } from '../../../src/infra/sheet-reading/sheet-read.js'
import { scratchFolder } from '../../support/scratch.js'
import { rawXlsx } from '../../support/workbook.js'

const texts = (read: SheetRead): string[][] =>
  read.ok ? read.rows.map(({ cells }) => cells.map(({ text }) => text)) : [[read.reason]]
const cells = (read: SheetRead): string[] =>
  read.ok ? read.rows[0]!.cells.map(({ kind, text }) => `${kind}:${text}`) : [read.reason]
const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const rowOf = (...found: string[]): string => `<row>${found.join('')}</row>`
const head = rowOf(inline('姓名'), inline('证件号码'))

describe('readSheet of .xlsx', () => {
  const save = scratchFolder()
  const read = (workbook: Parameters<typeof rawXlsx>[0], options = {}) =>
    readSheet(save('book.xlsx', rawXlsx(workbook)), { originalName: '名册.xlsx', ...options })

  it('joins rich text, leaves out phonetic guides, and takes shared strings that stand after the sheet', async () => {
    const strings =
      '<si><t>姓名</t></si><si><t>证件号码</t></si><si><r><t>张</t></r><r><t xml:space="preserve">三 </t></r><rPh><t>zhang</t></rPh></si>'
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c></row>'
    const result = await read({ sheets: [{ name: 'Sheet1', rows }], strings })
    expect(result).to.deep.equal({
      ok: true,
      header: ['姓名', '证件号码'],
      rows: [
        {
          line: 3,
          cells: [
            { text: '张三', kind: 'text' },
            { text: '', kind: 'blank' },
          ],
        },
      ],
    })
  })

  it('tells numbers, dates, formulas and errors apart', async () => {
    const rows =
      head +
      '<row><c><v>130638199003080000</v></c><c s="1"><v>367</v></c><c t="str"><f>A1</f><v>x</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c s="2"><v>0.375</v></c><c s="1"/></row>'
    const result = await read({ sheets: [{ name: 'a', rows }], formats: [0, 14, 'h:mm'] })
    expect(cells(result)).to.deep.equal([
      'number:130638199003080000',
      'date:1901-01-01',
      'formula:x',
      'error:#N/A',
      'text:TRUE',
      'date:09:00',
    ])
  })

  it('counts days from 1904 where the workbook says so', async () => {
    const result = await read({
      sheets: [{ name: 'a', rows: head + '<row><c><v>1</v></c><c s="1"><v>43538</v></c></row>' }],
      formats: [0, 14],
      date1904: true,
    })
    expect(cells(result)[1]).to.equal('date:2023-03-15')
  })

  it('passes over hidden lists and prefers the sheet named 名册', async () => {
    const wanted = { name: '名册', rows: head + rowOf(inline('张三')) }
    const other = { name: '说明', rows: head + rowOf(inline('别的')) }
    const hidden = { name: '选项', rows: head + rowOf(inline('隐藏')), state: 'veryHidden' as const }
    expect(texts(await read({ sheets: [hidden, other, wanted] }))[0]![0]).to.equal('张三')
    expect(texts(await read({ sheets: [hidden, other] }))[0]![0]).to.equal('别的')
    expect(texts(await read({ sheets: [{ ...wanted, state: 'hidden' }, other] }))[0]![0]).to.equal('别的')
  })

  it('finds the list behind a sheet with a note, and reads the first when none has the columns', async () => {
    const note = { name: '填写说明', rows: rowOf(inline('请先阅读')) + rowOf(inline('姓名按身份证填写')) }
    const list = { name: 'Sheet1', rows: head + rowOf(inline('张三')) }
    const expected = { expect: ['姓名', '证件号码'] }
    expect(texts(await read({ sheets: [note, list] }, expected))[0]![0]).to.equal('张三')
    expect(texts(await read({ sheets: [note, list] }, { expect: ['机构', '地址'] }))[0]![0]).to.equal(
      '姓名按身份证填写',
    )
  })

  it('understands prefixed element names and lines without numbers', async () => {
    const rows =
      '<x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c><x:v>1</x:v></x:c></x:row><x:row><x:c><x:v>2</x:v></x:c></x:row>'
    expect(await read({ sheets: [{ name: 'a', rows }], prefix: 'x:' })).to.deep.include({ header: ['a', '1'] })
  })

  it('finds the header below a title, and by the names it is told', async () => {
    const rows =
      rowOf(inline('补贴性培训名册')) +
      rowOf(inline('单位：'), inline('某校')) +
      head +
      rowOf(inline('张三'), inline('1'))
    expect(await read({ sheets: [{ name: 'a', rows }] })).to.deep.include({ header: ['单位：', '某校'] })
    expect(await read({ sheets: [{ name: 'a', rows }] }, { expect: ['姓名*', '证件号码'] })).to.deep.include({
      header: ['姓名', '证件号码'],
    })
  })

  it('leaves out blank rows and trims full-width spaces', async () => {
    const rows =
      head + '<row><c/><c t="inlineStr"><is><t>　</t></is></c></row>' + rowOf(inline('　张三　'), inline('1'))
    const result = await read({ sheets: [{ name: 'a', rows }] })
    expect(result.ok && result.rows).to.deep.equal([
      {
        line: 3,
        cells: [
          { text: '张三', kind: 'text' },
          { text: '1', kind: 'text' },
        ],
      },
    ])
  })

  it('accepts as many rows as allowed and refuses one more', async () => {
    const rows = (count: number) => head + rowOf(inline('张三')).repeat(count)
    expect(await read({ sheets: [{ name: 'a', rows: rows(5) }] }, { maxRows: 5 })).to.include({ ok: true })
    expect(await read({ sheets: [{ name: 'a', rows: rows(6) }] }, { maxRows: 5 })).to.include({
      reason: 'too-many-rows',
    })
    expect(await read({ sheets: [{ name: 'a', rows: rows(100) }] }, { maxRows: 5 })).to.include({
      reason: 'too-many-rows',
    })
  })

  it('says when there is nothing in it', async () => {
    expect(await read({ sheets: [{ name: 'a', rows: '' }] })).to.include({ reason: 'empty' })
    expect(await read({ sheets: [{ name: 'a', rows: head }] })).to.include({ reason: 'empty', detail: 'no-rows' })
  })
})

describe('readSheet of CSV', () => {
  const save = scratchFolder()
  const csv = '姓名,证件号码,备注\r\n张三,130632190101010025,"第一行\n第二行"\r\n\r\n李四,="130629190101010019",\r\n'
  const read = (content: Buffer | string, originalName = '名册.csv') =>
    readSheet(save('list.csv', content), { originalName })

  const encodings: [string, Buffer][] = [
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${csv}`)],
    ['GBK', iconv.encode(csv, 'gbk')],
    ['GB18030 with a rare character', iconv.encode(csv.replace('张三', '张𬍛'), 'gb18030')],
    ['UTF-16, as Excel writes Unicode text', iconv.encode(csv.replaceAll(',', '\t'), 'utf16-le', { addBOM: true })],
  ]
  for (const [name, bytes] of encodings)
    it(`reads ${name}`, async () => {
      const result = await read(bytes)
      expect(result).to.deep.include({ ok: true, header: ['姓名', '证件号码', '备注'] })
      expect(texts(result)[0]![0]).to.match(/^张[三𬍛]$/u)
      expect(texts(result)[0]!.slice(1)).to.deep.equal(['130632190101010025', '第一行\n第二行'])
      expect(texts(result)[1]).to.deep.equal(['李四', '130629190101010019', ''])
    })

  it('numbers lines as a spreadsheet program does: blank ones count, a cell of two lines is one', async () => {
    const result = await read('a,"b\nb"\r\n\r\n1,2\r\n')
    expect(result.ok && result.rows[0]!.line).to.equal(3)
  })

  it('marks what Excel has turned into an exponent as a number', async () => {
    expect(cells(await read('姓名,证件号码\n张三,1.30638E+17\n'))).to.deep.equal(['text:张三', 'number:1.30638E+17'])
  })

  it('refuses bytes that are no text', async () => {
    expect(await read(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]))).to.include({ reason: 'encoding' })
    expect(await read(Buffer.from([0x61, 0x00, 0x01]))).to.include({ reason: 'not-a-workbook', detail: 'binary' })
    expect(await read('')).to.include({ reason: 'empty' })
  })
})
