import { Schema, model } from 'mongoose'
import { tiers, type Tier } from '../competitions/competition.model.js'
import type { Day } from '../../shared/dates.js'
import { tableKinds, type TableKind, type TableOf } from './award-table.data.js'

export interface AwardTableRecord<K extends TableKind = TableKind> {
  _id: string
  kind: K
  /** the tiers that it is the table of */
  tiers: Tier[]
  /** by the first day of contest */
  from: Day
  clause: string
  sample: boolean
  table: TableOf[K]
  createdAt: Date
  createdBy: string
  createdByName?: string
}

/** A dated table with its clause. Rows are never changed: what was decided by one keeps it. */
const awardTableSchema = new Schema(
  {
    _id: String,
    kind: { type: String, enum: tableKinds, required: true },
    tiers: { type: [String], enum: tiers, required: true },
    from: { type: String, required: true },
    clause: { type: String, required: true },
    sample: { type: Boolean, required: true },
    table: { type: Schema.Types.Mixed, required: true },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    createdByName: String,
  },
  { collection: 'award-tables', versionKey: false, strict: 'throw' },
)
awardTableSchema.index({ kind: 1, from: -1 })
export const AwardTable = model('AwardTable', awardTableSchema)

/** One table of a kind for a tier from a day: the `_id` says so, also to two administrators at once. */
const slotSchema = new Schema(
  { _id: String, tableId: { type: String, required: true } },
  { collection: 'award-table-slots', versionKey: false, strict: 'throw' },
)
export const AwardTableSlot = model('AwardTableSlot', slotSchema)
export const slotId = (kind: TableKind, tier: Tier, from: Day): string => `${kind}:${tier}@${from}`
