import { expect } from 'chai'
import { AwardTable, AwardTableSlot } from '../../../src/competitions/award-tables/award-table.model.js'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import type { Services } from '../../../src/services.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { appAs, appFor, saveActor, type Browser } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const address = '/award-tables/new'
const head = { tiers: ['new-area'], from: '2023-01-01', clause: '雄就社领发〔2022〕1号 四(四)5', origin: 'own' }
const prize = {
  kind: 'prize',
  ...head,
  minTotal: '65.5',
  'count-first': '2',
  'least-first': '4',
  'share-excellence': '40',
  'least-excellence': '10',
}
const promotion = {
  kind: 'promotion',
  ...head,
  passMark: '60',
  minEntries: '8',
  identities: ['worker', 'student'],
  'team-0': '1',
  'rankFrom-0': '1',
  'rankTo-0': '3',
  'target-0': '5',
  'target-1': '',
  'prize-2': 'excellence',
  'presentFrom-2': '3',
  'target-2': 'up-1',
  'atMost-2': '5',
}

describe('a new table of awards', () => {
  usesDatabase()
  let browser: Browser
  let services: Services
  let actor: Actor
  before(async () => {
    ;({ browser, services, actor } = await appAs('administrator'))
    await services.awardTables.loadSeeds()
  })
  const rows = () => AwardTable.countDocuments()

  it('is loaded first from the data, once', async () => {
    await services.awardTables.loadSeeds()
    expect([await rows(), await AwardTableSlot.countDocuments()]).to.deep.equal([4, 10])
  })

  it('begins with the lines of the row in force', async () => {
    const page = (await browser.get(`${address}?kind=promotion&like=promotion-2021-01-01-provincial`)).text
    expect(page).to.match(/name="rankTo-3"[^>]*value="20"|value="20"[^>]*name="rankTo-3"/)
    expect(page).to.contain('2021年1月1日').and.contain('target-8').and.not.contain('target-9')
    expect((await browser.get(`${address}?kind=prize`)).text).to.match(/name="share-excellence"[^>]*value="50"/)
    expect((await browser.get(address)).text).to.contain('要登记哪一种表')
  })

  for (const [name, wrong, sentence] of [
    ['no tier', { tiers: '' }, '请至少勾选一个级别'],
    ['a tier that does not exist', { tiers: 'moon' }, '请至少勾选一个级别'],
    ['a day that does not exist', { from: '2023-02-30' }, '请填写施行日期'],
    ['no clause', { clause: ' ' }, '请填写依据的文号和条款'],
    ['no origin', { origin: '' }, '请选择是正式规定还是样例'],
    ['a mark above 100', { minTotal: '100.01' }, '总分请填 0 到 100'],
    [
      'no lines',
      { 'count-first': '', 'least-first': '', 'share-excellence': '', 'least-excellence': '' },
      '请至少填写一行',
    ],
    ['half a place', { 'count-first': '1.5' }, '第 1 行：请填 1 到 200 的整数'],
    ['a share above the whole', { 'share-excellence': '101' }, '第 4 行：请填 1 到 100 的整数'],
    ['places and a share', { 'share-first': '10' }, '第 1 行：名额和比例只能填一个'],
    ['neither places nor a share', { 'least-third': '3' }, '第 3 行：请填名额，或者填比例'],
    ['no least entries', { 'least-first': '' }, '第 1 行：请填最少参赛人数'],
    ['a share that gives nobody', { 'share-second': '50', 'least-second': '1' }, '第 4 行：比例要比前面奖项的大'],
  ] as const)
    it(`of prizes is refused with ${name}, and nothing is written`, async () => {
      const before = await rows()
      const answer = await browser.post(address, { ...prize, ...wrong })
      expect([answer.status, await rows(), await AwardTableSlot.countDocuments()]).to.deep.equal([422, before, 10])
      expect(answer.text).to.contain(sentence).and.contain('xa-summary')
    })

  for (const [name, wrong, sentence] of [
    ['no identity', { identities: '' }, '请至少勾选一种参赛身份'],
    ['least entries of 0', { minEntries: '0' }, '最少参赛人数请填 1 到 1000'],
    ['no pass mark', { passMark: '' }, '总分请填 0 到 100'],
    [
      'no lines',
      {
        'team-0': '',
        'rankFrom-0': '',
        'rankTo-0': '',
        'target-0': '',
        'prize-2': '',
        'presentFrom-2': '',
        'target-2': '',
        'atMost-2': '',
      },
      '请至少填写一行',
    ],
    ['a line without its level', { 'team-1': '2' }, '第 2 行：请选择建议晋升到哪一级'],
    ['a rank of 0', { 'rankFrom-0': '0' }, '第 1 行：请填 1 到 999 的整数'],
    ['ranks the wrong way round', { 'rankTo-0': '3', 'rankFrom-0': '4' }, '第 1 行：名次请从小到大填'],
    ['levels the wrong way round', { 'presentTo-2': '2' }, '第 3 行：现有等级请从低到高选'],
    ['a level above the highest', { 'atMost-0': '4' }, '第 1 行：建议等级高于“最高到”的等级'],
    ['a level that its people hold', { 'presentFrom-2': '5' }, '第 3 行：建议等级不高于现有等级'],
    ['a level that does not exist', { 'target-0': '9' }, '第 1 行：请从列表里选择'],
    ['a team of four', { 'team-0': '4' }, '第 1 行：请从列表里选择'],
  ] as const)
    it(`of promotion is refused with ${name}, and nothing is written`, async () => {
      const answer = await browser.post(address, { ...promotion, ...wrong })
      expect([answer.status, await rows(), await AwardTableSlot.countDocuments()]).to.deep.equal([422, 4, 10])
      expect(answer.text).to.contain(sentence).and.contain('xa-summary')
    })

  it('asks again which kind is meant, and gives more lines when asked', async () => {
    expect((await browser.post(address, { ...prize, kind: 'medals' })).status).to.equal(422)
    const more = await browser.post(address, { ...promotion, act: 'more' })
    expect([more.status, await rows()]).to.deep.equal([200, 4])
    expect(more.text)
      .to.contain('name="target-5"')
      .and.match(/name="rankTo-0"[^>]*value="3"/)
  })

  it('is written with its lines, stands beside the old one, and is entered in the trail', async () => {
    const answer = await browser.post(address, prize)
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, '/award-tables/prize-2023-01-01-new-area'])
    const row = await AwardTable.findById('prize-2023-01-01-new-area').lean()
    expect(row).to.deep.include({
      tiers: ['new-area'],
      sample: false,
      createdBy: actor.id,
      table: {
        minTotal: 6550,
        lines: [
          { prize: 'first', count: 2, minEntries: 4 },
          { prize: 'excellence', share: 40, minEntries: 10 },
        ],
      },
    })
    expect((await services.awardTables.on('prize', 'new-area', '2022-12-31'))?._id).to.equal(
      'prize-2021-01-01-national-1',
    )
    expect((await services.awardTables.on('prize', 'new-area', '2023-01-01'))?._id).to.equal(row!._id)
    expect(await AuditEntry.countDocuments({ event: 'AWARD_TABLE_ADDED', 'notes.id': row!._id })).to.equal(1)
    const page = (await browser.get(`/award-tables/${row!._id}`)).text
    expect(page).to.contain('65.50 分').and.contain('到排名前 40%').and.contain('将施行')
  })

  it('of promotion keeps the conditions of each line', async () => {
    expect((await browser.post(address, promotion)).status).to.equal(303)
    expect((await AwardTable.findById('promotion-2023-01-01-new-area').lean())!.table).to.deep.equal({
      passMark: 6000,
      minEntries: 8,
      identities: ['worker', 'student'],
      lines: [
        { teamSize: 1, rankFrom: 1, rankTo: 3, to: 5 },
        { prizes: ['excellence'], presentFrom: 3, up: 1, atMost: 5 },
      ],
    })
    const list = (await browser.get('/award-tables')).text
    expect(list).to.contain('二级/技师、提高 1 级，最高到 二级/技师').and.contain('雄就社领发〔2022〕1号')
  })

  it('of promotion may say that nothing is proposed, whatever its lines say', async () => {
    const none = { ...promotion, from: '2023-06-01', none: '1', passMark: '', identities: '', 'target-1': '9' }
    const answer = await browser.post(address, none)
    expect([answer.status, answer.headers['location']]).to.deep.equal([
      303,
      '/award-tables/promotion-2023-06-01-new-area',
    ])
    const row = (await services.awardTables.on('promotion', 'new-area', '2023-06-01'))!
    expect(row.table).to.deep.equal({ passMark: 0, minEntries: 1, identities: [], lines: [] })
    for (const page of ['/award-tables', answer.headers['location']!])
      expect((await browser.get(page)).text).to.contain('从施行日期起不提晋级建议')
    expect((await browser.get(`${address}?kind=promotion&like=${row._id}`)).text).to.match(/name="none"[^>]*checked/)
  })

  it('is refused for a tier that has one from the same day, also when two come at once', async () => {
    const twice = await browser.post(address, { ...prize, tiers: ['new-area', 'post'] })
    expect(twice.status).to.equal(422)
    expect(twice.text).to.match(/所选级别里有一个从 .*2023-01-01.* 起已经有这种表了/)
    expect(await AwardTableSlot.exists({ _id: 'prize:post@2023-01-01' })).to.equal(null)
    const old = (await services.awardTables.on('prize', 'post', '2023-01-01'))!
    const outcomes = await Promise.allSettled(
      [['post', 'industry'] as const, ['industry'] as const].map((tiers) =>
        services.awardTables.add({ ...old, tiers, from: '2024-01-01' }, actor),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
    expect(await AwardTable.countDocuments({ from: '2024-01-01' })).to.equal(1)
  })

  it('is the work of the administrator; hosts only read', async () => {
    const host = await saveActor({ role: 'institution-manager', organisationId: 'host-1' })
    const { browser: hosts } = await appFor(host)
    expect((await hosts.get('/award-tables')).status).to.equal(200)
    expect((await hosts.get('/award-tables')).text).to.not.contain(address)
    expect((await hosts.get('/award-tables/prize-2021-01-01-industry')).text)
      .to.contain('样例')
      .and.not.contain(address)
    expect((await hosts.post(address, prize)).status).to.equal(403)
    expect((await hosts.get('/award-tables/prize-1999')).status).to.equal(404)
    const old = (await services.awardTables.on('prize', 'post', '2023-01-01'))!
    const own = services.awardTables.add({ ...old, from: '2030-01-01' }, host)
    expect(await own.catch(({ code }: { code: string }) => code)).to.equal('not-your-role')
  })
})
