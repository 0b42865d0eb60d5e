import { expect } from 'chai'
import { Competition } from '../../../src/competitions/competitions/competition.model.js'
import { CompetitionEvent } from '../../../src/competitions/events/event.model.js'
import { Entrant, Entry } from '../../../src/competitions/entries/entry.model.js'
import { MarkSheet } from '../../../src/competitions/marking/marking.model.js'
import { MarkingScheme } from '../../../src/competitions/marking-schemes/marking-scheme.model.js'
import { Message } from '../../../src/office/notifications/notification.model.js'
import { competitionInput, eventInput, saveContest, schemeFile } from '../../builders/contest.js'
import { newIdNumber } from '../../builders/person.js'
import { makeServices, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )

describe('a competition on its way', () => {
  usesDatabase()
  const app = makeServices()
  const { competitions, competitionEvents, entries, entryDecisions, schemes, draws, assignments } = app.services

  it('comes from the first form to the first mark, with every step on its timeline', async () => {
    const { competitionId, eventId, admin } = await saveContest(app, 'contest', { entries: 3 })
    const after = await competitions.get(competitionId)
    expect([after.state, after.number, after.entries]).to.deep.equal(['contest', 'JS2022-01', 3])
    expect(after.timeline!.map(({ act }) => act)).to.deep.equal([
      'created',
      'event-added',
      'document-added',
      'document-added',
      'submit',
      'publish',
      'open-entries',
      'close-entries',
      'begin',
    ])
    expect((await CompetitionEvent.findById(eventId).lean())?.state).to.equal('marking')
    const sheets = await MarkSheet.find({ eventId }).lean()
    expect([sheets.length, sheets.every(({ panel }) => panel.length === 3)]).to.deep.equal([3, true])
    expect((await MarkingScheme.findOne({ eventId, state: 'current' }).lean())?.frozenAt).to.be.instanceOf(Date)
    await deliverAll(app, 'notifications.send')
    expect(await Message.countDocuments({ accountId: admin.id, key: 'competitions.told-submit' })).to.equal(1)
  })

  it('is published by nobody who made it, and opened by its own host alone', async () => {
    const { competitionId, host, admin, delegation } = await saveContest(app, 'submitted')
    expect(await codeOf(competitions.act(competitionId, 'publish', host))).to.equal('not-your-role')
    expect(await codeOf(competitions.act(competitionId, 'open-entries', delegation))).to.equal('not-yours')
    await competitions.act(competitionId, 'return', admin, { note: '缺联系电话' })
    expect((await competitions.get(competitionId)).timeline!.at(-1)).to.include({ act: 'return', note: '缺联系电话' })
    await competitions.save(competitionId, { ...competitionInput, contact: '林 13800001234' }, host)
    await competitions.act(competitionId, 'submit', host)
    expect(await codeOf(competitions.save(competitionId, competitionInput, host))).to.equal('competitions.frozen')
  })

  it('tells what is missing before it begins, one thing at a time', async () => {
    const { competitionId, eventId, host } = await saveContest(app, 'entries-closed')
    const begin = () => codeOf(competitions.act(competitionId, 'begin', host))
    expect(await begin()).to.equal('competitions.scheme-missing')
    await schemes.confirm(await schemes.stage(eventId, schemeFile(), host), host)
    expect(await begin()).to.equal('competitions.staff-missing')
    const judge = await saveActor('judge')
    expect(
      await codeOf(assignments.appoint(eventId, [{ duty: 'registrar', seat: 1, accountId: judge.id }], host)),
    ).to.equal('assignments.wrong-role')
    expect(await codeOf(draws.draw(eventId, 'entry', judge))).to.equal('draws.not-your-duty')
  })

  it('is called off with a reason that everybody who entered hears', async () => {
    const { competitionId, delegation, admin } = await saveContest(app, 'entered')
    await competitions.act(competitionId, 'cancel', admin, { note: '场地维修' })
    await deliverAll(app, 'notifications.send')
    expect(await Message.countDocuments({ accountId: delegation.id, key: 'competitions.told-cancel' })).to.equal(1)
    expect((await competitions.get(competitionId)).state).to.equal('cancelled')
  })

  it('lets one event be called off, and frees its contestants', async () => {
    const { competitionId, eventId, host } = await saveContest(app, 'entered')
    await competitionEvents.cancel(eventId, '报名不足', host)
    expect(await Entrant.countDocuments({ _id: new RegExp(`^${competitionId}:`) })).to.equal(0)
    expect(await codeOf(competitionEvents.cancel(eventId, 'x', host))).to.equal('events.wrong-state')
  })

  it('takes each person once in a competition, and nobody after the last day', async () => {
    const { competitionId, eventId, delegation, host, entryIds } = await saveContest(app, 'entered', {
      entries: 1,
      event: { maxEntries: 3, minEntries: 1 },
    })
    await Competition.updateOne(
      { _id: competitionId },
      { $set: { entriesTo: '2022-11-23', contestFrom: '2022-11-24' } },
    )
    const idNumber = newIdNumber()
    const member = (name: string, over = {}) => ({
      members: [
        {
          name,
          idType: 'resident-id' as const,
          idNumber,
          identity: 'worker' as const,
          honour: 'none' as const,
          ...over,
        },
      ],
    })
    expect(await codeOf(entries.enter(eventId, member('张三', { identity: 'teacher' }), delegation))).to.equal(
      'entries.identity-not-admitted',
    )
    expect(await codeOf(entries.enter(eventId, member('张三', { honour: 'national-expert' }), delegation))).to.equal(
      'entries.honour-bars',
    )
    const both = await Promise.all([1, 2].map(() => codeOf(entries.enter(eventId, member('张三'), delegation))))
    expect(both.sort()).to.deep.equal(['done', 'entries.already-entered'])
    await entries.enter(eventId, member('李四', { idNumber: newIdNumber() }), delegation)
    expect(await codeOf(entries.enter(eventId, member('王五', { idNumber: newIdNumber() }), delegation))).to.equal(
      'entries.event-full',
    )
    await entries.withdraw(entryIds[0]!, delegation)
    expect((await CompetitionEvent.findById(eventId).lean())?.entries).to.equal(2)
    expect(await codeOf(entries.withdraw(entryIds[0]!, delegation))).to.equal('entries.wrong-state')
    const waiting = await Entry.findOne({ eventId, state: 'entered' }).lean()
    expect(await codeOf(entryDecisions.decide(String(waiting!._id), 'confirm', delegation))).to.equal('not-yours')
    await entryDecisions.decide(String(waiting!._id), 'experience-missing', host)
    expect(await Entrant.countDocuments({ entryId: waiting!._id })).to.equal(0)
    await Competition.updateOne({ _id: competitionId }, { $set: { entriesTo: '2022-11-22' } })
    expect(await codeOf(entries.enter(eventId, member('王五', { idNumber: newIdNumber() }), delegation))).to.equal(
      'entries.entries-not-open',
    )
  })

  it('gives no two events the same number, when two are made at once', async () => {
    const { competitionId, host } = await saveContest(app, 'draft')
    await Promise.all(
      ['焊工', '电工'].map((title) => competitionEvents.create(competitionId, { ...eventInput, title }, host)),
    )
    expect((await competitionEvents.of(competitionId)).map(({ number }) => number)).to.deep.equal(['01', '02', '03'])
  })
})
