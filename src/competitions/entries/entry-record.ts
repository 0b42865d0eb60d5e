/** What entering, deciding and leaving do alike with an entry's record. */
import type { News, NotificationService } from '../../office/notifications/notification.service.js'
import { Account } from '../../registry/accounts/account.model.js'
import { notFound } from '../../shared/errors.js'
import { Competition } from '../competitions/competition.model.js'
import { loadEvent, type EventDocument } from '../events/event-record.js'
import { Entrant, Entry, type EntryRecord } from './entry.model.js'

export type EntryDocument = InstanceType<typeof Entry>

/** The entry, to change it. */
export async function loadEntry(id: string): Promise<EntryDocument> {
  const entry = await Entry.findById(id)
  if (!entry) throw notFound('entry', id)
  return entry
}

/** Whoever leaves is free to enter again, and the place is free for others. */
export async function leave(entry: EntryDocument): Promise<void> {
  await Entrant.deleteMany({ entryId: String(entry._id) })
  await count(await loadEvent(entry.eventId), (await Competition.findById(entry.competitionId))!, -1)
}
/** Event and competition count what is alive in them; two that enter or leave at once wait for one another here. */
export async function count(
  event: EventDocument,
  competition: InstanceType<typeof Competition>,
  by: 1 | -1,
): Promise<void> {
  event.entries += by
  competition.entries += by
  await event.save()
  await competition.save()
}

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
