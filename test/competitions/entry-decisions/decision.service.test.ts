import { expect } from 'chai'
import { Competition } from '../../../src/competitions/competitions/competition.model.js'
import { Entry } from '../../../src/competitions/entries/entry.model.js'
import { saveContest } from '../../builders/contest.js'
import { appFor, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('confirming all entries', () => {
  usesDatabase()
  const app = makeServices()
  const { entryDecisions } = app.services

  it('goes on when a colleague decides one meanwhile, and tells how many were theirs', async () => {
    const { eventId, entryIds, host, colleague } = await saveContest(app, 'entered', { entries: 4 })
    const [done] = await Promise.all([
      entryDecisions.confirmAll(eventId, host),
      entryDecisions.decide(entryIds[2]!, 'experience-missing', colleague).catch(() => undefined),
      entryDecisions.decide(entryIds[3]!, 'confirm', colleague).catch(() => undefined),
    ])
    const states = (await Entry.find({ eventId }).lean()).map(({ state, decidedById }) => [state, decidedById])
    expect(states.filter(([state]) => state === 'entered')).to.deep.equal([])
    expect(done.confirmed).to.equal(states.filter(([, by]) => by === host.id).length)
    expect(done.byOthers).to.be.at.most(2)
  })

  it('tells it on the page', async () => {
    const { eventId, entryIds, host, colleague } = await saveContest(app, 'entered', { entries: 3 })
    // The list is read, then a colleague decides the last before its turn comes.
    const { decide } = entryDecisions
    entryDecisions.decide = async (id, decision, actor) => {
      if (id === String([...entryIds].sort()[0])) await decide(String([...entryIds].sort()[2]), 'confirm', colleague)
      return decide(id, decision, actor)
    }
    try {
      expect(await entryDecisions.confirmAll(eventId, host)).to.deep.equal({ confirmed: 2, byOthers: 1 })
    } finally {
      entryDecisions.decide = decide
    }
    const { browser } = await appFor(host)
    expect((await browser.post(`/manage/events/${eventId}/entries/confirm`)).status).to.equal(303)
    expect((await browser.get(`/manage/events/${eventId}/entries`)).text).to.contain('已确认 0 个报名')
  })

  it('stops where nobody else is the reason: what is left stays as it is', async () => {
    const { competitionId, eventId, host } = await saveContest(app, 'entered', { entries: 2 })
    await Competition.updateOne({ _id: competitionId }, { $set: { state: 'entries-closed' } })
    const code = await entryDecisions.confirmAll(eventId, host).catch((error: { code: string }) => error.code)
    expect([code, await Entry.countDocuments({ eventId, state: 'entered' })]).to.deep.equal(['entries.wrong-state', 2])
  })
})
