import { expect } from 'chai'
import { Occupation } from '../../../src/registry/occupations/occupation.model.js'
import { occupations as entries } from '../../../src/registry/occupations/occupation.data.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('GET /occupations', () => {
  usesDatabase()
  const open = async (query: string) => {
    const { browser, services } = await appAs('auditor')
    await services.occupations.loadSeeds()
    return (await browser.get(`/occupations${query}`)).text
  }

  it('loads the reviewed file once, however often', async () => {
    await open('')
    await open('')
    expect(await Occupation.countDocuments({})).to.equal(entries.length)
  })
  for (const q of ['养老', 'ylhl', '4-10-01-05', 'elderly']) {
    it(`finds 养老护理员 by ${q}`, async () =>
      expect(await open(`?q=${encodeURIComponent(q)}&edition=2022`))
        .to.include('养老护理员')
        .and.not.include('中式烹调师'))
  }
  it('shows under an old name what it is called today', async () =>
    expect(await open('?edition=2015&q=byy'))
      .to.include('保育员')
      .and.include('保育师'))
  it('marks what is still to be confirmed', async () => {
    expect(await open('?q=4-10-01-05')).to.include('见于职业标准')
    expect(await open('?checked=no&q=4-10-01-05')).to.not.include('见于职业标准')
  })
  it('says so, when nothing matches', async () => expect(await open('?q=zzzz')).to.include('没有符合条件的职业'))
  it('is forbidden to a trainee', async () =>
    expect((await (await appAs('trainee')).browser.get('/occupations')).status).to.equal(403))
})
