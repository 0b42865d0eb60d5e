import { newId } from '../../infra/ids.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { Clock } from '../../shared/dates.js'
import { Message, Notification, type MessageRecord, type NotificationRecord } from './notification.model.js'

export interface Audience {
  accountId?: string
  organisationId?: string
  role?: string
  region?: string
}
export interface News {
  audience: Audience
  key: string
  params?: Record<string, string | number>
  href: string
}

interface Needs {
  clock: Clock
  outbox: Outbox
  /** told by the wiring, because accounts live on a higher floor */
  accountsOf: (audience: Audience) => Promise<string[]>
}

/** Messages behind the bell. `tell` is called inside the transaction of what happened. */
export function createNotificationService({ clock, outbox, accountsOf }: Needs) {
  return {
    async tell({ audience, key, params = {}, href }: News): Promise<void> {
      const id = newId()
      await Notification.create([{ _id: id, audience, key, params, href, createdAt: clock.now() }])
      await outbox.publish('notifications.send', id, { notificationId: id })
    },
    /** Gives each account of the audience its copy; delivered twice it changes nothing. */
    async deliver(notificationId: string): Promise<void> {
      const news = await Notification.findById(notificationId).lean<NotificationRecord>()
      // What nobody delivered within ninety days has been forgotten by its own rule.
      if (!news) return
      const accounts = await accountsOf(news.audience as Audience)
      if (accounts.length === 0) return
      const { key, params, href, createdAt } = news
      await Message.bulkWrite(
        accounts.map((accountId) => ({
          updateOne: {
            filter: { _id: `${notificationId}:${accountId}` },
            update: { $setOnInsert: { accountId, key, params, href, createdAt } },
            upsert: true,
          },
        })),
      )
    },
    listFor: (accountId: string, limit = 50): Promise<MessageRecord[]> =>
      Message.find({ accountId }).sort({ createdAt: -1 }).limit(limit).lean<MessageRecord[]>(),
    countUnread: (accountId: string): Promise<number> => Message.countDocuments({ accountId, readAt: null }),
    async markRead(accountId: string): Promise<void> {
      await Message.updateMany({ accountId, readAt: null }, { $set: { readAt: clock.now() } })
    },
  }
}
export type NotificationService = ReturnType<typeof createNotificationService>
