import { expect } from 'chai'
import { Competition } from '../../../src/competitions/competitions/competition.model.js'
import { CompetitionEvent } from '../../../src/competitions/events/event.model.js'
import { Entrant, Entry } from '../../../src/competitions/entries/entry.model.js'
import { Message } from '../../../src/office/notifications/notification.model.js'
import { saveContest, saveHost, type Contest } from '../../builders/contest.js'
import { newIdNumber, savePerson } from '../../builders/person.js'
import { appAs, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const world = makeServices()
const member = (over: Record<string, string> = {}) => ({
  'name-1': '安小荷',
  'idType-1': 'resident-id',
  'idNumber-1': newIdNumber(),
  'identity-1': 'worker',
  'honour-1': 'none',
  ...over,
})

describe('the pages of entries', () => {
  usesDatabase()
  let contest: Contest
  before(async () => {
    contest = await saveContest(world, 'entered', { entries: 1 })
    await Competition.updateOne(
      { _id: contest.competitionId },
      { $set: { entriesTo: '2022-11-23', contestFrom: '2022-11-24' } },
    )
    await saveHost('other-9', '容城蓝天职业学校')
  })
  const at = (part: string) => `/events/${contest.eventId}/${part}`
  const team = () => appAs({ role: 'enterprise', organisationId: 'team-1' })
  const stranger = () => appAs({ role: 'institution-manager', organisationId: 'other-9' })
  const host = () => appAs({ role: 'institution-clerk', organisationId: 'host-1' })

  it('take a contestant of an organisation, and say of each field what is wrong', async () => {
    const { browser } = await team()
    const wrong = await browser.post(at('enter'), {
      'name-1': '安',
      'idNumber-1': '130632190101010026',
      'phone-1': '138',
      'identity-1': '',
    })
    expect(wrong.status).to.equal(422)
    for (const sentence of ['姓名写 2 到 50 个', '证件号码不对', '手机号码应为 11 位', '请选择参赛身份'])
      expect(wrong.text).to.include(sentence)
    expect(wrong.text).to.include('value="130632190101010026"')
    const once = member()
    expect((await browser.post(at('enter'), once)).status).to.equal(303)
    const again = await browser.post(at('enter'), once)
    expect([again.status, again.text.includes('已经报了这场竞赛，一人只报一项')]).to.deep.equal([422, true])
    expect(await Entry.countDocuments({ eventId: contest.eventId })).to.equal(2)
    const barred = await browser.post(at('enter'), member({ 'honour-1': 'national-expert' }))
    expect([barred.status, barred.text.includes('已获国家级荣誉，不能参赛')]).to.deep.equal([422, true])
  })

  it('hide the whole ID number in every list', async () => {
    const { browser } = await team()
    const fields = member({ 'name-1': '安小苇' })
    await browser.post(at('enter'), fields)
    const lists = [
      await browser.get('/entries'),
      await (await host()).browser.get(`/manage/events/${contest.eventId}/entries`),
    ]
    for (const { text } of lists)
      expect([text.includes('安小苇'), text.includes(fields['idNumber-1'])]).to.deep.equal([true, false])
  })

  it('let a trainee enter alone, once, and withdraw', async () => {
    const { _id: personId } = await savePerson(world.services, {
      organisationId: 'other-9',
      name: '安小渔',
      idNumber: newIdNumber(),
    })
    const { browser } = await appAs({ role: 'trainee', personId })
    expect((await browser.post(at('enter-myself'), {})).status).to.equal(422)
    const both = await Promise.all(
      [1, 2].map(() => browser.post(at('enter-myself'), { identity: 'worker', employer: '雄安水务' })),
    )
    expect(both.map(({ status }) => status).sort()).to.deep.equal([303, 422])
    const entry = (await Entry.findOne({ personIds: personId }).lean())!
    expect([entry.way, entry.organisationId, entry.members[0]?.organisationName]).to.deep.equal([
      'person',
      undefined,
      '雄安水务',
    ])
    expect((await browser.get('/me/entries')).text).to.include('安小渔')
    const someone = await appAs({ role: 'trainee', personId: 'nobody' })
    expect((await someone.browser.post(`/me/entries/${String(entry._id)}/withdraw`)).status).to.equal(403)
    expect((await browser.post(`/me/entries/${String(entry._id)}/withdraw`)).status).to.equal(303)
    expect(await Entrant.countDocuments({ entryId: String(entry._id) })).to.equal(0)
    expect((await browser.post(`/me/entries/${String(entry._id)}/withdraw`)).status).to.equal(422)
  })

  it('of a team are no form for one person, who reads whom to ask', async () => {
    const { browser } = await appAs({ role: 'trainee', personId: 'somebody' })
    await CompetitionEvent.updateOne({ _id: contest.eventId }, { $set: { teamSize: 2 } })
    const [form, page] = [
      await browser.get(at('enter-myself')),
      await browser.get(`/competitions/${contest.competitionId}`),
    ]
    await CompetitionEvent.updateOne({ _id: contest.eventId }, { $set: { teamSize: 1 } })
    expect([form.status, form.text.includes('按队报名，请联系所在单位办理')]).to.deep.equal([422, true])
    expect([page.text.includes('按队报名，由选手所在单位办理'), page.text.includes(at('enter-myself'))]).to.deep.equal([
      true,
      false,
    ])
  })

  it('belong to the organisation that made them, and are decided by the host alone', async () => {
    const { browser } = await stranger()
    const id = contest.entryIds[0]!
    expect((await browser.get('/entries')).text).not.to.include('选手甲')
    for (const path of [
      `/entries/${id}/withdraw`,
      `/entries/${id}/refuse`,
      `/manage/events/${contest.eventId}/entries/confirm`,
    ])
      expect([path, (await browser.post(path, { reason: 'experience-missing', id })).status]).to.deep.equal([path, 403])
    expect(
      (await (await team()).browser.post(`/entries/${id}/refuse`, { reason: 'experience-missing' })).status,
    ).to.equal(403)
    expect((await Entry.findById(id).lean())?.state).to.equal('entered')
  })

  it('are refused with a reason of the list, or confirmed, and the delegation hears of it', async () => {
    const { browser } = await host()
    const id = contest.entryIds[0]!
    expect((await browser.post(`/entries/${id}/refuse`, { reason: 'I do not like him' })).status).to.equal(422)
    expect((await browser.post(`/entries/${id}/refuse`, { reason: 'experience-missing' })).status).to.equal(303)
    expect((await browser.post(`/entries/${id}/refuse`, { reason: 'experience-missing' })).status).to.equal(422)
    expect((await browser.post(`/manage/events/${contest.eventId}/entries/confirm`)).status).to.equal(303)
    expect(await Entry.countDocuments({ eventId: contest.eventId, state: 'entered' })).to.equal(0)
    await deliverAll(world, 'notifications.send')
    expect(await Message.countDocuments({ accountId: contest.delegation.id, key: 'entries.told-refused' })).to.equal(1)
    expect((await (await team()).browser.get('/entries')).text).to.include('从业年限不够')
  })

  it('close with the competition: the form says when it was open', async () => {
    await Competition.updateOne({ _id: contest.competitionId }, { $set: { state: 'entries-closed' } })
    const { browser } = await team()
    for (const answer of [await browser.get(at('enter')), await browser.post(at('enter'), member())])
      expect([answer.status, answer.text.includes('不在报名时间内')]).to.deep.equal([422, true])
    expect((await browser.get('/events/nothing/enter')).status).to.equal(404)
  })
})
