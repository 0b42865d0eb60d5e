import { expect } from 'chai'
import iconv from 'iconv-lite'
import { readSheet } from '../../../src/infra/sheet-reading/read-sheet.js'
import { writeSheet } from '../../../src/infra/sheets/write-sheet.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import { RosterRow } from '../../../src/training/roster-imports/roster-import.model.js'
import { rosterColumns } from '../../../src/training/roster-files/roster-columns.data.js'
import { loadBasics, putInState, saveInstitution, saveRun } from '../../builders/course.js'
import { newIdNumber } from '../../builders/person.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'
import { hasOffice, throughOffice } from '../../support/office.js'
import { scratchFolder } from '../../support/scratch.js'

const category = '农村转移就业劳动者'
type Line = Partial<
  Record<'name' | 'idType' | 'idNumber' | 'sex' | 'birthOn' | 'phone' | 'category' | 'tags' | 'residence', string>
>
const cells = (line: Line) => rosterColumns.map(({ key }) => line[key] ?? '')
const sheetOf = (...lines: Line[]) =>
  writeSheet({
    sheetName: '名册',
    columns: rosterColumns.map(({ header, width }) => ({ header, width, kind: 'text' })),
    rows: lines.map(cells),
  })
const csvOf = (...lines: Line[]) =>
  [rosterColumns.map(({ header }) => header), ...lines.map(cells)].map((row) => row.join(',')).join('\r\n')
const person = (more: Line = {}): Line => ({ name: '安小荷', idNumber: newIdNumber(), category, ...more })

describe('importing a roster', function () {
  this.timeout(60_000)
  usesDatabase()
  const save = scratchFolder()

  async function clerk(until: 'draft' | 'filed' = 'draft') {
    const organisationId = await saveInstitution()
    const app = await appAs({ role: 'institution-manager', organisationId, name: '刘海峰' })
    await loadBasics(app.services)
    const { id } = await saveRun(app.services, { until, manager: app.actor })
    const upload = async (name: string, bytes: Buffer | string) =>
      app.browser.upload(`/course-runs/${id}/import`, 'file', [{ name, bytes: Buffer.from(bytes) }])
    const check = async (name: string, bytes: Buffer | string) => {
      const answer = await upload(name, bytes)
      expect(
        [answer.status, answer.headers['location']],
        answer.text
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .slice(-600),
      ).to.satisfy(([status, to]: [number, string]) => status === 303 && /^\/imports\/[0-9a-f]{24}$/.test(to))
      const href = String(answer.headers['location'])
      return { href, importId: href.slice(-24), page: (await app.browser.get(href)).text }
    }
    return { ...app, id, upload, check }
  }
  const figuresOf = (page: string) => [...page.matchAll(/xa-fig__v"><b>([\d,]+)</g)].map(([, value]) => value).join(' ')

  it('goes from the template over the check to the roster, as LibreOffice saves it', async function () {
    if (!hasOffice) return this.skip()
    const { browser, id, check, ...app } = await clerk()
    const template = await browser.agent
      .get(`/course-runs/${id}/import/template.xlsx`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)))
      })
    expect(template.headers['content-disposition']).to.include('filename*=')
    const head = await readSheet(save('template.xlsx', template.body as Buffer), { originalName: 'a.xlsx' })
    expect(head.ok && [head.header.slice(0, 3), head.rows.length]).to.deep.equal([
      ['姓名*', '证件类型', '证件号码*'],
      1,
    ])

    const filled = throughOffice(
      await sheetOf(
        { name: '安小荷（示例）', idNumber: '130632190101010025', category },
        person(),
        person({ name: '马长海', phone: '13800001234', birthOn: '1901-05-01' }),
        person({ name: '', idNumber: '130632190105010020' }),
      ),
      'xlsx',
      'ods',
      'xlsx',
    )
    const { href, importId, page } = await check('学员名单.xlsx', filled)
    expect(figuresOf(page)).to.equal('2 0 0 1')
    expect(page)
      .to.include('学员名单.xlsx')
      .and.include('现在还没有写入任何数据')
      .and.include('导入 2 行，跳过 1 行错误')
    expect(await Enrolment.countDocuments({ courseRunId: id })).to.equal(0)
    const confirmed = await browser.post(`${href}/confirm`)
    expect(confirmed.headers['location']).to.match(/^\/tasks\//)
    expect((await browser.post(`${href}/confirm`)).headers['location']).to.equal(confirmed.headers['location'])
    await deliverAll(app, 'imports.write-roster')
    expect((await browser.get(String(confirmed.headers['location']))).text).to.include(`href="${href}"`)
    const roster = (await browser.get(`/course-runs/${id}/roster`)).text
    expect(roster).to.include('安小荷').and.include('马长海').and.include('学员名单.xlsx').and.not.include('示例')
    expect((await browser.get(href)).text).to.include('已加入本班')
    expect(await Enrolment.countDocuments({ courseRunId: id, importId })).to.equal(2)
  })

  it('says of every fault what to do, errors before changes', async () => {
    const { check } = await clerk()
    const twice = newIdNumber()
    const { page } = await check(
      'a.csv',
      csvOf(
        person({ idNumber: '130632190101010020' }),
        person({ idNumber: '13063219010101002', phone: '1380000123' }),
        person({ birthOn: '1901-02-30' }),
        person({ idNumber: twice }),
        person({ idNumber: twice }),
        person({ category: '村民' }),
        person(),
      ),
    )
    expect(figuresOf(page)).to.equal('2 0 0 5')
    for (const text of [
      '5 行有错，共 6 处',
      '最后一位应为 5，请核对身份证',
      '应为 18 位，现在是 17 位',
      '现在是 10 位，请填写 11 位手机号码',
      '没有这一天，请按',
      '与第 5 行重复，请删去一行',
      '没有“村民”这一类',
    ])
      expect(page).to.include(text)
  })

  it('refuses numbers that were typed as numbers, in a workbook that LibreOffice made of them', async function () {
    if (!hasOffice) return this.skip()
    const { check } = await clerk()
    const { page } = await check(
      'a.xlsx',
      throughOffice(Buffer.from(csvOf(person({ idNumber: '130632190101010025' }))), 'csv', 'xlsx'),
    )
    expect(page).to.include('请把该列设为文本').and.include('每一行都有错，没有可以导入的').and.not.include('导入 0 行')
  })

  it('reads CSV of three encodings', async () => {
    const { check } = await clerk()
    const text = csvOf(person({ name: '张𬱖' }), person({ name: '马长海' }))
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      iconv.encode(csvOf(person({ name: '马长海' }), person({ name: '田苇' })), 'gbk'),
    ]) {
      const { page, importId } = await check('名册.csv', bytes)
      expect(figuresOf(page)).to.equal('2 0 0 0')
      expect((await RosterRow.findOne({ importId }).sort({ line: 1 }).lean())?.name).to.match(/张𬱖|马长海/)
    }
  })

  const wrong: readonly [name: string, file: string, bytes: string | Buffer, sentence: string][] = [
    ['no file', '', '', '请选择文件'],
    ['a text with the name of a workbook', 'a.xlsx', '姓名,证件号码', '这不是 Excel 工作簿'],
    ['an old workbook', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '这不是 Excel 工作簿'],
    ['a broken workbook', 'a.xlsx', Buffer.from('PK\x03\x04nothing'), '文件已损坏'],
    ['an empty file', 'a.csv', '', '文件是空的'],
    ['only a header', 'a.csv', '姓名,证件号码,人员类别', '文件是空的'],
    [
      'a table of something else',
      'a.csv',
      '上课日期,课时\n2022-03-01,4',
      '请使用最新模板：文件缺少“姓名、证件号码、人员类别”列',
    ],
    ['a column too few', 'a.csv', `姓名,证件号码\n安小荷,130632190101010025`, '文件缺少“人员类别”列'],
    ['a column twice', 'a.csv', `姓名,证件号码,人员类别,身份证号\n安小荷,1,G05,2`, '“身份证号”列重复了'],
  ]
  for (const [name, file, bytes, sentence] of wrong) {
    it(`answers ${name} in the form: ${sentence}`, async () => {
      const { upload, browser, id } = await clerk()
      const answer = file ? await upload(file, bytes) : await browser.upload(`/course-runs/${id}/import`, 'file', [])
      expect([answer.status, answer.text.includes(sentence)]).to.deep.equal([422, true])
      expect(answer.text).to.include('href="#file"')
    })
  }

  it('takes columns in another order and names those that it does not use', async () => {
    const { check } = await clerk()
    const { page } = await check('a.csv', `民族,人员类别,身份证号,学员姓名\n汉,${category},${newIdNumber()},安小荷`)
    expect([figuresOf(page), page.includes('这几列没有用到：民族')]).to.deep.equal(['1 0 0 0', true])
  })

  it('gives back the wrong lines in the same layout with the reasons, and takes them when mended', async () => {
    const { browser, check, ...app } = await clerk()
    const [good, bad] = [person(), person({ name: '', phone: '138 0000' })]
    const { href } = await check('a.xlsx', await sheetOf(good, bad))
    await browser.post(`${href}/confirm`)
    await deliverAll(app, 'imports.write-roster')
    const returned = await browser.agent
      .get(`${href}/faults.xlsx`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)))
      })
    const sheet = await readSheet(save('faults.xlsx', returned.body as Buffer), { originalName: 'a.xlsx' })
    if (!sheet.ok) throw new Error(sheet.reason)
    expect([
      sheet.header.at(-1),
      sheet.rows.length,
      sheet.rows[0]!.cells[2]!.text,
      sheet.rows[0]!.cells[5]!.text,
    ]).to.deep.equal(['错误原因', 1, bad.idNumber, '138 0000'])
    expect(sheet.rows[0]!.cells.at(-1)!.text).to.equal('姓名：请填写姓名；手机号码：现在是 7 位，请填写 11 位手机号码')
    const mended = await check('错误行.xlsx', await sheetOf({ ...bad, name: '田苇', phone: '13800001234' }, good))
    expect(figuresOf(mended.page)).to.equal('1 0 1 0')
  })

  it('shows new and unchanged lines behind their figure, page by page', async () => {
    const { check, browser } = await clerk()
    const { href } = await check(
      'a.csv',
      csvOf(...Array.from({ length: 60 }, () => person({ name: '' })), person({ name: '田苇' })),
    )
    expect((await browser.get(`${href}?show=new`)).text).to.include('田苇')
    expect((await browser.get(`${href}?show=fault&page=2`)).text).to.include('第 51')
    expect((await browser.get(`${href}?show=fault&page=9`)).headers['location']).to.equal(`${href}?show=fault&page=2`)
  })

  it('is withdrawn after a question, and refused once a third of the lessons has passed', async () => {
    const { browser, check, id, ...app } = await clerk()
    const { href } = await check('a.csv', csvOf(person(), person({ name: '马长海' })))
    await browser.post(`${href}/confirm`)
    await deliverAll(app, 'imports.write-roster')
    expect((await browser.get(`${href}/withdraw`)).text).to.include('2 人将退出名册')
    expect((await browser.post(`${href}/withdraw`)).headers['location']).to.equal(`/course-runs/${id}/roster`)
    expect([
      await Enrolment.countDocuments({ courseRunId: id, state: 'enrolled' }),
      await Person.countDocuments({ _id: { $in: await Enrolment.distinct('personId', { courseRunId: id }) } }),
    ]).to.deep.equal([0, 2])
    await putInState(id, 'closed')
    expect((await browser.get(`/course-runs/${id}/import`)).text).to.include('这个班现在的状态不能改名册')
  })

  it('is closed to other institutions and to officers', async () => {
    const { check } = await clerk()
    const { href } = await check('a.csv', csvOf(person()))
    for (const who of [{ role: 'institution-clerk', organisationId: 'other' }, { role: 'administrator' }] as const) {
      const { browser } = await appAs(who)
      expect([
        (await browser.get(href)).status,
        (await browser.post(`${href}/confirm`)).status,
        (await browser.get(`${href}/faults.xlsx`)).status,
      ]).to.deep.equal([403, 403, 403])
    }
  })
})
