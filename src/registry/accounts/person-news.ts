import type { NotificationService } from '../../office/notifications/notification.service.js'
import { Account } from './account.model.js'

export interface PersonNews {
  personId: string
  key: string
  params?: Record<string, string | number>
  href: string
}

/** Tells the people who have an account of their own; inside the transaction of what happened. */
export async function tellPeople(notifications: NotificationService, news: readonly PersonNews[]): Promise<void> {
  if (news.length === 0) return
  const accounts = await Account.find({
    personId: { $in: news.map(({ personId }) => personId) },
    state: 'active' as const,
  })
    .select('personId')
    .lean<{ _id: string; personId: string }[]>()
  for (const { personId, ...message } of news)
    for (const account of accounts.filter((one) => one.personId === personId))
      await notifications.tell({ audience: { accountId: String(account._id) }, ...message })
}
