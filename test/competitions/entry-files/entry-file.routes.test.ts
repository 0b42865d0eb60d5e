import { expect } from 'chai'
import { Competition } from '../../../src/competitions/competitions/competition.model.js'
import { Entry } from '../../../src/competitions/entries/entry.model.js'
import { entryColumns } from '../../../src/competitions/entry-files/entry-columns.data.js'
import { EntryFile } from '../../../src/competitions/entry-files/entry-file.model.js'
import { CompetitionEvent } from '../../../src/competitions/events/event.model.js'
import { csvText } from '../../../src/infra/sheets/csv.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { saveContest, saveHost, type Contest } from '../../builders/contest.js'
import { newIdNumber } from '../../builders/person.js'
import { appAs, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

type Row = readonly [team: string, name: string, idNumber: string, identity: string]
const fileOf = (...rows: readonly Row[]) => [
  {
    name: '报名.csv',
    bytes: Buffer.from(
      csvText(
        entryColumns.map(({ header }) => header),
        rows.map(([team, name, idNumber, identity]) => [team, name, '', idNumber, '', '', identity, '']),
      ),
    ),
  },
]
const worker = (name: string, team = ''): Row => [team, name, newIdNumber(), '职工']

describe('entries by file', () => {
  usesDatabase()
  let contest: Contest
  const world = makeServices()
  before(async () => {
    contest = await saveContest(world, 'entries-open', { event: { maxEntries: 3 } })
    await Competition.updateOne(
      { _id: contest.competitionId },
      { $set: { entriesTo: '2022-11-23', contestFrom: '2022-11-24' } },
    )
    await saveHost('other-9', '容城蓝天职业学校')
  })
  beforeEach(async () => {
    await Entry.deleteMany({ eventId: contest.eventId })
    await CompetitionEvent.updateOne({ _id: contest.eventId }, { $set: { entries: 0 } })
  })
  const team = async () => (await appAs({ role: 'enterprise', organisationId: 'team-1' })).browser
  const upload = (browser: Awaited<ReturnType<typeof team>>, ...rows: Row[]) =>
    browser.upload(`/events/${contest.eventId}/entry-file`, 'file', fileOf(...rows))

  it('write nothing before they are confirmed, and everything good once, however often that is pressed', async () => {
    const browser = await team()
    const people = await Person.countDocuments()
    const at = String(
      (await upload(browser, worker('安小荷'), worker('安小苇'), ['', '安小舟', '130632190101010026', '职工'])).headers[
        'location'
      ],
    )
    const preview = await browser.get(at)
    expect([
      preview.status,
      preview.text.includes('现在还没有写入任何数据'),
      preview.text.includes('证件号码不对'),
    ]).to.deep.equal([200, true, true])
    expect([await Entry.countDocuments({ eventId: contest.eventId }), await Person.countDocuments()]).to.deep.equal([
      0,
      people,
    ])
    const answers = await Promise.all([1, 2, 3].map(() => browser.post(`${at}/confirm`)))
    expect(answers.some(({ status }) => status === 303)).to.equal(true)
    expect(answers.every(({ status }) => [303, 409, 422].includes(status))).to.equal(true)
    expect((await browser.post(`${at}/confirm`)).status).to.equal(422)
    expect([
      await Entry.countDocuments({ eventId: contest.eventId, way: 'file' }),
      (await CompetitionEvent.findById(contest.eventId).lean())?.entries,
    ]).to.deep.equal([2, 2])
  })

  it('give back what is refused when it is written, with its reason beside the faults', async () => {
    const browser = await team()
    const at = String(
      (
        await upload(browser, ...['甲', '乙', '丙', '丁'].map((name) => worker(`选手${name}`)), [
          '',
          '选手戊',
          newIdNumber(),
          '路人',
        ])
      ).headers['location'],
    )
    expect((await browser.post(`${at}/confirm`)).status).to.equal(303)
    expect(
      (await EntryFile.findById(at.split('/').at(-1)).lean())?.refused.map(({ part: index, code }) => [index, code]),
    ).to.deep.equal([[3, 'entries.event-full']])
    const after = await browser.get(at)
    expect([after.text.includes('已报满 3 人（队）'), after.text.includes('填职工、学生或教师')]).to.deep.equal([
      true,
      true,
    ])
    const faults = await browser.get(`${at}/faults.xlsx`)
    expect([faults.status, faults.headers['content-type']]).to.deep.equal([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
  })

  it('belong to the organisation that sent them', async () => {
    const at = String((await upload(await team(), worker('安小渔'), worker('安'))).headers['location'])
    const { browser } = await appAs({ role: 'institution-manager', organisationId: 'other-9' })
    for (const path of [at, `${at}/faults.xlsx`])
      expect([path, (await browser.get(path)).status]).to.deep.equal([path, 403])
    expect((await browser.post(`${at}/confirm`)).status).to.equal(403)
    expect(await Entry.countDocuments({ eventId: contest.eventId })).to.equal(0)
  })

  it('keep no ID number that can be read in the database', async () => {
    const row = worker('安小渔')
    await upload(await team(), row)
    expect(JSON.stringify(await EntryFile.find().lean())).not.to.include(row[2])
  })

  it('say what is wrong with a file that is no list', async () => {
    const browser = await team()
    const path = `/events/${contest.eventId}/entry-file`
    const send = async (name: string, text: string | Buffer) =>
      browser.upload(path, 'file', [{ name, bytes: Buffer.from(text) }])
    const header = entryColumns.map(({ header: one }) => one).join(',')
    const many = csvText(
      entryColumns.map(({ header: one }) => one),
      Array.from({ length: 301 }, () => ['', '安小荷', '', '1', '', '', '职工', '']),
    )
    const cases: [string, Awaited<ReturnType<typeof send>>, string][] = [
      ['nothing', await browser.post(path), '请选择'],
      ['a picture', await send('a.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])), '这不是 Excel 工作簿'],
      ['other columns', await send('a.csv', '姓名,电话\n安小荷,1'), '文件缺少'],
      ['only a header', await send('a.csv', `${header}\n`), '文件是空的'],
      ['more rows than it takes', await send('a.csv', many), '最多 300 行'],
    ]
    for (const [name, { status, text }, sentence] of cases)
      expect([name, status, text.includes(sentence)]).to.deep.equal([name, 422, true])
  })
})
