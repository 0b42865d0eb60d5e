import { execFileSync, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { readSheet } from '../../../src/infra/sheet-reading/read-sheet.js'
import { writeSheet } from '../../../src/infra/sheets/write-sheet.js'
import { scratchFolder } from '../../support/scratch.js'

const office = ['soffice', 'libreoffice'].find((program) => spawnSync(program, ['--version']).status === 0)

describe('readSheet of files that LibreOffice wrote', function () {
  this.timeout(120_000)
  const save = scratchFolder()
  let folder = ''
  const converted = (source: string, ending: string): string => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync(office!, [profile, '--headless', '--convert-to', ending, '--outdir', join(folder, 'out'), source], {
      stdio: 'ignore',
    })
    return join(folder, 'out', `source.${ending}`)
  }

  before(async function () {
    if (!office) return this.skip()
    const rows = [
      ['张𬍛', '130632190101010025', '1901-01-01', 123450],
      ['阿卜杜·买买提', '130629190101010019', '1988-06-15', 5],
    ]
    const list = Array.from({ length: 60 }, (_, i) => `职业名称第${i}号`)
    const source = save(
      'source.xlsx',
      await writeSheet({
        sheetName: '名册',
        title: '补贴性培训名册',
        columns: [
          { header: '姓名', width: 12, kind: 'text', note: '与身份证一致' },
          { header: '证件号码', width: 22, kind: 'text' },
          { header: '出生日期', width: 12, kind: 'day' },
          { header: '金额', width: 10, kind: 'money' },
          { header: '职业', width: 20, kind: 'text', list },
        ],
        rows,
      }),
    )
    folder = dirname(source)
  })

  it('gives the same text, dates and numbers after a round through .ods, where the format changes twice', async () => {
    const ods = converted(join(folder, 'source.xlsx'), 'ods')
    expect(await readSheet(ods, { originalName: 'a.ods' })).to.include({ reason: 'not-a-workbook', detail: 'ods' })
    const read = await readSheet(converted(ods, 'xlsx'), { originalName: 'a.xlsx' })
    expect(read.ok && read.header).to.deep.equal(['姓名', '证件号码', '出生日期', '金额', '职业'])
    expect(
      read.ok && read.rows.map(({ line, cells }) => [line, ...cells.map(({ kind, text }) => `${kind}:${text}`)]),
    ).to.deep.equal([
      [3, 'text:张𬍛', 'text:130632190101010025', 'date:1901-01-01', 'number:1234.5', 'blank:'],
      [4, 'text:阿卜杜·买买提', 'text:130629190101010019', 'date:1988-06-15', 'number:0.05', 'blank:'],
    ])
  })

  it('says that a file in the format of Excel 97 is one', async () => {
    const xls = converted(join(folder, 'source.xlsx'), 'xls')
    expect(await readSheet(xls, { originalName: 'a.xls' })).to.include({ reason: 'not-a-workbook', detail: 'xls' })
  })
})
