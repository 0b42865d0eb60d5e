import { expect } from 'chai'
import type { Express } from 'express'
import type { Services } from '../../../src/services.js'
import type { Actor, Role } from '../../../src/shared/permissions.js'
import { aPerson, saveApprentice, saveClass } from '../../builders/apprentice.js'
import { loadBasics } from '../../builders/course.js'
import { Browser, makeApp, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('the page of all apprenticeships of a person', () => {
  usesDatabase()
  let app: Express
  let services: Services
  before(async () => {
    ;({ app, services } = makeApp())
    await loadBasics(services)
  })
  const as = async (who: Partial<Actor> & { role: Role }) => {
    const browser = new Browser(app)
    await browser.signIn((await saveActor(who)).username)
    return browser
  }

  it('shows a change of class with its days to the enterprise, the county and the apprentice, and to no stranger', async () => {
    const one = await saveClass()
    const organisationId = one.enterprise.organisationId!
    const other = await saveClass({ enterpriseId: organisationId })
    const { id, personId } = await saveApprentice(services, one)
    const next = await services.apprenticeChanges.transfer(
      id,
      { classId: other.id, on: '2022-09-01', reason: '换班' },
      one.enterprise,
    )
    const readers: readonly [Partial<Actor> & { role: Role }, string][] = [
      [{ role: 'enterprise', organisationId }, `/apprentices/${next}/chain`],
      [{ role: 'auditor' }, `/apprentices/${id}/chain`],
      [{ role: 'trainee', personId }, '/me/apprenticeship/chain'],
    ]
    for (const [who, address] of readers) {
      const page = await (await as(who)).get(address)
      expect([
        who.role,
        page.status,
        page.text.includes('首次入班'),
        page.text.includes('本企业转班'),
        page.text.includes('184 天'),
      ]).to.deep.equal([who.role, 200, true, true, true])
    }
    const stranger = await as({ role: 'enterprise', organisationId: 'another' })
    expect((await stranger.get(`/apprentices/${next}/chain`)).status).to.equal(403)
    const nobody = await as({ role: 'trainee', personId: 'nobody' })
    expect((await nobody.get('/me/apprenticeship/chain')).status).to.equal(404)
  })

  it('names to the next employer neither the one before nor its contracts', async () => {
    const one = await saveClass({ enterpriseName: '先前企业有限公司' })
    const given = aPerson()
    const { id } = await saveApprentice(services, one, given)
    await services.apprenticeChanges.exit(id, { on: '2022-05-31', reason: 'resigned' }, one.enterprise)
    const after = await saveClass()
    const { id: next } = await saveApprentice(services, after, { ...given, from: '2022-06-01' })
    const read = async (who: Partial<Actor> & { role: Role }) => {
      const { status, text } = await (await as(who)).get(`/apprentices/${next}/chain`)
      return [status, text.includes('先前企业有限公司'), text.includes('其他企业'), text.includes('不转入')]
    }
    expect(await read({ role: 'enterprise', organisationId: after.enterprise.organisationId! })).to.deep.equal([
      200,
      false,
      true,
      true,
    ])
    expect(await read({ role: 'county-officer', region: '130638' })).to.deep.equal([200, true, false, true])
  })
})
