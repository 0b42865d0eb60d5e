/** One step in the life of a record: who did what, when, and what changed. Stored with the record, newest last. */
export interface Step {
  act: string
  at: Date
  byId: string
  byName: string
  note?: string
  from?: string
  to?: string
}
