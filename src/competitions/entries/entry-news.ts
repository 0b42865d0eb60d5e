import type { News, NotificationService } from '../../office/notifications/notification.service.js'
import { Account } from '../../registry/accounts/account.model.js'
import { Entry, type EntryRecord } from './entry.model.js'

const alive = { $in: ['entered', 'confirmed'] as ('entered' | 'confirmed')[] }

/** Tells the delegations and the contestants with an account of what concerns their entries; inside the transaction of what happened. */
export async function tellEntrants(
  notifications: NotificationService,
  which: Record<string, unknown>,
  news: Omit<News, 'audience'>,
): Promise<void> {
  const entries = await Entry.find({ state: alive, ...which })
    .select('organisationId personIds')
    .lean<Pick<EntryRecord, 'organisationId' | 'personIds'>[]>()
  const organisationIds = new Set(entries.flatMap(({ organisationId }) => organisationId ?? []))
  for (const organisationId of organisationIds) await notifications.tell({ ...news, audience: { organisationId } })
  const accounts = await Account.find({
    personId: { $in: entries.flatMap(({ personIds }) => personIds ?? []) },
    state: 'active',
  })
    .select('_id')
    .lean<{ _id: string }[]>()
  for (const { _id } of accounts) await notifications.tell({ ...news, audience: { accountId: String(_id) } })
}
