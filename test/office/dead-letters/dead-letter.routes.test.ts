import { expect } from 'chai'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { appAs, type Browser } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'

const id = 'reports.print:task-1'

describe('dead-letter routes', () => {
  usesDatabase()
  let browser: Browser
  before(async () => {
    ;({ browser } = await appAs('operator'))
  })
  beforeEach(async () => {
    await empty('outbox', 'audit-entries')
    const at = new Date('2022-11-23T00:00:00Z')
    const row = { type: 'reports.print', queue: 'reports', payload: {}, state: 'dead' as const, attempts: 8 }
    await OutboxRow.create([{ _id: id, ...row, lastError: '字体缺失', notBefore: at, createdAt: at }])
  })
  const state = async () => (await OutboxRow.findById(id).lean())!.state

  it('show what failed, with its last error', async () => {
    const { text } = await browser.get('/operations/dead-letters')
    expect(text).to.contain(id).and.contain('字体缺失')
  })

  it('give it another eight tries', async () => {
    expect((await browser.post('/operations/dead-letters/retry', { id })).status).to.equal(303)
    const row = await OutboxRow.findById(id).lean()
    expect([row!.state, row!.attempts]).to.deep.equal(['pending', 0])
    expect(await AuditEntry.countDocuments({ event: 'DEAD_LETTER_RETRIED', 'notes.id': id })).to.equal(1)
  })

  it('void it with a reason, and never without', async () => {
    const without = await browser.post('/operations/dead-letters/void', { id, reason: ' ' })
    expect([without.status, await state()]).to.deep.equal([422, 'dead'])
    expect(without.text)
      .to.contain(id)
      .and.match(/aria-invalid="true"/)
    await browser.post('/operations/dead-letters/void', { id, reason: '报表已另行打印' })
    const row = await OutboxRow.findById(id).lean()
    expect([row!.state, row!.voidReason]).to.deep.equal(['void', '报表已另行打印'])
  })

  it('answer 404 to what is not dead any more', async () => {
    await browser.post('/operations/dead-letters/void', { id, reason: '报表已另行打印' })
    expect((await browser.post('/operations/dead-letters/retry', { id })).status).to.equal(404)
    expect(await state()).to.equal('void')
  })
})
