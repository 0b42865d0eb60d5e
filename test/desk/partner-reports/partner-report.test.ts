import { expect } from 'chai'
import { deliveredRuns, partnerReportOf } from '../../../src/desk/partner-reports/partner-report.queries.js'
import { Certificate } from '../../../src/papers/certificates/certificate.model.js'
import { Recognition } from '../../../src/papers/recognitions/recognition.model.js'
import { recognitionQueries } from '../../../src/papers/recognitions/recognition.queries.js'
import { anApplication, checker, employer, jpeg, maker, officer, saveAgreement } from '../../builders/recognition.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { newIdNumber } from '../../builders/person.js'
import { Browser, makeApp, saveActor } from '../../support/app.js'
import { textOf } from '../../infra/paper/pdf-tools.js'
import { usesDatabase } from '../../support/database.js'

describe('the report on Beijing and Tianjin', () => {
  usesDatabase()
  let { app, services } = {} as ReturnType<typeof makeApp>
  let { recognitions, achievements } = {} as typeof services
  before(async () => {
    ;({ app, services } = makeApp())
    ;({ recognitions, achievements } = services)
    await services.policies.loadSeeds()
    await services.occupations.loadSeeds()
    await saveAgreement(services)
    await saveOrganisation({ name: '北京京安职业技术培训学校', homeRegion: '110000' })
    await saveOrganisation({ name: '雄安苇海职业技能培训学校' })
    const idNumber = newIdNumber()
    for (const paper of [{ idNumber }, { idNumber, level: 3 }, {}]) {
      const id = await recognitions.apply(anApplication(paper), employer)
      await recognitions.accept(id, officer)
      await recognitions.lookUp(id, { place: 'osta', result: 'agrees', fields: [], picture: jpeg }, officer)
      await recognitions.compare(id, { bodyNotFiled: false }, officer)
      await recognitions.decide(id, { granted: true, reasons: [] }, checker)
    }
  })

  it('names organisations of the two cities only, and its cases are as long as the list they open', async () => {
    const { partners, recognised } = await partnerReportOf(maker)
    expect(partners.map(({ name }) => name)).to.deep.equal(['北京京安职业技术培训学校'])
    for (const { region, family, lineage, level, cases } of recognised) {
      const search = { region, family, occupation: lineage, level, state: 'in-force' } as never
      expect(cases).to.equal(await recognitionQueries.count(search, maker, '2022-11-23'))
    }
    expect(recognised.map(({ level, cases }) => [level, cases])).to.deep.equal([
      [3, 1],
      [4, 2],
    ])
  })

  it('adds up, counts a person with two papers once, and says both on the page, the print and the sheet', async () => {
    const report = await partnerReportOf(maker)
    expect([report.cases, report.people]).to.deep.equal([3, 2])
    expect(report.places).to.deep.equal([{ region: '110000', cases: 3 }])
    const { username } = await saveActor('administrator')
    const browser = new Browser(app)
    await browser.signIn(username)
    const { text } = await browser.get('/reports/beijing-tianjin')
    expect(text).to.contain('生效互认 3 件 = 北京市 3')
    const hrefs = [...text.matchAll(/href="(\/recognitions\?[^"]+)"[^>]*>(\d+)</g)].map(([, href, count]) => [
      href,
      count,
    ])
    expect(hrefs).to.have.length(5)
    for (const [href, count] of hrefs.filter((_, i) => i % 2 === 0))
      expect((await browser.get(href!.replaceAll('&amp;', '&'))).text, href).to.contain(`${count} 件符合条件`)
    const print = await browser.get('/reports/beijing-tianjin/report.pdf').buffer(true)
    const printed = textOf(print.body as Buffer)
    for (const part of ['3 件 = 北京市 3', '北京京安职业技术培训学校', '养老护理员', '2 人'])
      expect(printed.replaceAll(/\s+/g, ' ')).to.contain(part)
    const sheet = await browser.get('/reports/beijing-tianjin/report.xlsx').buffer(true)
    expect(sheet.headers['content-type']).to.contain('spreadsheetml')
  })

  it('opens the runs of an organisation, and nothing of one that is not of the two cities', async () => {
    const [partner] = (await partnerReportOf(maker)).partners
    expect(await deliveredRuns(partner!.id, maker)).to.have.length(partner!.runs)
    const { username } = await saveActor('administrator')
    const browser = new Browser(app)
    await browser.signIn(username)
    const opened = async (id: string) => (await browser.get(`/reports/beijing-tianjin?organisation=${id}`)).text
    expect(await opened(partner!.id)).to.contain('id="runs"')
    expect(await opened('another')).not.to.contain('id="runs"')
  })

  it('stays within the county of its reader', async () => {
    expect((await partnerReportOf({ ...officer, region: '130638' })).recognised).to.deep.equal([])
    expect((await partnerReportOf(officer)).recognised).to.have.length(2)
  })

  it('never turns a recognised paper into a paper of ours; a person with two is one person', async () => {
    expect(await Certificate.countDocuments()).to.equal(0)
    const talents = await recognitionQueries.talentRecognitions()
    expect([talents.length, new Set(talents.map(({ personId }) => personId)).size]).to.deep.equal([3, 2])
  })

  it('goes to the learning account as what the source said, and ends there with its source', async () => {
    const one = (await Recognition.findOne({ 'source.level': 3 }).lean())!
    const mine = async () =>
      (await achievements.ofPeople([one.personId]))
        .get(one.personId)!
        .find(({ key }) => key === `recognition:${String(one._id)}`)
    expect(await mine()).to.include({
      kind: 'recognition',
      standing: 'holds',
      credited: true,
      counted: true,
      grade: 'verified',
      level: 3,
    })
    await recognitions.lookUp(String(one._id), { place: 'osta', result: 'revoked', fields: [], picture: jpeg }, officer)
    await recognitions.revoke(String(one._id), '来源地撤销', checker)
    expect(await mine()).to.include({ standing: 'void', reason: 'source-revoked' })
  })
})
