import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import { Account } from '../../registry/accounts/account.model.js'

export interface Held {
  id: string
  number: string
  personId: string
}

/** Tells the holders who have an account; inside the transaction of what happened. */
export async function tellHolders(
  notifications: NotificationService,
  certificates: readonly Held[],
  key: string,
): Promise<void> {
  const accounts = await Account.find({
    personId: { $in: certificates.map(({ personId }) => personId) },
    state: 'active',
  })
    .select('personId')
    .lean<{ _id: string; personId: string }[]>()
  for (const { id, number, personId } of certificates) {
    for (const account of accounts.filter((one) => one.personId === personId)) {
      await notifications.tell({
        audience: { accountId: String(account._id) },
        key,
        params: { number },
        href: paths.me.certificate(id),
      })
    }
  }
}
