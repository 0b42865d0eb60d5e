import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { load } from 'cheerio'
import ExcelJS from 'exceljs'
import { PersonTime } from '../../../src/counting/person-times/person-time.model.js'
import { Task, type TaskRecord } from '../../../src/office/tasks/task.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import { appAs, makeServices, type Browser } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { saveCompletion, saveCountedRun, saveTrainee, saveTrainingOrganisation } from '../../builders/person-time.js'

const address = '/reports/subsidised-training'

export async function bytesOf(
  browser: Browser,
  path: string,
): Promise<{ status: number; body: Buffer; headers: Record<string, string> }> {
  const answer = await browser.agent
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => done(null, Buffer.concat(parts)))
    })
  return { status: answer.status, body: answer.body as Buffer, headers: answer.headers as Record<string, string> }
}

const folder = mkdtempSync(join(tmpdir(), 'xs-report-'))
function textOf(pdf: Buffer): string {
  const file = join(folder, 'report.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
}

describe('/reports/subsidised-training', function () {
  this.timeout(120_000)
  usesDatabase()

  before(async () => {
    const { services } = makeServices()
    await services.policies.loadSeeds()
    await services.targets.loadSeeds()
    await saveTrainingOrganisation()
    const people: string[] = []
    for (let n = 0; n < 9; n += 1) people.push(await saveTrainee({ birthOn: n === 8 ? '2007-01-01' : '1901-05-01' }))
    const facts: [
      closedOn: string,
      region: string,
      organisationId: string,
      lineage: string | undefined,
      funding: 'subsidised' | 'self-funded',
    ][] = [
      ['2022-02-20', '130632', 'org-1', 'a', 'subsidised'],
      ['2022-07-20', '130638', 'org-2', 'b', 'subsidised'],
      ['2022-07-21', '130632', 'org-1', 'a', 'subsidised'],
      ['2022-09-01', '130629', 'org-2', undefined, 'subsidised'],
      ['2022-10-01', '130629', 'org-2', 'd', 'self-funded'],
    ]
    for (const [closedOn, region, organisationId, lineage, funding] of facts) {
      const run = await saveCountedRun({
        closedOn,
        region,
        organisationId,
        course: {
          lineage,
          funding,
          ...(lineage ? {} : { occupationId: undefined, occupationName: undefined, level: undefined }),
        },
      })
      for (const person of people) await saveCompletion(run, person)
      await Enrolment.updateOne(
        { _id: `${run}:${people[0]}` },
        { $set: { completed: false, completionReasons: ['low-attendance'] } },
      )
    }
    const open = await saveCountedRun({
      state: 'running',
      closedOn: undefined,
      endsOn: '2022-12-20',
      region: '130638',
      organisationId: 'org-2',
    })
    for (const person of people) await saveCompletion(open, person, { completed: undefined, completedOn: undefined })
    await services.personTimes.rebuild()
  })

  it('is balanced and opens every figure on a list of just that length', async () => {
    const { browser } = await appAs('administrator')
    for (const query of [
      '?year=2022',
      '?quarter=2022Q3',
      '?month=2022-07&cut=occupation',
      '?year=2022&county=130632&cut=level',
      '?year=2022&measure=social&cut=institution',
      '?year=2021',
    ]) {
      const page = load((await browser.get(address + query)).text)
      expect(page('.xa-title .xa-tag').text().trim(), query).to.equal('已平账')
      const links = page('main a[href^="/person-times?"]').toArray()
      expect(links.length, query).to.be.greaterThan(8)
      for (const href of new Set(links.map((link) => page(link).attr('href')!))) {
        const shown = links.filter((link) => page(link).attr('href') === href).map((link) => page(link).text())
        const [personTimes, people] = /([\d,]+) 人次 · ([\d,]+) 人/
          .exec(load((await browser.get(href)).text)('.xa-title .xa-mute').text())!
          .slice(1) as [string, string]
        const expected = href.includes('by=person') ? people : personTimes
        for (const text of shown) expect(/[\d,]+/.exec(text)?.[0], `${query} ${href}`).to.equal(expected)
      }
    }
  })

  it('says candidates = counted + excluded + pending, in 人次 and in 人', async () => {
    const { browser } = await appAs('administrator')
    const values = load((await browser.get(`${address}?year=2022`)).text)
    expect(
      values('.xa-eq b')
        .toArray()
        .map((one) => values(one).text()),
    ).to.deep.equal(['45', '21', '15', '9'])
    expect(
      values('.xa-eq__s')
        .toArray()
        .map((one) => values(one).text()),
    ).to.deep.equal(['9 人', '7 人', '9 人', '9 人'])
  })

  it('keeps what is self-funded out of the figure and tells it apart', async () => {
    const { browser } = await appAs('administrator')
    const page = load((await browser.get(`${address}?year=2022`)).text)
    expect(page('main').text()).to.include('不在本表内的人次').and.include('8 人次 · 8 人')
  })

  it('shows an institution and a county their own part only', async () => {
    for (const [who, candidates] of [
      [{ role: 'institution-manager', organisationId: 'org-1' }, '18'],
      [{ role: 'county-officer', region: '130629' }, '9'],
      [{ role: 'county-officer', region: '130638' }, '18'],
    ] as const) {
      const { browser } = await appAs(who)
      const page = load((await browser.get(`${address}?year=2022&institution=&county=`)).text)
      expect(page('.xa-eq b').first().text(), JSON.stringify(who)).to.equal(candidates)
      const other = load((await browser.get(`${address}?year=2022&county=130632&institution=org-2`)).text)
      expect(other('.xa-eq b').first().text()).to.equal('0')
    }
  })

  it('draws the months as an SVG, in two sizes and colours', async () => {
    const { browser } = await appAs('auditor')
    for (const [query, width, colour] of [
      ['?year=2022', '640', '#0b5f66'],
      ['?year=2022&size=small&colours=dark', '358', '#3aa0a5'],
    ]) {
      const { body, headers } = await bytesOf(browser, `${address}/chart.svg${query}`)
      expect(headers['content-type']).to.include('image/svg+xml')
      const svg = load(body.toString(), { xml: true })
      expect(svg('svg').attr('width')).to.equal(width)
      expect(body.toString()).to.include(colour).and.include('7').and.not.include('undefined')
    }
  })

  it('prints the same figures, with period, data time, filter, page x of y', async () => {
    const { browser } = await appAs('administrator')
    const { status, body } = await bytesOf(browser, `${address}/report.pdf?year=2022`)
    expect(status).to.equal(200)
    const text = textOf(body)
    for (const part of [
      '补贴性培训完成情况',
      '2022年1月1日至2022年12月31日',
      '年度目标 5,000 人次',
      '候选 45 = 计入 21 + 不计入 15 + 待定 9',
      '等于去重人数 7 人',
      '查询时间 2022-11-23 14:05',
      '筛选：全部',
      '雄安新区公共服务局',
    ]) {
      expect(text.replaceAll(/\s+/g, ' '), part).to.include(part)
    }
    for (const page of [1, 2]) expect(text.replaceAll(/\s/g, '')).to.include(`第${page}页共2页`)
  })

  it('exports the same figures', async () => {
    const { browser } = await appAs('administrator')
    const { body } = await bytesOf(browser, `${address}/report.xlsx?year=2022`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(body as unknown as ExcelJS.Buffer)
    const rows = book.worksheets[0]!.getSheetValues()
      .slice(3)
      .map((row) => (row as unknown[]).slice(2, 5))
    expect(rows.slice(0, 4)).to.deep.equal([
      ['候选', 45, 9],
      ['计入', 21, 7],
      ['不计入', 15, 9],
      ['待定', 9, 9],
    ])
  })

  it('makes a large print by a task, once however often it is delivered', async () => {
    const { browser, services } = await appAs('administrator')
    const answer = await browser.post(`${address}/print`, { year: '2022' })
    const id = answer.headers['location']!.split('/').at(-1)!
    await services.reports.print(id)
    await services.reports.print(id)
    const task = (await Task.findById(id).lean<TaskRecord>())!
    expect(task).to.include({ state: 'done', kind: 'report-print' })
    expect(task.resultName).to.equal('2022 年补贴性培训人次.pdf')
  })

  it('refuses to print what does not balance, and names the difference', async () => {
    const { browser, services } = await appAs('administrator')
    const row = await PersonTime.findOne({ verdict: 'counted', year: 2022, measure: 'subsidised' }).lean<{
      _id: string
      month: string
    }>()
    await PersonTime.collection.updateOne({ _id: row!._id as never }, { $set: { verdict: 'lost' } })
    try {
      const page = load((await browser.get(`${address}?year=2022`)).text)
      expect(page('.xa-title .xa-tag').text().trim()).to.equal('未平账')
      expect(page('main').text()).to.include('应为 45，合计 44，相差 -1')
      expect(page('main').text()).not.to.include('打印 PDF')
      const print = await browser.get(`${address}/report.pdf?year=2022`)
      expect(print.status).to.equal(422)
      expect(load(print.text)('main').text()).to.include('这份报表没有平账，不能打印').and.include('相差 -1')
      const task = (await browser.post(`${address}/print`, { year: '2022' })).headers['location']!.split('/').at(-1)!
      await services.reports.print(task)
      expect((await Task.findById(task).lean<TaskRecord>())!).to.include({ state: 'failed' })
    } finally {
      await PersonTime.collection.updateOne({ _id: row!._id as never }, { $set: { verdict: 'counted' } })
    }
  })

  it('reads in English without a missing word', async () => {
    const { browser } = await appAs('administrator')
    const text = load((await browser.get(`${address}?year=2022&lang=en`)).text)('body').text()
    expect(text).to.include('Subsidised training, 2022').and.include('Balanced')
    expect(text).not.to.match(/(reports|personTimes)\.[a-z]/)
  })

  it('is closed to trainees, judges and operators', async () => {
    for (const role of ['trainee', 'judge', 'operator'] as const) {
      const { browser } = await appAs(role)
      for (const path of ['', '/report.pdf', '/report.xlsx', '/chart.svg'])
        expect((await browser.get(address + path)).status, `${role} ${path}`).to.equal(403)
    }
  })
})
