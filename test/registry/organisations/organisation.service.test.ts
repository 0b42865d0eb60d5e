import { expect } from 'chai'
import { newId } from '../../../src/infra/ids.js'
import { Notification } from '../../../src/office/notifications/notification.model.js'
import { Account } from '../../../src/registry/accounts/account.model.js'
import { CreditCode, Organisation } from '../../../src/registry/organisations/organisation.model.js'
import { organisationQueries } from '../../../src/registry/organisations/organisation.queries.js'
import type { OrganisationFacts } from '../../../src/registry/organisations/organisation-record.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { newCreditCode } from '../../builders/organisation.js'
import { makeServices, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const officer: Actor = { id: 'officer', username: 'officer', name: '罗秀云', role: 'county-officer', region: '130632' }
const facts = (overrides: Partial<OrganisationFacts> = {}): OrganisationFacts => ({
  name: '雄安苇海职业技能培训学校',
  creditCode: newCreditCode(),
  creditCodeWarning: false,
  capabilities: ['training-institution'],
  homeRegion: '133100',
  region: '130632',
  address: '建设大街1号',
  contactName: '刘海峰',
  contactPhone: '13800001234',
  licences: [{ occupation: 'bricklayer', maxLevel: 4, from: '2022-01-01', to: '2024-12-31' }],
  ...overrides,
})
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )

describe('organisations', () => {
  usesDatabase()
  const { services } = makeServices()
  const { organisations, organisationReviews } = services

  async function submitted(overrides: Partial<OrganisationFacts> = {}) {
    const maker = await saveActor('institution-manager')
    const id = await organisations.register(facts(overrides), maker)
    const actor = { ...maker, organisationId: id }
    await organisations.submit(id, actor)
    return { id, actor }
  }

  it('belong to whoever registers one without having one', async () => {
    const maker = await saveActor('institution-manager')
    const id = await organisations.register(facts(), maker)
    expect((await Account.findById(maker.id).lean())?.organisationId).to.equal(id)
    expect(await codeOf(organisations.register(facts(), { ...maker, organisationId: id }))).to.equal(
      'organisations.has-one',
    )
  })

  it('share no credit code, whichever comes first', async () => {
    const creditCode = newCreditCode()
    const admin = await saveActor('administrator')
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => codeOf(organisations.register(facts({ creditCode }), admin))),
    )
    expect(outcomes.filter((outcome) => outcome === 'done')).to.have.length(1)
    expect(await Organisation.countDocuments({ creditCode })).to.equal(1)
  })

  it('give a code back when a draft takes another', async () => {
    const admin = await saveActor('administrator')
    const [before, after] = [newCreditCode(), newCreditCode()]
    const id = await organisations.register(facts({ creditCode: before }), admin)
    await organisations.edit(id, facts({ creditCode: after }), admin)
    expect(
      await CreditCode.find({ organisationId: id })
        .lean()
        .then((rows) => rows.map(({ _id }) => _id)),
    ).to.deep.equal([after])
  })

  it('are approved by an officer of their county, who is told of them', async () => {
    const { id } = await submitted()
    expect(
      await Notification.countDocuments({
        'audience.role': 'county-officer',
        'audience.region': '130632',
        href: `/organisations/${id}/review`,
      }),
    ).to.equal(1)
    await organisationReviews.approve(id, officer)
    const row = await organisations.get(id)
    expect([row.state, row.waitingSince, row.timeline?.at(-1)?.act]).to.deep.equal(['approved', undefined, 'approved'])
  })

  it('are never reviewed by whoever made them', async () => {
    const admin = await saveActor('administrator')
    const id = await organisations.register(facts(), admin)
    await organisations.submit(id, admin)
    expect(await codeOf(organisationReviews.approve(id, admin))).to.equal('maker-is-checker')
    expect(await codeOf(organisationReviews.giveBack(id, '代码不对', admin))).to.equal('maker-is-checker')
    expect((await organisations.get(id)).state).to.equal('submitted')
  })

  it('are not reviewed by an officer of another county', async () => {
    const { id } = await submitted()
    expect(await codeOf(organisationReviews.approve(id, { ...officer, region: '130638' }))).to.equal('not-yours')
  })

  it('are submitted only when complete', async () => {
    const admin = await saveActor('administrator')
    const id = await organisations.register(facts({ licences: [] }), admin)
    expect(await codeOf(organisations.submit(id, admin))).to.equal('organisations.incomplete')
  })

  it('are approved with a code whose check does not fit only after somebody has compared it', async () => {
    const { id } = await submitted({ creditCode: '91350100M0001TGQXM', creditCodeWarning: true })
    expect(await codeOf(organisationReviews.approve(id, officer))).to.equal('organisations.code-not-accepted')
    await organisationReviews.acceptCode(id, officer)
    await organisationReviews.approve(id, officer)
    const row = await organisations.get(id)
    expect([row.state, row.creditCodeAcceptedBy]).to.deep.equal(['approved', 'officer'])
  })

  it('are corrected and submitted again after a return with its reason', async () => {
    const { id, actor } = await submitted()
    expect(await codeOf(organisationReviews.giveBack(id, '  ', officer))).to.equal('reasonMissing')
    await organisationReviews.giveBack(id, '许可已过期', officer)
    expect(await codeOf(organisations.edit(id, facts(), actor))).to.equal('done')
    await organisations.submit(id, actor)
    expect((await organisations.get(id)).timeline?.map(({ act }) => act)).to.deep.equal([
      'registered',
      'submitted',
      'returned',
      'edited',
      'submitted',
    ])
  })

  it('do not change while they wait', async () => {
    const { id, actor } = await submitted()
    expect(await codeOf(organisations.edit(id, facts(), actor))).to.equal('organisations.not-while-waiting')
  })

  it('suspended stop holding their licence, and resume', async () => {
    const { id } = await submitted()
    await organisationReviews.approve(id, officer)
    const asked = { lineage: 'bricklayer', level: 4, on: '2022-11-23' }
    await organisationReviews.suspend(id, '消防检查不合格', officer)
    expect(organisations.licenceVerdict(await organisations.get(id), asked)).to.deep.equal({
      ok: false,
      reason: 'not-approved',
    })
    await organisationReviews.resume(id, officer)
    expect(organisations.licenceVerdict(await organisations.get(id), asked)).to.deep.equal({ ok: true })
  })

  it('refuse a page that was opened before somebody else changed them', async () => {
    const { id } = await submitted()
    expect(await codeOf(organisationReviews.approve(id, officer, 99))).to.equal('changed-meanwhile')
  })

  it('share no prefix of certificate numbers', async () => {
    const body = { capabilities: ['assessment-body' as const], certificatePrefix: 'S000013000777' }
    const [one, other] = [await submitted(body), await submitted(body)]
    await organisationReviews.approve(one.id, officer)
    const clashes = async ({ id }: { id: string }) =>
      (await organisationQueries.clashes({ name: 'of nobody else', certificatePrefix: body.certificatePrefix }, id))
        .prefix
    expect([await clashes(one), await clashes(other)]).to.deep.equal([false, true])
    expect(await codeOf(organisationReviews.approve(other.id, officer))).to.equal('organisations.prefix-taken')
  })

  describe('once approved', () => {
    async function approved() {
      const made = await submitted()
      await organisationReviews.approve(made.id, officer)
      const { creditCode } = await organisations.get(made.id)
      return { ...made, creditCode }
    }
    const longer = { licences: [{ occupation: 'bricklayer', maxLevel: 6, from: '2022-01-01', to: '2025-12-31' }] }

    it('change address and contact at once', async () => {
      const { id, actor, creditCode } = await approved()
      expect(await organisations.edit(id, facts({ creditCode, address: '新址2号' }), actor)).to.equal('saved')
      const row = await organisations.get(id)
      expect([row.state, row.address, row.waitingSince]).to.deep.equal(['approved', '新址2号', undefined])
    })

    it('keep what was approved in force, until a reviewer agrees to the change', async () => {
      const { id, actor, creditCode } = await approved()
      expect(await organisations.edit(id, facts({ creditCode, ...longer }), actor)).to.equal('proposed')
      expect((await organisations.get(id)).licences[0]?.maxLevel).to.equal(4)
      await organisationReviews.approve(id, officer)
      const row = await organisations.get(id)
      expect([row.state, row.licences[0]?.maxLevel, row.proposal, row.waitingSince]).to.deep.equal([
        'approved',
        6,
        undefined,
        undefined,
      ])
    })

    it('keep it too, when the change is returned or taken back', async () => {
      const { id, actor, creditCode } = await approved()
      await organisations.edit(id, facts({ creditCode, ...longer }), actor)
      await organisationReviews.giveBack(id, '没有批准文件', officer)
      expect((await organisations.get(id)).proposal?.state).to.equal('returned')
      await organisations.withdrawProposal(id, actor)
      const row = await organisations.get(id)
      expect([row.proposal, row.licences[0]?.maxLevel]).to.deep.equal([undefined, 4])
    })

    it('cannot be changed by another organisation', async () => {
      const { id } = await approved()
      const stranger: Actor = {
        id: newId(),
        username: 'x',
        name: '外人',
        role: 'institution-manager',
        organisationId: newId(),
      }
      expect(await codeOf(organisations.edit(id, facts(), stranger))).to.equal('not-yours')
    })
  })
})
