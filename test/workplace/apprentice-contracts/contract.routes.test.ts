import { expect } from 'chai'
import { Apprentice } from '../../../src/workplace/apprentices/apprentice.model.js'
import { saveApprentice, saveClass } from '../../builders/apprentice.js'
import { loadBasics } from '../../builders/course.js'
import { Browser, makeApp, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const days = (values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, day]) => {
      const [year, month, date] = day.split('-')
      return [
        [`${name}-year`, year!],
        [`${name}-month`, month!],
        [`${name}-day`, date!],
      ]
    }),
  )

describe('the form of a contract', () => {
  usesDatabase()

  it('says what is wrong beside the field that is wrong, and writes nothing', async () => {
    const { app, services } = makeApp({ now: () => new Date('2022-03-10T02:00:00Z') })
    await loadBasics(services)
    const one = await saveClass()
    const { id } = await saveApprentice(services, one)
    const browser = new Browser(app)
    await browser.signIn((await saveActor({ ...one.enterprise })).username)
    const address = `/apprentices/${encodeURIComponent(id)}/contracts/labour`
    const beside = async (values: Record<string, string>, bytes = '%PDF-1.4') => {
      const file = [{ name: 'a.pdf', bytes: Buffer.from(bytes) }]
      const { status, text } = await browser.upload(address, 'scan', file, days(values))
      return `${status} ${/class="xa-err" id="(.+?)-e"/.exec(text)?.[1]}`
    }
    expect([
      await beside({ signedOn: '2022-02-20', from: '2022-03-01', to: '2022-02-01' }),
      await beside({ signedOn: '2022-03-11', from: '2022-03-12', to: '2024-02-01' }),
      await beside({ signedOn: '2022-03-02', from: '2022-03-01', to: '2024-02-01' }),
      await beside({ signedOn: '2022-02-20', from: '2022-03-01', to: '2024-02-01' }, 'no scan'),
    ]).to.deep.equal(['422 to', '422 signedOn', '422 signedOn', '422 scan'])
    expect((await Apprentice.findById(id).lean())?.labourContract ?? null).to.equal(null)
  })
})
