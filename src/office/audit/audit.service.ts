import { currentAct, type ActContext } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Clock } from '../../shared/dates.js'
import { AuditEntry } from './audit-entry.model.js'

/** The trail of every write and every reveal of personal data. */
export function createAuditService({ clock }: { clock: Clock }) {
  const entry = (act: ActContext, status?: number) => ({
    _id: newId(),
    at: clock.now(),
    event: act.event,
    actorId: act.actorId,
    actorName: act.actorName,
    role: act.role,
    method: act.method,
    path: act.path,
    requestId: act.requestId,
    ip: act.ip,
    status,
    notes: act.notes.map(({ subject, id, details }) => ({ subject, id, details })),
  })
  return {
    /** Called before each commit: the change and its entry are one transaction. */
    async recordInTransaction(): Promise<void> {
      const act = currentAct()
      if (act) await AuditEntry.create([entry(act)])
    },
    /** Called when a response ends without a committed write: refused attempts, reveals, exports. */
    async record(act: ActContext, status: number): Promise<void> {
      await AuditEntry.create([entry(act, status)])
    },
  }
}
export type AuditService = ReturnType<typeof createAuditService>
