import { expect } from 'chai'
import { partnerReportOf } from '../../../src/desk/partner-reports/partner-report.queries.js'
import { Certificate } from '../../../src/papers/certificates/certificate.model.js'
import { Recognition } from '../../../src/papers/recognitions/recognition.model.js'
import { recognitionQueries } from '../../../src/papers/recognitions/recognition.queries.js'
import { anApplication, checker, employer, jpeg, maker, officer, saveAgreement } from '../../builders/recognition.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { newIdNumber } from '../../builders/person.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('the report on Beijing and Tianjin', () => {
  usesDatabase()
  const { services } = makeServices()
  const { recognitions, achievements } = services
  before(async () => {
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
    for (const { region, level, cases } of recognised)
      expect(cases).to.equal(
        await recognitionQueries.count({ region, level, state: 'in-force' } as never, maker, '2022-11-23'),
      )
    expect(recognised.map(({ level, cases }) => [level, cases])).to.deep.equal([
      [3, 1],
      [4, 2],
    ])
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
