import { expect } from 'chai'
import ExcelJS from 'exceljs'
import { readSheet } from '../../../src/infra/sheet-reading/read-sheet.js'
import { writeSheet } from '../../../src/infra/sheets/write-sheet.js'
import type { SheetToWrite } from '../../../src/infra/sheets/write-sheet.js'
import { scratchFolder } from '../../support/scratch.js'

const sheet: SheetToWrite = {
  sheetName: '名册',
  title: '名册 A&B',
  columns: [
    { header: '证件号码', width: 22, kind: 'text', note: '18 位' },
    { header: '出生日期', width: 12, kind: 'day' },
    { header: '补贴金额', width: 12, kind: 'money' },
    { header: '课时', width: 8, kind: 'number' },
    { header: '性别', width: 6, kind: 'text', list: ['男', '女'] },
    { header: '职业', width: 20, kind: 'text', list: Array.from({ length: 60 }, (_, i) => `职业名称第${i}号`) },
  ],
  rows: [
    ['130632190101010025', '1901-01-01', 123450, 40, '女', '职业名称第1号', '请改正'],
    ['=1+1', '1901-02-30', null, '四十', '', undefined, ''],
  ],
  errorsColumn: { header: '错误原因' },
  footer: '2022 年 A&B',
  watermark: '张三 2022-11-23 14:05',
}
const opened = async (written: SheetToWrite): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook()
  const bytes = await writeSheet(written)
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
  return book
}

for (const headerLocked of [false, true])
  describe(`writeSheet with the header ${headerLocked ? 'locked' : 'open'}`, () => {
    const save = scratchFolder()
    let page: ExcelJS.Worksheet
    let book: ExcelJS.Workbook
    before(async () => {
      book = await opened({ ...sheet, headerLocked })
      page = book.getWorksheet('名册')!
    })

    it('writes real numbers and dates, and text as text', () => {
      expect(page.getCell('A3').value).to.equal('130632190101010025')
      expect(page.getCell('B3').value).to.deep.equal(new Date('1901-01-01T00:00:00Z'))
      expect([page.getCell('C3').value, page.getCell('C3').numFmt]).to.deep.equal([1234.5, '#,##0.00'])
      expect(page.getCell('D3').value).to.equal(40)
      expect(page.getCell('A4').value).to.equal('=1+1')
    })

    it('gives back what was typed where it is not of the kind', () => {
      expect([page.getCell('B4').value, page.getCell('C4').value, page.getCell('D4').value]).to.deep.equal([
        '1901-02-30',
        null,
        '四十',
      ])
    })

    it('keeps cells still to be typed as text and open', () => {
      expect(page.getColumn(1).numFmt).to.equal('@')
      expect(page.getColumn(1).protection?.locked).to.equal(false)
    })

    it('freezes the header and prints on A4 landscape with page numbers', () => {
      expect(page.views[0]).to.include({ state: 'frozen', ySplit: 2 })
      expect(page.pageSetup).to.include({
        paperSize: 9,
        orientation: 'landscape',
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '1:2',
      })
      expect(page.headerFooter.oddFooter).to.equal('&L&8 2022 年 A&&B&C第 &P 页 共 &N 页')
      expect(page.headerFooter.oddHeader).to.include('张三 2022-11-23 14:05')
    })

    it('offers the choices of a column, long lists from a hidden sheet', () => {
      expect(page.getCell('E9').dataValidation.formulae).to.deep.equal(['"男,女"'])
      expect(page.getCell('F9').dataValidation.formulae).to.deep.equal(["'选项'!$A$1:$A$60"])
      expect(book.getWorksheet('选项')!.state).to.equal('hidden')
    })

    it('shows the reasons in red', () => {
      expect(page.getCell('G2').value).to.equal('错误原因')
      expect(page.getCell('G3').font.color?.argb).to.equal('FFB42318')
    })

    it('is read back by our reader', async () => {
      const read = await readSheet(save('a.xlsx', await writeSheet({ ...sheet, headerLocked })), {
        originalName: 'a.xlsx',
      })
      expect(read.ok && read.header).to.deep.equal([
        '证件号码',
        '出生日期',
        '补贴金额',
        '课时',
        '性别',
        '职业',
        '错误原因',
      ])
      expect(read.ok && read.rows[0]!.cells.slice(0, 4).map(({ text }) => text)).to.deep.equal([
        '130632190101010025',
        '1901-01-01',
        '1234.5',
        '40',
      ])
    })
  })

describe('writeSheet', () => {
  it('protects the header only when asked', async () => {
    const locked = async (headerLocked: boolean) => {
      const page = (await opened({ ...sheet, headerLocked })).getWorksheet('名册')!
      return (page as unknown as { sheetProtection: { sheet?: boolean } | null }).sheetProtection?.sheet ?? false
    }
    expect([await locked(true), await locked(false)]).to.deep.equal([true, false])
  })

  it('takes rows as they come from a cursor', async () => {
    async function* rows() {
      yield ['a']
      yield ['b']
    }
    const book = await opened({
      sheetName: '名册',
      columns: [{ header: '姓名', width: 8, kind: 'text' }],
      rows: rows(),
    })
    expect(book.getWorksheet('名册')!.rowCount).to.equal(3)
  })
})
