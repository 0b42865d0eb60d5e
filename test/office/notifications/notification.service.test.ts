import { expect } from 'chai'
import { transact } from '../../../src/infra/mongo.js'
import { Notification } from '../../../src/office/notifications/notification.model.js'
import type { Services } from '../../../src/services.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { makeApp, saveActor } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

describe('notification service', () => {
  usesDatabase()
  let app: ReturnType<typeof makeApp>
  let services: Services
  let here: Actor
  let there: Actor
  before(async () => {
    app = makeApp()
    ;({ services } = app)
    here = await saveActor({ role: 'county-officer', region: '130632' })
    there = await saveActor({ role: 'county-officer', region: '130638' })
  })
  beforeEach(() => empty('notifications', 'messages', 'outbox'))

  const tell = (audience: object) =>
    transact(() => services.notifications.tell({ audience, key: 'notifications.noneText', href: '/messages' }))

  it('tells the officers of the county and nobody else', async () => {
    await tell({ role: 'county-officer', region: '130632' })
    await deliverAll(app)
    expect(await services.notifications.countUnread(here.id)).to.equal(1)
    expect(await services.notifications.countUnread(there.id)).to.equal(0)
  })

  it('tells everybody once, though the job comes twice, and keeps what was read as read', async () => {
    await tell({ role: 'county-officer' })
    await deliverAll(app)
    await services.notifications.markRead(here.id)
    await services.notifications.deliver(String((await Notification.findOne())!._id))
    expect(await services.notifications.countUnread(here.id)).to.equal(0)
    expect(await services.notifications.countUnread(there.id)).to.equal(1)
    expect(await services.notifications.listFor(there.id)).to.have.length(1)
  })

  it('tells nobody, when what happened was rolled back', async () => {
    await transact(async () => {
      await services.notifications.tell({ audience: { accountId: here.id }, key: 'notifications.none', href: '/' })
      throw new Error('change of mind')
    }).catch(() => undefined)
    await deliverAll(app)
    expect(await services.notifications.listFor(here.id)).to.deep.equal([])
  })
})
