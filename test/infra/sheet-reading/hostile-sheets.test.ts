import { expect } from 'chai'
import { readSheet } from '../../../src/infra/sheet-reading/read-sheet.js'
import { scratchFolder } from '../../support/scratch.js'
import { rawXlsx } from '../../support/workbook.js'
import { zipOf } from '../../support/zip.js'

const row = '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row>'
const sheets = [{ name: 'a', rows: row + row }]

describe('readSheet of files that are not what they say', () => {
  const save = scratchFolder()
  const read = (content: string | Buffer, originalName = '名册.xlsx') =>
    readSheet(save('upload', content), { originalName })

  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
  const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])
  const cases: [string, string | Buffer, object][] = [
    ['text named .xlsx', '姓名,证件号码\n', { reason: 'not-a-workbook', detail: 'text' }],
    ['a web page named .xls', '<html><table></table>', { reason: 'not-a-workbook', detail: 'html' }],
    ['Excel 97', compound, { reason: 'not-a-workbook', detail: 'xls' }],
    ['a workbook under a password', locked, { reason: 'password' }],
    ['another zip', zipOf([{ name: 'a.txt', content: 'a' }]), { reason: 'not-a-workbook', detail: 'zip' }],
    ['half a workbook', rawXlsx({ sheets }).subarray(0, 400), { reason: 'unreadable' }],
    ['broken XML', rawXlsx({ sheets: [{ name: 'a', rows: '<row><c>' }] }), { reason: 'unreadable' }],
    ['nothing', '', { reason: 'empty' }],
    [
      'a book in one cell',
      rawXlsx({ sheets: [{ name: 'a', rows: row + row.replace('>a<', `>${'长'.repeat(2001)}<`) }] }),
      { reason: 'cell-too-long', detail: '2' },
    ],
  ]
  for (const [what, content, refusal] of cases)
    it(`refuses ${what}`, async () => expect(await read(content)).to.include({ ok: false, ...refusal }))

  it('refuses a bomb by its directory, without unpacking it', async () => {
    const bomb = rawXlsx({ sheets, extra: [{ name: 'xl/media/zero.bin', content: Buffer.alloc(20 * 1024 * 1024) }] })
    const started = performance.now()
    expect(await read(bomb)).to.include({ reason: 'zip-bomb' })
    expect(performance.now() - started).to.be.lessThan(500)
  })

  it('refuses what would unpack to more than 200 MB, whatever the ratio', async () => {
    const liar = rawXlsx({ sheets, extra: [{ name: 'xl/media/a.bin', content: 'a', claimedSize: 201 * 1024 * 1024 }] })
    expect(await read(liar)).to.include({ reason: 'zip-bomb' })
  })

  it('stops when more comes out of an entry than the directory said', async () => {
    const content = `<worksheet><sheetData>${row.repeat(100_000)}</sheetData></worksheet>`
    const parts = [
      { name: 'xl/worksheets/sheet1.xml', content, claimedSize: 1000 },
      {
        name: 'xl/workbook.xml',
        content: '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content:
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      },
    ]
    expect(await read(zipOf(parts))).to.include({ reason: 'unreadable' })
  })

  it('refuses more than 200 entries', async () => {
    const extra = Array.from({ length: 200 }, (_, i) => ({ name: `xl/worksheets/extra${i}.xml`, content: 'a' }))
    expect(await read(rawXlsx({ sheets, extra }))).to.include({ reason: 'zip-bomb' })
  })

  it('does not follow entities of a document type', async () => {
    const doctype = '<!DOCTYPE workbook [<!ENTITY a SYSTEM "file:///etc/hostname">]><workbook>&a;</workbook>'
    expect(await read(zipOf([{ name: 'xl/workbook.xml', content: doctype }]))).to.include({
      reason: 'unreadable',
      detail: 'doctype',
    })
  })

  it('refuses entry names that climb out of the archive', async () => {
    expect(await read(rawXlsx({ sheets, extra: [{ name: '../../etc/cron.d/x', content: 'a' }] }))).to.include({
      reason: 'unreadable',
    })
  })

  it('refuses more than 20 MB before looking inside', async () => {
    expect(await read(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'a.csv')).to.include({ reason: 'too-big' })
  })
})
