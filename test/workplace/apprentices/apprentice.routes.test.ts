import { expect } from 'chai'
import type { Express } from 'express'
import type { Services } from '../../../src/services.js'
import type { Actor, Role } from '../../../src/shared/permissions.js'
import { Apprentice, type ApprenticeRecord } from '../../../src/workplace/apprentices/apprentice.model.js'
import { WorkplaceLog } from '../../../src/workplace/workplace-logs/log.model.js'
import { saveApprentice, saveClass, type Class } from '../../builders/apprentice.js'
import { loadBasics } from '../../builders/course.js'
import { newIdNumber } from '../../builders/person.js'
import { appAs, Browser, makeApp, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const day = (name: string, [y, m, d]: readonly string[]) => ({
  [`${name}-year`]: y!,
  [`${name}-month`]: m!,
  [`${name}-day`]: d!,
})
const person = (idNumber = newIdNumber()) => ({
  name: '安小荷',
  idType: 'resident-id',
  idNumber,
  category: 'G12',
  post: '砌筑岗',
  ...day('from', ['2022', '3', '1']),
})

describe('pages of apprentices', () => {
  usesDatabase()
  let app: Express
  let services: Services
  before(async () => {
    ;({ app, services } = makeApp())
    await loadBasics(services)
  })

  const as = async (who: Partial<Actor> & { role: Role }) => {
    const actor = await saveActor(who)
    const browser = new Browser(app)
    await browser.signIn(actor.username)
    return { actor, browser }
  }
  const enterpriseOf = async (one: Class) =>
    (await as({ role: 'enterprise', organisationId: one.enterprise.organisationId! })).browser

  it('let the enterprise enter somebody by real name and see what is to do', async () => {
    const one = await saveClass()
    const browser = await enterpriseOf(one)
    const answer = await browser.post(`/apprenticeships/${one.id}/apprentices/add`, person())
    expect(answer.status).to.equal(303)
    const page = await browser.get(`/apprenticeships/${one.id}/apprentices?view=due`)
    expect([
      page.status,
      page.text.includes('安小荷'),
      page.text.includes('没有劳动合同'),
      page.text.includes('130632********'),
    ]).to.deep.equal([200, true, true, true])
  })

  it('show the form again with every sentence, and enter nobody', async () => {
    const one = await saveClass()
    const browser = await enterpriseOf(one)
    const answer = await browser.post(`/apprenticeships/${one.id}/apprentices/add`, {
      ...person('130632190105010026'),
      ...day('from', ['2021', '1', '1']),
    })
    expect([answer.status, answer.text.includes('id="idNumber-e"')]).to.deep.equal([422, true])
    const outside = await browser.post(`/apprenticeships/${one.id}/apprentices/add`, {
      ...person(),
      ...day('from', ['2021', '1', '1']),
    })
    expect([outside.status, /起始日要在 .*2022-03-01.* 至 .*2023-02-28.* 之间/.test(outside.text)]).to.deep.equal([
      422,
      true,
    ])
    expect(await Apprentice.countDocuments({ apprenticeshipId: one.id })).to.equal(0)
  })

  it('show nothing of it to another enterprise, institution or county, a mentor who is not paired, or another trainee', async () => {
    const one = await saveClass()
    const { id, personId } = await saveApprentice(services, one)
    const address = `/apprentices/${encodeURIComponent(id)}`
    const others: (Partial<Actor> & { role: Role })[] = [
      { role: 'enterprise', organisationId: 'other' },
      { role: 'institution-manager', organisationId: 'other' },
      { role: 'county-officer', region: '130629' },
      { role: 'mentor', organisationId: one.enterprise.organisationId! },
    ]
    for (const who of others) {
      const { browser } = await as(who)
      for (const path of [
        address,
        `${address}/logs`,
        `/apprenticeships/${one.id}/apprentices`,
        `/apprenticeships/${one.id}/apprentices.pdf`,
        `/apprenticeships/${one.id}/cooperation-agreement`,
        `${address}/contracts/labour/file`,
      ]) {
        const answer = await browser.get(path)
        expect([403, 404], `${who.role} ${path}`).to.include(answer.status)
        expect(answer.text ?? '', `${who.role} ${path}`).not.to.include('安小荷')
      }
      const list = await browser.get('/apprentices')
      expect(list.text, who.role).not.to.include('安小荷')
    }
    const { browser: stranger } = await as({ role: 'trainee', personId: 'somebody' })
    expect((await stranger.get('/me/apprenticeship')).text).not.to.include('雄安新区装备制造')
    const { browser: own } = await as({ role: 'trainee', personId })
    expect((await own.get('/me/apprenticeship')).text).to.include('雄安新区装备制造有限公司')
  })

  it('take a contract with its scan, and refuse what is no scan with a sentence', async () => {
    const one = await saveClass()
    const { id } = await saveApprentice(services, one)
    const browser = await enterpriseOf(one)
    const address = `/apprentices/${encodeURIComponent(id)}/contracts/labour`
    const fields = {
      number: 'LD-1',
      ...day('signedOn', ['2022', '2', '20']),
      ...day('from', ['2022', '3', '1']),
      ...day('to', ['2023', '2', '28']),
    }
    const refused = await browser.upload(
      address,
      'scan',
      [{ name: 'a.pdf', bytes: Buffer.from('MZ not a scan') }],
      fields,
    )
    expect([refused.status, refused.text.includes('扫描件请用 PDF、JPG 或 PNG')]).to.deep.equal([422, true])
    expect(
      (await browser.upload(address, 'scan', [{ name: '合同.pdf', bytes: Buffer.from('%PDF-1.7 scan') }], fields))
        .status,
    ).to.equal(303)
    const file = await browser.get(`${address}/file`)
    expect([file.status, file.type]).to.deep.equal([200, 'application/pdf'])
    expect((await Apprentice.findById(id).lean<ApprenticeRecord>())!.labourContract).to.include({
      from: '2022-03-01',
      to: '2023-02-28',
      fileName: '合同.pdf',
    })
  })

  it('ask before each change, tell what stands against it, and record it', async () => {
    const one = await saveClass()
    const { id } = await saveApprentice(services, one)
    const browser = await enterpriseOf(one)
    const address = `/apprentices/${encodeURIComponent(id)}`
    for (const act of ['exit', 'break', 'transfer'])
      expect((await browser.get(`${address}/${act}`)).status, act).to.equal(200)
    const late = await browser.post(`${address}/exit`, { ...day('on', ['2022', '12', '1']), reason: 'resigned' })
    expect([late.status, late.text.includes('日期不能晚于今天')]).to.deep.equal([422, true])
    const noReason = await browser.post(`${address}/exit`, day('on', ['2022', '11', '1']))
    expect([noReason.status, noReason.text.includes('请选择原因')]).to.deep.equal([422, true])
    expect(
      (
        await browser.post(`${address}/break`, {
          ...day('from', ['2022', '11', '1']),
          ...day('to', ['2022', '11', '30']),
          reason: '工伤治疗',
        })
      ).status,
    ).to.equal(303)
    expect((await browser.post(`${address}/break/end`, day('on', ['2022', '11', '21']))).status).to.equal(303)
    expect((await browser.get(address)).text).to.include('2023年3月20日')
    expect(
      (await browser.post(`${address}/exit`, { ...day('on', ['2022', '11', '22']), reason: 'resigned' })).status,
    ).to.equal(303)
    expect((await Apprentice.findById(id))!.state).to.equal('exited')
  })

  it('let the mentor sign all that the page shows with one tap, and leave what was written since', async () => {
    const one = await saveClass()
    const { id, personId } = await saveApprentice(services, one)
    await services.mentorships.pair(
      [id],
      { kind: 'mentor', accountId: one.mentor.id, from: '2022-03-01' },
      one.enterprise,
    )
    const { browser: own } = await as({ role: 'trainee', personId })
    const write = (date: string) =>
      own.post('/me/apprenticeship/logs/new', { ...day('on', ['2022', '11', date]), hours: '7.5', task: '砌筑清水墙' })
    expect([(await write('21')).status, (await write('22')).status]).to.deep.equal([303, 303])
    const browser = new Browser(app)
    await browser.signIn(one.mentor.username)
    const page = await browser.get('/mentor')
    const ids = /name="ids" value="([^"]+)"/.exec(page.text)![1]!
    expect((await write('23')).status).to.equal(303)
    expect((await browser.post('/mentor/sign-all', { ids })).status).to.equal(303)
    expect(await WorkplaceLog.countDocuments({ apprenticeId: id, state: 'signed' })).to.equal(2)
    expect((await browser.get('/mentor')).text).to.include('全部签字（1 条）')
    expect((await write('22')).text).to.include('这一天的日志已经签字，不能再改')
  })

  it('print the roster of the class', async () => {
    const one = await saveClass()
    await saveApprentice(services, one)
    const answer = await (await enterpriseOf(one)).get(`/apprenticeships/${one.id}/apprentices.pdf`)
    expect([answer.status, answer.type]).to.deep.equal([200, 'application/pdf'])
  })

  it('keep marks of a class together: a wrong one shows the form again and saves none', async () => {
    const one = await saveClass()
    const { id } = await saveApprentice(services, one)
    const { browser } = await as({ role: 'institution-clerk', organisationId: one.manager.organisationId! })
    const { version } = (await Apprentice.findById(id).lean<ApprenticeRecord & { version: number }>())!
    const answer = await browser.post(`/apprenticeships/${one.id}/mid-term-check`, {
      ...day('on', ['2022', '11', '20']),
      [`theoryScore.${id}`]: '101',
      [`practiceScore.${id}`]: '',
      [`version.${id}`]: String(version),
    })
    expect([
      answer.status,
      answer.text.includes('请填 0 到 100 的分数'),
      answer.text.includes('理论和实操都要填'),
    ]).to.deep.equal([422, true, true])
    expect((await Apprentice.findById(id))!.midTerm).to.equal(undefined)
    const saved = await browser.post(`/apprenticeships/${one.id}/mid-term-check`, {
      ...day('on', ['2022', '11', '20']),
      [`theoryScore.${id}`]: '71',
      [`practiceScore.${id}`]: '66.5',
      [`version.${id}`]: String(version),
    })
    expect(saved.status).to.equal(303)
    expect((await Apprentice.findById(id))!.midTerm!.passed).to.equal(true)
  })

  it('are read by officers without a form to change them', async () => {
    const one = await saveClass()
    const { id } = await saveApprentice(services, one)
    const { browser } = await appAs({ role: 'county-officer', region: '130638' })
    for (const path of [
      `/apprentices/${encodeURIComponent(id)}`,
      `/apprenticeships/${one.id}/central-teaching`,
      `/apprenticeships/${one.id}/mid-term-check`,
      `/apprenticeships/${one.id}/cooperation-agreement`,
    ]) {
      const page = await browser.get(path)
      expect(page.status, path).to.equal(200)
      expect(page.text.slice(page.text.indexOf('<main'), page.text.indexOf('</main>')), path).not.to.match(
        /<form [^>]*method="post"/,
      )
    }
  })
})
