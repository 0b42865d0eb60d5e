import { expect } from 'chai'
import { Organisation } from '../../../src/registry/organisations/organisation.model.js'
import { saveInstitution } from '../../builders/certificate.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('the home page of an installation that nobody has used', () => {
  usesDatabase()

  for (const [role, told] of [
    ['administrator', true],
    ['auditor', false],
  ] as const)
    it(`${told ? 'tells' : 'does not tell'} the ${role} where to begin`, async () => {
      const { browser } = await appAs(role)
      const { text } = await browser.get('/home')
      expect([text.includes('登记第一家机构'), text.includes('href="/organisations/new"')]).to.deep.equal([told, told])
    })

  it('is like any other once an organisation is registered', async () => {
    await saveInstitution()
    const { browser } = await appAs('administrator')
    expect((await browser.get('/home')).text).not.to.include('登记第一家机构')
  })
})

describe('the number beside the menu', () => {
  usesDatabase()

  it('is the length of the list on the home page, whatever the page before has said', async () => {
    const { browser } = await appAs('administrator')
    const number = async (path: string) =>
      /<span>首页<\/span>(?:<span class="num">(\d+))?/.exec((await browser.get(path)).text)?.[1]
    await saveInstitution()
    expect(await number('/policies')).to.equal(undefined)
    await Organisation.updateMany({}, { state: 'submitted' })
    expect([await number('/policies'), await number('/home')]).to.deep.equal([undefined, '1'])
  })
})
