import { expect } from 'chai'
import type { Services } from '../../../src/services.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { appAs, type Browser } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const key = 'completion.pass-mark'
const good = { key, value: '70', from: '2022-12-01', clause: '雄就社领发〔2022〕1号 四(四)1', origin: 'own' }

describe('policy routes', () => {
  usesDatabase()
  let browser: Browser
  let services: Services
  let actor: Actor
  before(async () => {
    ;({ browser, services, actor } = await appAs('administrator'))
    await services.policies.loadSeeds()
  })

  const figures = async () => (await services.policies.list()).filter((row) => row.key === key).length

  for (const [name, wrong] of [
    ['no value', { value: '' }],
    ['a value above the most', { value: '101' }],
    ['a day that does not exist', { from: '2022-02-30' }],
    ['no clause', { clause: '' }],
    ['no origin', { origin: '' }],
  ] as const)
    it(`refuse ${name} with a sentence, and keep what was typed`, async () => {
      const before = await figures()
      const answer = await browser.post('/policies/new', { ...good, ...wrong })
      expect(answer.status).to.equal(422)
      expect(answer.text).to.contain('xa-summary')
      expect(await figures()).to.equal(before)
    })

  it('ask again which figure is meant, when there is none of that name', async () => {
    const answer = await browser.post('/policies/new', { ...good, key: 'completion.nothing' })
    expect(answer.status).to.equal(422)
    expect(answer.text).to.contain('name="key"')
  })

  it('add a row from a day on, and leave the days before it their figure', async () => {
    expect((await browser.post('/policies/new', good)).status).to.equal(303)
    expect((await services.policies.figure(key, '2022-11-30')).value).to.equal(60)
    expect((await services.policies.figure(key, '2022-12-01')).value).to.equal(70)
    expect((await browser.get('/policies')).text).to.contain(good.clause)
  })

  it('refuse a second row of the same day, also when both come at once', async () => {
    const again = await browser.post('/policies/new', good)
    expect(again.status).to.equal(422)
    const row = { key, value: 80, from: '2022-12-02', clause: good.clause, sample: false } as const
    const outcomes = await Promise.allSettled([
      services.policies.add(row, actor.id),
      services.policies.add(row, actor.id),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
  })
})
