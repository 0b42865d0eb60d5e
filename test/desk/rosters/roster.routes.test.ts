import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { appAs, type Browser } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { saveCompletion, saveCountedRun, saveTrainee } from '../../builders/person-time.js'

const folder = mkdtempSync(join(tmpdir(), 'xs-roster-'))

async function printOf(browser: Browser, path: string): Promise<{ status: number; text: string }> {
  const answer = await browser.agent
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = []
      res.on('data', (part: Buffer) => parts.push(part))
      res.on('end', () => done(null, Buffer.concat(parts)))
    })
  if (answer.status !== 200) return { status: answer.status, text: '' }
  const file = join(folder, 'roster.pdf')
  writeFileSync(file, answer.body as Buffer)
  return { status: 200, text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }) }
}

describe('/course-runs/:id/roster.pdf and sign-in.pdf', function () {
  this.timeout(60_000)
  usesDatabase()
  let run = ''
  let empty = ''

  before(async () => {
    const lesson = (on: string, kind: 'theory' | 'practice') => ({
      on,
      from: '08:30',
      to: '11:30',
      topic: '砌筑',
      kind,
      hours: 4,
      teacher: '芦长河',
      place: '安新县实训楼 203',
    })
    run = await saveCountedRun({
      assessmentBodyId: 'body-1',
      filedVersion: 3,
      lessons: [lesson('2022-03-01', 'theory'), lesson('2022-03-01', 'practice'), lesson('2022-03-02', 'theory')],
    })
    empty = await saveCountedRun()
    for (let n = 0; n < 13; n += 1) {
      const name =
        n === 0 ? '阿卜杜热西提·买买提吐尔逊·伊敏江尼' : n === 1 ? '孙喆犇' : n === 2 ? '芦\u{32000}' : '安小荷'
      await saveCompletion(run, await saveTrainee({ name }), {
        personName: name,
        tags: ['G04'],
        createdAt: new Date(1640995200000 + n),
      })
    }
  })

  it('prints everybody twelve to a page, masked, with version and page numbers', async () => {
    const { browser } = await appAs({ role: 'institution-clerk', organisationId: 'org-1' })
    const { status, text } = await printOf(browser, `/course-runs/${run}/roster.pdf`)
    expect(status).to.equal(200)
    const flat = text.replaceAll(/\s/g, '')
    for (const part of [
      '实名制花名册',
      '孙喆犇',
      '〔U+32000〕',
      '130632********0025',
      '138****1234',
      '退役军人',
      '名册版本3',
      '第1页共2页',
      '第2页共2页',
      '13安小荷',
      '伊敏江尼',
    ])
      expect(flat, part).to.include(part)
    expect(text).not.to.match(/\d{17}/)
    expect(await AuditEntry.countDocuments({ event: 'ROSTER_PRINTED', 'notes.id': run })).to.equal(1)
  })

  it('prints the sheet of the asked day, with its lessons', async () => {
    const { browser } = await appAs({ role: 'county-officer', region: '130632' })
    const flat = (await printOf(browser, `/course-runs/${run}/sign-in.pdf?on=2022-03-01`)).text.replaceAll(/\s/g, '')
    for (const part of [
      '实名制花名册与签到表',
      '2022年3月1日（星期二）',
      '第1/2次',
      '理论4+实操4学时',
      '上午签到',
      '下午签退',
      '本页应到12人',
      '本页应到1人',
      '安新县实训楼203',
    ])
      expect(flat, part).to.include(part)
  })

  it('opens to the body that examines, and to no other organisation or county', async () => {
    const outcomes: number[] = []
    for (const who of [
      { role: 'assessment-body', organisationId: 'body-1' },
      { role: 'assessment-body', organisationId: 'body-2' },
      { role: 'institution-manager', organisationId: 'org-9' },
      { role: 'county-officer', region: '130638' },
      { role: 'trainee' },
      { role: 'auditor' },
    ] as const) {
      const { browser } = await appAs(who)
      outcomes.push((await printOf(browser, `/course-runs/${run}/roster.pdf`)).status)
    }
    expect(outcomes).to.deep.equal([200, 403, 403, 403, 403, 200])
  })

  it('refuses an empty roster, and a run that is not there', async () => {
    const { browser } = await appAs('administrator')
    expect((await printOf(browser, `/course-runs/${empty}/sign-in.pdf`)).status).to.equal(422)
    expect((await printOf(browser, '/course-runs/nothing/roster.pdf')).status).to.equal(404)
  })
})
