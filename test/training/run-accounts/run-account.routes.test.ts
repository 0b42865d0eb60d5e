import { expect } from 'chai'
import { Account } from '../../../src/registry/accounts/account.model.js'
import { saveInstitution, loadBasics, saveRun } from '../../builders/course.js'
import { enrol } from '../../builders/enrolment.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('accounts for a class', () => {
  usesDatabase()

  it('are opened at one press for those who have none, with a slip for each; nobody is left then', async () => {
    const organisationId = await saveInstitution()
    const { browser, services, actor } = await appAs({ role: 'institution-manager', organisationId })
    await loadBasics(services)
    const { id } = await saveRun(services, { manager: actor })
    for (const name of ['安小荷', '马长海', '荷小雨']) await enrol(services, id, actor, { name })
    const at = `/course-runs/${id}/accounts`
    expect((await browser.get(`/course-runs/${id}/roster`)).text).to.include(at)
    expect((await browser.get(at)).text)
      .to.include('为 3 人开通账号')
      .and.not.include('重新生成')
    const slips = await browser.post(at, { which: 'none' })
    expect(slips.text.match(/\b[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\b/g) ?? []).to.have.length(3)
    expect(await Account.countDocuments({ role: 'trainee' })).to.equal(3)
    expect((await browser.get(at)).text)
      .to.include('为没有登录过的 3 人重新生成')
      .and.not.include('人开通账号<')
    for (const which of ['none', 'everybody', '']) expect((await browser.post(at, { which })).status).to.equal(422)
  })
})
