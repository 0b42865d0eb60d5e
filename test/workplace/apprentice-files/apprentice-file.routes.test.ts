import { expect } from 'chai'
import type { Express } from 'express'
import { csvText } from '../../../src/infra/sheets/csv.js'
import { Person } from '../../../src/registry/people/person.model.js'
import type { Services } from '../../../src/services.js'
import { apprenticeColumns, apprenticeKeys } from '../../../src/workplace/apprentice-files/apprentice-columns.data.js'
import { ApprenticeFile } from '../../../src/workplace/apprentice-files/apprentice-file.model.js'
import type { ApprenticeTexts } from '../../../src/workplace/apprentice-files/apprentice-row.rules.js'
import { Apprentice, ApprenticePlace } from '../../../src/workplace/apprentices/apprentice.model.js'
import { Mentorship } from '../../../src/workplace/mentorships/mentorship.model.js'
import { aPerson, saveApprentice, saveClass, type Class } from '../../builders/apprentice.js'
import { loadBasics } from '../../builders/course.js'
import { newIdNumber } from '../../builders/person.js'
import { Browser, makeApp, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const somebody = (name: string, more: ApprenticeTexts = {}): ApprenticeTexts => ({
  name,
  idNumber: newIdNumber(),
  category: '农村转移就业劳动者',
  from: '2022-03-01',
  ...more,
})
const contract = { labourFrom: '2022-01-01', labourTo: '2024-12-31', labourSigned: '2021-12-20', mentor: '石师傅' }
const headers = apprenticeColumns.map(({ header }) => header)
const csvOf = (rows: readonly ApprenticeTexts[]) =>
  Buffer.from(
    csvText(
      headers,
      rows.map((texts) => apprenticeKeys.map((key) => texts[key] ?? '')),
    ),
  )

describe('a roster file of apprentices', () => {
  usesDatabase()
  let app: Express
  let services: Services
  before(async () => {
    ;({ app, services } = makeApp())
    await loadBasics(services)
  })
  const enterpriseOf = async (organisationId: string) => {
    const browser = new Browser(app)
    await browser.signIn((await saveActor({ role: 'enterprise', organisationId })).username)
    return browser
  }
  const opened = async (overrides: Parameters<typeof saveClass>[0] = {}) => {
    const one = await saveClass(overrides)
    return { one, browser: await enterpriseOf(one.enterprise.organisationId!) }
  }
  const send = (browser: Browser, { id }: Class, name: string, bytes: Buffer) =>
    browser.upload(`/apprenticeships/${id}/apprentice-file`, 'file', [{ name, bytes }])
  const upload = async (browser: Browser, one: Class, ...rows: readonly ApprenticeTexts[]) =>
    String((await send(browser, one, '学徒.csv', csvOf(rows))).headers['location'])
  const inClass = ({ id }: Class) => Apprentice.countDocuments({ apprenticeshipId: id })

  it('writes nothing before it is confirmed, then everything good once, pressed three times at once', async () => {
    const { one, browser } = await opened()
    const people = await Person.countDocuments()
    const rows = [somebody('安小荷', contract), somebody('安小苇'), somebody('安', { from: '2021-01-01' })]
    const at = await upload(browser, one, ...rows)
    const { status, text } = await browser.get(at)
    const said = ['现在还没有写入任何数据', '应在培养期内', '姓名请写 2 到 50 个汉字或字母'].map((s) =>
      text.includes(s),
    )
    expect([status, ...said]).to.deep.equal([200, true, true, true])
    expect([await inClass(one), await Person.countDocuments()]).to.deep.equal([0, people])
    const answers = await Promise.all([1, 2, 3].map(() => browser.post(`${at}/confirm`)))
    expect(answers.every((answer) => [303, 409, 422].includes(answer.status))).to.equal(true)
    expect((await browser.post(`${at}/confirm`)).status).to.equal(422)
    expect(await inClass(one)).to.equal(2)
    const entered = await Apprentice.findOne({ apprenticeshipId: one.id, personName: '安小荷' }).lean()
    expect(entered?.labourContract).to.include({ from: '2022-01-01', signedOn: '2021-12-20' })
    const guides = await Mentorship.find({ apprenticeId: entered?._id }).lean()
    expect(guides.map(({ guideName, from }) => [guideName, from])).to.deep.equal([['石师傅', '2022-03-01']])
    expect((await browser.get(`${at}/faults`)).headers['content-type']).to.include('spreadsheetml')
  })

  it('sent again enters nobody twice and leaves contracts as they are', async () => {
    const { one, browser } = await opened()
    const row = somebody('安小荷', contract)
    await browser.post(`${await upload(browser, one, row)}/confirm`)
    await browser.post(`${await upload(browser, one, { ...row, labourTo: '2026-12-31' })}/confirm`)
    const rows = await Apprentice.find({ apprenticeshipId: one.id }).lean()
    expect(rows.map(({ labourContract }) => labourContract?.to)).to.deep.equal(['2024-12-31'])
  })

  it('gives back who learns elsewhere or finds the class full, and enters the others', async () => {
    const given = aPerson('安小苇')
    await saveApprentice(services, await saveClass(), given)
    const { one, browser } = await opened({ planned: 2 })
    const others = ['安小荷', '安小舟', '安小渔'].map((name) => somebody(name))
    const at = await upload(browser, one, somebody('安小苇', { idNumber: given.facts.idNumber }), ...others)
    await browser.post(`${at}/confirm`)
    const file = await ApprenticeFile.findById(at.split('/').at(-1)).lean()
    expect(file?.refused.map(({ part: line, code }) => [line, code])).to.deep.equal([
      [2, 'apprentices.learns-elsewhere'],
      [5, 'apprentices.class-full'],
    ])
    expect([await inClass(one), (await browser.get(at)).text.includes('2 人未写入')]).to.deep.equal([2, true])
  })

  it('is taken back as a whole, but not once somebody of it has begun; who was there before stays', async () => {
    const { one, browser } = await opened()
    const before = aPerson('安小苇')
    await saveApprentice(services, one, before)
    const rows = [somebody('安小荷', contract), somebody('安小苇', { idNumber: before.facts.idNumber })]
    const at = await upload(browser, one, ...rows)
    expect((await browser.post(`${at}/withdraw`)).status).to.equal(422)
    await browser.post(`${at}/confirm`)
    expect((await browser.get(at)).text).to.include('已写入 1 人，1 人本来就在班里，0 人未写入')
    const { _id, personId } = (await Apprentice.findOne({ apprenticeshipId: one.id, personName: '安小荷' }).lean())!
    const breaks = [{ from: '2022-04-01', to: '2022-04-02', reason: '事假' }]
    await Apprentice.updateOne({ _id }, { $set: { breaks } })
    const refused = await browser.post(`${at}/withdraw`)
    expect([refused.status, refused.text.includes('不能撤回'), await inClass(one)]).to.deep.equal([422, true, 2])
    await Apprentice.updateOne({ _id }, { $set: { breaks: [] } })
    expect((await browser.post(`${at}/withdraw`)).status).to.equal(303)
    expect([
      await inClass(one),
      await ApprenticePlace.countDocuments({ _id: personId }),
      await Mentorship.countDocuments({ apprenticeId: _id }),
      (await browser.post(`${at}/withdraw`)).status,
    ]).to.deep.equal([1, 0, 0, 422])
  })

  it('belongs to the enterprise, and holds no ID number that can be read', async () => {
    const { one, browser } = await opened()
    const row = somebody('安小荷')
    const at = await upload(browser, one, row)
    expect(JSON.stringify(await ApprenticeFile.find().lean())).not.to.include(row.idNumber)
    const stranger = await enterpriseOf('another')
    expect([
      (await stranger.get(at)).status,
      (await stranger.get(`/apprenticeships/${one.id}/apprentice-file`)).status,
      (await stranger.post(`${at}/confirm`)).status,
      (await stranger.post(`${at}/withdraw`)).status,
      await inClass(one),
    ]).to.deep.equal([403, 403, 403, 403, 0])
  })

  it('has a template, and says what is wrong with a file that is no roster', async () => {
    const { one, browser } = await opened()
    const template = await browser.get(`/apprenticeships/${one.id}/apprentice-file/template`)
    expect([template.status, template.headers['content-type']]).to.deep.equal([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    const answers = [
      await send(browser, one, 'a.csv', Buffer.from('甲,乙\n1,2\n')),
      await send(browser, one, 'a.xlsx', Buffer.from('PK no workbook')),
      await send(browser, one, 'a.csv', csvOf([])),
    ]
    expect(answers.map(({ status }) => status)).to.deep.equal([422, 422, 422])
    expect(await ApprenticeFile.countDocuments({ classId: one.id })).to.equal(0)
  })
})
