import { newId } from '../../infra/ids.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import { tellPeople } from '../../registry/accounts/person-news.js'
import { conflict, refused } from '../../shared/errors.js'
import type { Step } from '../../shared/timeline.js'
import type { CertificateSource } from '../certificate-sources/certificate-source.js'
import { Certificate, type CertificateRecord } from '../certificates/certificate.model.js'
import type { ChangeVerdict } from '../certificates/certificate.rules.js'

export function assertPossible(verdict: ChangeVerdict): void {
  if (!verdict.ok) throw refused(`certificates.${verdict.reason}`)
}

/** Only the paper that was looked at is changed: somebody else's change in between is a conflict. */
export async function change(
  { _id, state, version }: CertificateRecord & { version?: number },
  set: Record<string, unknown>,
  step: Step,
): Promise<void> {
  const { modifiedCount } = await Certificate.updateOne(
    { _id, state, version },
    { $set: set, $push: { timeline: step }, $inc: { version: 1 } },
  )
  if (modifiedCount === 0) throw conflict('changed-meanwhile')
}

interface Hearers {
  outbox: Outbox
  notifications: NotificationService
}
/** Who must hear of a change: what is counted from the paper, the ledger of credits, the holder, and the institution. */
export const spreading =
  ({ outbox, notifications }: Hearers) =>
  async (
    source: CertificateSource,
    { number, personId, institutionId }: CertificateRecord,
    key: string,
    id: string,
  ): Promise<void> => {
    await source.countAgain?.(newId())
    await outbox.publish('credits.settle-person', `${personId}:${newId()}`, { personId })
    const params = { number }
    await tellPeople(notifications, [{ personId, key, params, href: paths.me.certificate(id) }])
    if (institutionId)
      await notifications.tell({
        audience: { organisationId: institutionId },
        key: `${key}Institution`,
        params,
        href: paths.certificates.show(id),
      })
  }
