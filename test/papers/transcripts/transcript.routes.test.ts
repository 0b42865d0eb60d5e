import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { Transcript, type TranscriptRecord } from '../../../src/papers/transcripts/transcript.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { bodyClerk, issueRun, saveBody, saveInstitution, saveRunOf } from '../../builders/certificate.js'
import { appAs, Browser, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

describe('transcripts', function () {
  this.timeout(60_000)
  usesDatabase()
  let world: Awaited<ReturnType<typeof appAs>>
  let personId: string
  let certificateId: string
  const prints = () => Transcript.find().sort({ printedAt: 1 }).lean<TranscriptRecord[]>()
  before(async () => {
    await saveBody()
    await saveInstitution()
    const { runId, people } = await saveRunOf(1)
    personId = people[0]!
    await Person.updateOne({ _id: personId }, { $set: { regions: ['130632'] } })
    world = await appAs({ role: 'trainee', personId })
    await world.services.policies.loadSeeds()
    expect((await world.browser.post('/me/transcripts')).status).to.equal(422)
    certificateId = String((await issueRun(world, runId))[0]!._id)
    await world.services.learningAccounts.settleRun(runId)
    await deliverAll(world)
  })

  it('are printed once for one state of the account, whole and verifiable', async () => {
    for (let i = 0; i < 2; i += 1) expect((await world.browser.post('/me/transcripts')).status).to.equal(303)
    const [print, ...more] = await prints()
    expect(more).to.deep.equal([])
    expect(print!.sums).to.deep.equal({ results: 2, hours: 118, earned: 1937, reversed: 0, balance: 1937 })
    const pdf = (
      await world.browser
        .get(`/me/transcripts/${print!._id}/transcript.pdf`)
        .buffer(true)
        .parse((res, done) => {
          const parts: Buffer[] = []
          res.on('data', (part: Buffer) => parts.push(part))
          res.on('end', () => done(null, Buffer.concat(parts)))
        })
    ).body as Buffer
    const folder = mkdtempSync(join(tmpdir(), 'transcript-'))
    writeFileSync(join(folder, 't.pdf'), pdf)
    const text = execFileSync('pdftotext', ['-raw', join(folder, 't.pdf'), '-']).toString()
    for (const said of ['个人学习账号证明', '安小荷', '130632********0025', '12.00', '7.37', '19.37', '第 1 页'])
      expect(text).to.include(said)
    expect(text).not.to.match(/\d{17}[\dX]/)
    execFileSync('qpdf', ['--check', join(folder, 't.pdf')])
  })

  it('answer anybody: current, with the lines of the page', async () => {
    const [print] = await prints()
    const visitor = new Browser(world.app)
    const answer = await visitor.get(`/t/${print!.token}?p=1`)
    expect(answer.text).to.include('与账号现状一致').and.include('130632********0025').and.include('12.00')
    expect((await visitor.get(`/v/${print!.token}`)).headers['location']).to.equal(`/t/${print!.token}`)
    expect((await visitor.get(`/t?code=${print!.token.toLowerCase()}`)).headers['location']).to.equal(
      `/t/${print!.token}`,
    )
    expect((await visitor.get(`/t/${print!.token}?p=99`)).status).to.equal(200)
    const none = await visitor.get('/t/0000000000000000')
    expect([none.status, none.text.includes('查无此件')]).to.deep.equal([404, true])
    expect((await visitor.get('/t?code=')).text).to.include('请填写核验码')
  })

  it('say that the account has changed once a printed line was reversed, and a new print is current', async () => {
    const [print] = await prints()
    await world.services.certificates.revoke(certificateId, { reason: 'wrong-result', note: '成绩有误' }, bodyClerk)
    await deliverAll(world)
    const answer = await new Browser(world.app).get(`/t/${print!.token}?p=1`)
    expect(answer.text).to.include('账号已有变化').and.include('新增 1 笔账目').and.include('此后已冲回')
    expect((await world.browser.post('/me/transcripts')).status).to.equal(303)
    const newest = (await prints()).find(({ token }) => token !== print!.token)!
    expect(newest.sums.balance).to.equal(737)
    expect((await new Browser(world.app).get(`/t/${newest.token}`)).text).to.include('与账号现状一致')
  })

  it('are printed by officers of the county, and never opened by another holder or county', async () => {
    const [print] = await prints()
    const as = async (who: Parameters<typeof saveActor>[0]) => {
      const browser = new Browser(world.app)
      await browser.signIn((await saveActor(who)).username)
      return browser
    }
    const [own, other, stranger] = [
      await as({ role: 'county-officer', region: '130632' }),
      await as({ role: 'county-officer', region: '130629' }),
      await as({ role: 'trainee', personId: 'somebody' }),
    ]
    expect((await own.post(`/learning-accounts/${personId}/transcripts`)).status).to.equal(303)
    expect((await own.get(`/transcripts/${print!._id}/transcript.pdf`)).status).to.equal(200)
    expect((await own.get(`/learning-accounts/${personId}`)).text).to.include('7.37')
    expect([
      (await other.get(`/learning-accounts/${personId}`)).status,
      (await other.get(`/transcripts/${print!._id}/transcript.pdf`)).status,
      (await other.post(`/learning-accounts/${personId}/transcripts`)).status,
    ]).to.deep.equal([403, 403, 403])
    expect((await other.get('/learning-accounts')).text).not.to.include(personId)
    expect((await own.get('/learning-accounts?q=安')).text).to.include(personId)
    expect((await stranger.get(`/me/transcripts/${print!._id}/transcript.pdf`)).status).to.equal(404)
  })
})
