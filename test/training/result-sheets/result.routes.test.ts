import { expect } from 'chai'
import ExcelJS from 'exceljs'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import { loadBasics, putInState } from '../../builders/course.js'
import { passed, saveTaughtRun } from '../../builders/enrolment.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { makeServices } from '../../support/app.js'

const now = '2022-12-31T04:00:00Z'
const personOf = (enrolment: string) => enrolment.split(':')[1]!
const boxes = (enrolment: string, values: Record<string, string | number>, version?: number) =>
  Object.fromEntries([
    ...Object.entries(values).map(([field, value]) => [`${field}.${personOf(enrolment)}`, String(value)]),
    ...(version === undefined ? [] : [[`version.${personOf(enrolment)}`, String(version)]]),
  ])

describe('the results of a class', function () {
  this.timeout(30_000)
  usesDatabase()
  before(() => loadBasics(makeServices().services))

  async function clerk(
    names?: readonly string[],
    state?: string,
    role: 'institution-manager' | 'institution-clerk' = 'institution-manager',
  ) {
    const run = await saveTaughtRun(names, state)
    const app = await appAs({ role, organisationId: run.manager.organisationId! }, { now })
    const versions = async () =>
      Object.fromEntries(
        (await Enrolment.find({ courseRunId: run.id }).lean()).map((row) => [
          String(row._id),
          (row as unknown as { version: number }).version,
        ]),
      )
    return { ...run, ...app, page: `/course-runs/${run.id}/results`, versions }
  }

  it('are typed into one form and saved', async () => {
    const { browser, page, ids, versions } = await clerk()
    const first = (await browser.get(page)).text
    expect(first)
      .to.include(`name="theoryScore.${personOf(ids[0]!)}"`)
      .and.include('未录齐')
    const seen = await versions()
    const answer = await browser.post(page, {
      ...boxes(ids[0]!, passed, seen[ids[0]!]),
      ...boxes(ids[1]!, { ...passed, theoryScore: 59 }, seen[ids[1]!]),
    })
    expect(answer.status).to.equal(303)
    const saved = (await browser.get(page)).text
    expect(saved)
      .to.include('已保存 2 人')
      .and.include('可结业')
      .and.include('理论不合格')
      .and.include('2 / 2 人已录齐')
  })

  it('show every error beside its box, keep what was typed and write nothing', async () => {
    const { browser, page, ids, versions } = await clerk()
    const seen = await versions()
    const answer = await browser.post(page, {
      ...boxes(ids[0]!, { ...passed, theoryScore: 'abc', attendedTheoryHours: 21 }, seen[ids[0]!]),
      ...boxes(ids[1]!, { theoryScore: 80, absent: 'on' }, seen[ids[1]!]),
    })
    expect(answer.status).to.equal(422)
    for (const text of [
      '有 3 处要改',
      '请填数字',
      '最多 20 学时',
      '缺考不能有成绩',
      'value="abc"',
      `href="#theoryScore-${personOf(ids[0]!)}"`,
    ])
      expect(answer.text).to.include(text)
    expect((await Enrolment.findById(ids[0]).lean())?.practiceScore).to.equal(undefined)
  })

  it('are not lost when somebody else saved first: both values stand side by side', async () => {
    const { browser, page, ids, versions, services, manager, id } = await clerk()
    const seen = await versions()
    await services.results.save(id, [{ enrolmentId: ids[0]!, theoryScore: 90 }], manager)
    const answer = await browser.post(page, boxes(ids[0]!, { theoryScore: 60 }, seen[ids[0]!]))
    expect(answer.status).to.equal(409)
    expect(answer.text).to.include('安小荷').and.include('别人刚改过，现在是 90').and.include('value="60"')
    expect((await Enrolment.findById(ids[0]).lean())?.theoryScore).to.equal(90)
    const again = await browser.post(page, boxes(ids[0]!, { theoryScore: 60 }, (await versions())[ids[0]!]))
    expect([again.status, (await Enrolment.findById(ids[0]).lean())?.theoryScore]).to.deep.equal([303, 60])
  })

  it('take attendance while the course is taught, and say why marks wait', async () => {
    const { browser, page, ids, versions, id } = await clerk(['安小荷'], 'running')
    expect((await browser.get(page)).text)
      .to.include('先结束教学，再录入成绩')
      .and.not.include('name="theoryScore.')
    const answer = await browser.post(
      `/course-runs/${id}/attendance`,
      boxes(ids[0]!, { attendedTheoryHours: 8, attendedPracticeHours: '12.5' }, (await versions())[ids[0]!]),
    )
    expect([answer.status, (await Enrolment.findById(ids[0]).lean())?.attendedPracticeHours]).to.deep.equal([303, 12.5])
  })

  it('fill the empty boxes of attendance with all hours, and save nothing', async () => {
    const { browser, ids, id } = await clerk(['安小荷'], 'running')
    const page = `/course-runs/${id}/attendance`
    const answer = await browser.post(page, { ...boxes(ids[0]!, { attendedTheoryHours: 8 }, 0), act: 'full' })
    const box = (field: string, value: number) => new RegExp(`name="${field}\\.[^>]*value="${value}"`)
    expect(answer.text)
      .to.match(box('attendedTheoryHours', 8))
      .and.match(box('attendedPracticeHours', 60))
      .and.include('还没有保存')
      .and.not.include(`href="/people/${personOf(ids[0]!)}"`)
    expect([answer.status, (await Enrolment.findById(ids[0]).lean())?.attendedTheoryHours]).to.deep.equal([
      200,
      undefined,
    ])
  })

  it('come from the sheet of the run, which fills the form and saves nothing', async () => {
    const { browser, page, ids } = await clerk()
    const download = await browser.agent
      .get(`${page}/file`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)))
      })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(download.body as never)
    const sheet = book.worksheets[0]!
    const line = [2, 3].find((number) => sheet.getRow(number).getCell(1).text === personOf(ids[0]!))!
    for (const [column, value] of [
      [4, 20],
      [5, 58],
      [6, 82.5],
      [7, 101],
    ] as const)
      sheet.getRow(line).getCell(column).value = value
    sheet.addRow(['', '田苇', '', 1, 1, 1, 1])
    const answer = await browser.upload(`${page}/file`, 'file', [
      { name: '成绩.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) },
    ])
    expect(answer.status).to.equal(422)
    for (const text of [
      '已从文件读入 2 人，还没有保存',
      '第 4 行：田苇不在本班名册',
      '最多 100 分',
      'value="82.5"',
      'name="source" value="imported"',
    ])
      expect(answer.text).to.include(text)
    expect((await Enrolment.findById(ids[0]).lean())?.theoryScore).to.equal(undefined)
  })

  it('close the run after a page that says who completes and why the others do not', async () => {
    const { browser, id, ids, services, manager } = await clerk()
    await services.results.save(id, [{ enrolmentId: ids[0]!, ...passed }], manager)
    const early = await browser.get(`/course-runs/${id}/close`)
    expect(early.text)
      .to.include('还不能结业：1 人没有录齐')
      .and.include('马长海')
      .and.not.include('btn-primary btn-lg">结业')
    expect((await browser.post(`/course-runs/${id}/close`)).status).to.equal(422)
    await services.results.save(id, [{ enrolmentId: ids[1]!, ...passed, practiceScore: 40 }], manager)
    const ready = (await browser.get(`/course-runs/${id}/close`)).text
    for (const text of ['1 人结业', '实操不合格', '出勤不低于 80%', '样例']) expect(ready).to.include(text)
    const answer = await browser.post(`/course-runs/${id}/close`)
    expect(answer.headers['location']).to.equal(`/course-runs/${id}`)
    expect((await services.courseRuns.get(id)).state).to.equal('closed')
    expect((await browser.get(`/course-runs/${id}/results`)).text)
      .to.include('未结业')
      .and.include('更正')
      .and.not.include('name="theoryScore.')
  })

  it('are corrected by the manager on a page that keeps the old value in sight', async () => {
    const { browser, id, ids, services, manager } = await clerk(['安小荷'])
    await services.results.save(id, [{ enrolmentId: ids[0]!, ...passed, theoryScore: 55 }], manager)
    await services.results.close(id, manager)
    const address = `/course-runs/${id}/results/correct`
    const form = (await browser.get(`${address}?person=${personOf(ids[0]!)}`)).text
    expect(form).to.include('更正安小荷的成绩').and.include('原来 55')
    const version = /name="version" value="(\d+)"/.exec(form)![1]!
    const typed = {
      person: personOf(ids[0]!),
      version,
      attendedTheoryHours: '20',
      attendedPracticeHours: '58',
      theoryScore: '65',
      practiceScore: '78',
    }
    const without = await browser.post(address, typed)
    expect([without.status, without.text.includes('请写明原因'), without.text.includes('value="65"')]).to.deep.equal([
      422,
      true,
      true,
    ])
    expect((await browser.post(address, { ...typed, reason: '第 3 题漏加 10 分' })).status).to.equal(303)
    expect((await Enrolment.findById(ids[0]).lean())?.completed).to.equal(true)
    expect((await browser.get(`/course-runs/${id}/results`)).text)
      .to.include('已结业')
      .and.include('已更正 1 次')
  })

  it('open to those who may look, and to nobody else', async () => {
    const { id, ids, bodyId, officer } = await clerk()
    const page = `/course-runs/${id}/results`
    const asked = async (who: Parameters<typeof appAs>[0]) => {
      const { browser } = await appAs(who, { now })
      const shown = await browser.get(page)
      return [
        shown.status,
        shown.text.includes('name="theoryScore.'),
        shown.text.includes('name="attendedTheoryHours.'),
        (await browser.post(page, boxes(ids[0]!, { theoryScore: 1 }, 0))).status,
      ]
    }
    expect(await asked({ role: 'county-officer', region: officer.region! })).to.deep.equal([200, false, false, 403])
    expect(await asked({ role: 'auditor' })).to.deep.equal([200, false, false, 403])
    expect((await asked({ role: 'assessment-body', organisationId: bodyId })).slice(0, 3)).to.deep.equal([
      200,
      true,
      false,
    ])
    expect((await asked({ role: 'institution-manager', organisationId: 'other' }))[0]).to.equal(403)
    expect((await asked('trainee'))[0]).to.equal(403)
    await putInState(id, 'closed')
    const { browser } = await appAs(
      { role: 'institution-clerk', organisationId: (await makeServices().services.courseRuns.get(id)).organisationId },
      { now },
    )
    expect((await browser.get(`${page}/correct?person=${personOf(ids[0]!)}`)).status).to.equal(403)
  })
})
