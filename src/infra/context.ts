import { AsyncLocalStorage } from 'node:async_hooks'

/** Who does what for which reason: carried through a request or a job so that a transaction can write its own audit entry. */
export interface ActContext {
  event: string
  actorId?: string
  actorName?: string
  role?: string
  path?: string
  method?: string
  requestId?: string
  ip?: string
  /** the form that was sent, when it carries a key: it has one effect */
  form?: string
  /** set once a committed transaction has written the audit entry */
  recorded?: boolean
  notes: ActNote[]
}
export interface ActNote {
  subject: string
  id: string
  details?: Record<string, unknown>
}

const storage = new AsyncLocalStorage<ActContext>()

export const runAs = <T>(context: Omit<ActContext, 'notes'>, work: () => T): T =>
  storage.run({ ...context, notes: [] }, work)
export const currentAct = (): ActContext | undefined => storage.getStore()

/** Names who acts when only the act itself tells: somebody who signs in is nobody before. */
export function nameActor({ id, name, role }: { id: string; name: string; role: string }): void {
  const act = storage.getStore()
  if (act) Object.assign(act, { actorId: id, actorName: name, role })
}

/** Names the record that is being changed or revealed; it becomes part of the audit entry. Never put personal data in `details`. */
export function noteAct(subject: string, id: string, details?: Record<string, unknown>): void {
  storage.getStore()?.notes.push({ subject, id, ...(details && { details }) })
}
