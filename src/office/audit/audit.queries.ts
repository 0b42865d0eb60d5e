import { instantAt, addDays } from '../../shared/dates.js'
import { literal } from '../../shared/text.js'
import { AuditEntry, type AuditEntryRecord } from './audit-entry.model.js'

export interface AuditSearch {
  event?: string
  person?: string
  subject?: string
  from?: string
  to?: string
  view?: 'reveals' | 'refusals'
}

function filterOf({ event, person, subject, from, to, view }: AuditSearch): Record<string, unknown> {
  return {
    ...(event && { event: new RegExp(`^${literal(event.toUpperCase())}`) }),
    ...(view === 'reveals' && { event: /_(REVEALED|EXPORTED|PRINTED|DOWNLOADED|OPENED)$/ }),
    ...(view === 'refusals' && { status: { $gte: 400 } }),
    ...(person && { $or: [{ actorName: person }, { actorId: person }] }),
    ...(subject && { 'notes.id': subject }),
    ...((from || to) && {
      at: { ...(from && { $gte: instantAt(from) }), ...(to && { $lt: instantAt(addDays(to, 1)) }) },
    }),
  }
}

/** Reads for the auditors' page, newest first. */
export const auditQueries = {
  count: (search: AuditSearch): Promise<number> => AuditEntry.countDocuments(filterOf(search)),
  page: (search: AuditSearch, skip: number, limit: number): Promise<AuditEntryRecord[]> =>
    AuditEntry.find(filterOf(search)).sort({ at: -1, _id: -1 }).skip(skip).limit(limit).lean<AuditEntryRecord[]>(),
}
