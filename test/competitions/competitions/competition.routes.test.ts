import { expect } from 'chai'
import { Competition } from '../../../src/competitions/competitions/competition.model.js'
import { CompetitionEvent } from '../../../src/competitions/events/event.model.js'
import { MarkingScheme } from '../../../src/competitions/marking-schemes/marking-scheme.model.js'
import { schemeColumns, schemeExample } from '../../../src/competitions/marking-schemes/scheme-columns.data.js'
import { csvText } from '../../../src/infra/sheets/csv.js'
import { competitionInput, saveContest, saveHost } from '../../builders/contest.js'
import { appAs, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const as = (role: 'institution-manager' | 'enterprise', organisationId: string) => appAs({ role, organisationId })
const fields = { ...competitionInput } as unknown as Record<string, string>
const event = {
  title: '砌筑工',
  occupationId: '2022:6-29-01-01',
  level: '4',
  teamSize: '1',
  minEntries: '1',
  maxEntries: '30',
  theoryWeight: '30',
  modules: 'M1 砌墙 180',
  'tie-practice': '1',
  'tie-theory': '2',
  identities: 'worker',
  minAge: '16',
  honoursBarred: 'on',
}
const scheme = (rows: readonly (readonly string[])[]) => [
  {
    name: '方案.csv',
    bytes: Buffer.from(
      csvText(
        schemeColumns.map(({ header }) => header),
        rows,
      ),
    ),
  },
]

describe('the pages of competitions', () => {
  usesDatabase()
  before(async () => void (await saveContest(makeServices(), 'draft')))

  it('lead a host from the form to the submission, and say what is missing on the way', async () => {
    const { browser } = await as('institution-manager', 'host-1')
    const wrong = await browser.post('/manage/competitions/new', {
      ...fields,
      title: '',
      entriesTo: '2022-10-01',
      contestFrom: '2022-02-30',
    })
    expect([wrong.status, wrong.text.includes('请填写竞赛名称'), wrong.text.includes('请填写日期')]).to.deep.equal([
      422,
      true,
      true,
    ])
    const order = await browser.post('/manage/competitions/new', { ...fields, entriesTo: '2022-10-01' })
    expect([order.status, order.text.includes('截止日期不能早于开始日期')]).to.deep.equal([422, true])
    const made = await browser.post('/manage/competitions/new', fields)
    const at = String(made.headers['location'])
    expect([made.status, at]).to.match(/303,\/manage\/competitions\/[0-9a-f]{24}/)
    expect((await browser.get(at)).text).to.include('添加至少一个赛项')
    expect((await browser.post(`${at}/submit`)).status).to.equal(422)
    const bad = await browser.post(`${at}/events/new`, { ...event, modules: '砌墙', 'tie-theory': '3' })
    expect([bad.status, bad.text.includes('第 1 行看不懂')]).to.deep.equal([422, true])
    const nothing = await browser.post(`${at}/events/new`, { ...event, occupationId: 'rocket-repair', level: '3' })
    expect([nothing.status, nothing.text.includes('请选择职业')]).to.deep.equal([422, true])
    expect((await browser.post(`${at}/events/new`, event)).status).to.equal(303)
    const notPdf = await browser.upload(`${at}/documents`, 'file', [{ name: 'a.pdf', bytes: Buffer.from('hello') }], {
      kind: 'notice',
      title: '通知',
    })
    expect([notPdf.status, notPdf.text.includes('请上传 PDF 文件')]).to.deep.equal([422, true])
    expect(
      (
        await browser.upload(`${at}/documents`, 'file', [{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4 x') }], {
          kind: 'notice',
          title: '通知',
        })
      ).status,
    ).to.equal(303)
    expect((await browser.post(`${at}/submit`)).status).to.equal(303)
    const id = at.split('/').at(-1)!
    expect((await browser.get(`/competitions/${id}`)).status).to.equal(404)
    const admin = await appAs('administrator')
    // Taken back, changed and handed in again meanwhile: what the New Area saw is not what it would publish.
    expect((await browser.post(`${at}/recall`)).status).to.equal(303)
    const seen = String((await Competition.findById(id).lean<{ version: number }>())!.version)
    expect((await browser.post(`${at}/edit`, { ...fields, title: '改了名的竞赛' })).status).to.equal(303)
    expect((await browser.post(`${at}/edit`, { ...fields, version: seen })).status).to.equal(409)
    expect((await browser.post(`${at}/edit`, fields)).status).to.equal(303)
    expect((await browser.post(`${at}/submit`)).status).to.equal(303)
    expect((await admin.browser.post(`${at}/publish`, { version: seen })).status).to.equal(409)
    expect((await admin.browser.post(`${at}/publish`)).status).to.equal(303)
    const open = await (await appAs('trainee')).browser.get(`/competitions/${id}`)
    expect([open.status, open.text.includes(competitionInput.title), open.text.includes('通知')]).to.deep.equal([
      200,
      true,
      true,
    ])
    const list = (query: string) => admin.browser.get(`/manage/competitions?tier=new-area&year=2022${query}`)
    expect((await list('')).text).to.match(
      /2022 年新区级竞赛[^]*目标[^]*<b>2<\/b>[^]*已办[^]*<b>0<\/b>[^]*已发布[^]*<b>1<\/b>[^]*还差 1 场/,
    )
    expect([
      (await list('&view=planned')).text.includes(`/manage/competitions/${id}"`),
      (await list('&view=held')).text.includes(`/manage/competitions/${id}"`),
    ]).to.deep.equal([true, false])
    expect((await admin.browser.get('/manage/competitions?year=2001')).status).to.equal(200)
    expect((await browser.get('/manage/competitions')).text).not.to.include('2022 年新区级竞赛')
  })

  it('load a marking scheme only when it is whole, and give the wrong rows back', async () => {
    const { eventId, host } = await saveContest(makeServices(), 'published')
    const { browser } = await appAs({ role: 'institution-manager', organisationId: host.organisationId! })
    const at = `/manage/events/${eventId}/scheme`
    expect((await browser.upload(at, 'file', scheme([['', '']]))).status).to.equal(422)
    const wrong = await browser.upload(
      at,
      'file',
      scheme([
        [...schemeExample[0]!.slice(0, 6), '60.123'],
        schemeExample[1]!.map((text, i) => (i === 3 ? 'M9' : text)),
      ]),
    )
    const preview = await browser.get(String(wrong.headers['location']))
    expect([
      preview.text.includes('最多两位小数'),
      preview.text.includes('没有模块 M9'),
      preview.text.includes('/confirm'),
    ]).to.deep.equal([true, true, false])
    const back = await browser.get(`${String(wrong.headers['location'])}/faults.xlsx`)
    expect([back.status, back.headers['content-type']]).to.deep.equal([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    const endless = await browser.upload(at, 'file', scheme(Array.from({ length: 301 }, () => schemeExample[0]!)))
    expect(endless.status).to.equal(422)
    expect(endless.text).to.include('评分方案最多 300 行，这份有 301 行')
    const short = await browser.upload(at, 'file', scheme([schemeExample[0]!]))
    expect((await browser.get(String(short.headers['location']))).text).to.include('合计应为 100，现在是 60.00')
    const right = await browser.upload(at, 'file', scheme(schemeExample))
    expect((await browser.post(`${String(right.headers['location'])}/confirm`)).status).to.equal(303)
    expect(
      (await MarkingScheme.find({ eventId, state: 'current' }).lean()).map(({ version, aspects }) => [
        version,
        aspects.length,
      ]),
    ).to.deep.equal([[1, 2]])
    expect((await browser.get(at)).text).to.include('墙面垂直度')
  })

  it('show a competition to its host, its county and the New Area, and to nobody else', async () => {
    const { competitionId, eventId, host } = await saveContest(makeServices(), 'drawn')
    await saveHost('other-1', '别的学校')
    const seen = [
      await appAs({ role: 'institution-manager', organisationId: host.organisationId! }),
      await appAs({ role: 'county-officer', region: '130629' }),
      await appAs('auditor'),
    ]
    const hidden = [
      await as('institution-manager', 'other-1'),
      await as('enterprise', 'team-1'),
      await appAs({ role: 'county-officer', region: '130632' }),
    ]
    for (const path of [
      `/manage/competitions/${competitionId}`,
      ...['', '/scheme', '/staff', '/entries', '/draws'].map((part) => `/manage/events/${eventId}${part}`),
    ]) {
      for (const { browser } of seen) expect([path, (await browser.get(path)).status]).to.deep.equal([path, 200])
      for (const { browser } of hidden) expect([path, (await browser.get(path)).status]).to.deep.equal([path, 403])
    }
    expect((await hidden[0]!.browser.post(`/manage/competitions/${competitionId}/begin`)).status).to.equal(403)
    expect((await Competition.findById(competitionId).lean())?.state).to.equal('entries-closed')
  })

  it('ask for the reason before a competition or an event is called off', async () => {
    const { competitionId, eventId } = await saveContest(makeServices(), 'published')
    const { browser } = await as('institution-manager', 'host-1')
    expect((await browser.get(`/manage/competitions/${competitionId}/cancel`)).text).to.include('取消“')
    expect((await browser.post(`/manage/events/${eventId}/cancel`, { reason: '' })).status).to.equal(422)
    expect((await browser.post(`/manage/events/${eventId}/cancel`, { reason: '没有场地' })).status).to.equal(303)
    expect((await CompetitionEvent.findById(eventId).lean())?.state).to.equal('cancelled')
    expect(
      (await browser.post(`/manage/competitions/${competitionId}/cancel`, { reason: '没有场地' })).status,
    ).to.equal(303)
    expect((await (await appAs('trainee')).browser.get(`/competitions/${competitionId}`)).text).to.include('没有场地')
  })
})
