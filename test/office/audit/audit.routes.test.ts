import { expect } from 'chai'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { appAs, type Browser } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'

describe('audit routes', () => {
  usesDatabase()
  let browser: Browser
  before(async () => {
    ;({ browser } = await appAs('auditor'))
    await empty('audit-entries')
    const entry = (at: string, event: string, actorName: string, status?: number) => ({
      _id: `${event}-${at}`,
      at: new Date(at),
      event,
      actorName,
      status,
      notes: [],
    })
    await AuditEntry.create([
      entry('2022-11-21T15:59:59Z', 'COURSE_CREATED', '顾北辰'),
      entry('2022-11-21T16:00:00Z', 'COURSE_EDITED', '顾北辰'),
      entry('2022-11-22T15:59:59Z', 'PERSON_NUMBER_REVEALED', '林舒'),
      entry('2022-11-22T16:00:00Z', 'COURSE_RUN_DECIDED', '林舒', 403),
    ])
  })
  // The page itself is an entry of its own, so only what was laid down is looked at.
  const found = async (query: string) => {
    const { text } = await browser.get(`/audit?${query}`)
    return ['建立课程草稿', '修改课程', '查看完整号码', '审核开班'].filter((words) => text.includes(words))
  }

  for (const [name, query, words] of [
    ['a day, from its first to its last second here', 'from=2022-11-22&to=2022-11-22', ['修改课程', '查看完整号码']],
    ['a person', 'person=顾北辰', ['建立课程草稿', '修改课程']],
    ['the beginning of a code', 'event=course_e', ['修改课程']],
    ['reveals of personal data', 'view=reveals', ['查看完整号码']],
    ['refusals', 'view=refusals', ['审核开班']],
  ] as const)
    it(`find by ${name}`, async () => {
      expect(await found(encodeURI(query))).to.deep.equal(words)
    })

  it('take signs of a pattern for what they are', async () => {
    expect(await found(`event=${encodeURIComponent('.*')}`)).to.deep.equal([])
  })

  it('tell what was noted in words, and keep the code of a made id short', async () => {
    const id = '6b0a83e58cf33f6a64fdb588'
    await AuditEntry.create([
      {
        _id: 'noted',
        at: new Date('2021-01-01T00:00:00Z'),
        event: 'REPORT_PRINTED',
        notes: [
          { subject: 'report', id: 'subsidised', details: { year: 2022, county: '130629', measure: 'subsidised' } },
        ],
      },
      {
        _id: 'revoked',
        at: new Date('2021-01-01T00:00:01Z'),
        event: 'CERTIFICATE_REVOKED',
        notes: [{ subject: 'certificate', id, details: { state: 'revoked', reason: 'issued-in-error', sourceId: id } }],
      },
    ])
    const { text } = await browser.get('/audit?from=2021-01-01&to=2021-01-01')
    for (const words of [
      '报表 补贴性培训',
      '年份 2022；县 容城县；口径 补贴性培训',
      '证书 …fdb588',
      '已撤销；原因 误发；来源 …fdb588',
    ])
      expect(text).to.include(words)
  })

  it('offer no way to change an entry', async () => {
    expect((await browser.post('/audit')).status).to.be.within(403, 405)
  })
})
