import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Clock, Day } from '../../shared/dates.js'
import { forbidden, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Tier } from '../competitions/competition.model.js'
import { seedsFrom, tableSeeds, type TableKind, type TableOf } from './award-table.data.js'
import { AwardTable, AwardTableSlot, slotId, type AwardTableRecord } from './award-table.model.js'
import { tableOn } from './award-table.rules.js'

export interface NewTable<K extends TableKind = TableKind> {
  kind: K
  tiers: readonly Tier[]
  from: Day
  clause: string
  sample: boolean
  table: TableOf[K]
}

/** Dated tables of prizes and of promotion, by tier: a contest is decided by the tables of its first day. */
export function createAwardTableService({ clock }: { clock: Clock }) {
  const list = (): Promise<AwardTableRecord[]> =>
    AwardTable.find().sort({ kind: 1, from: -1, _id: 1 }).lean<AwardTableRecord[]>()
  return {
    /** Every row, the newest of each kind first. */
    list,
    async on<K extends TableKind>(kind: K, tier: Tier, day: Day): Promise<AwardTableRecord<K> | undefined> {
      return tableOn(await list(), kind, tier, day) as AwardTableRecord<K> | undefined
    },
    /** A new row from a day on; those before it stay as they are, and so do the awards that were decided by them. */
    async add(input: NewTable, actor: Actor): Promise<string> {
      if (!may(actor, 'award-table.edit')) throw forbidden('not-your-role')
      const { kind, tiers, from } = input
      const id = `${kind}-${from}-${tiers[0]!}`
      await transact(async () => {
        const slots = tiers.map((tier) => ({ _id: slotId(kind, tier, from), tableId: id }))
        if (await AwardTableSlot.exists({ _id: { $in: slots.map(({ _id }) => _id) } }))
          throw refused('awardTables.same-day', { from })
        await AwardTableSlot.insertMany(slots)
        const by = { createdAt: clock.now(), createdBy: actor.id, createdByName: actor.name }
        await AwardTable.create([{ ...input, _id: id, tiers: [...tiers], ...by }])
        noteAct('award-table', id, { kind, from, tiers: tiers.length })
      })
      return id
    },
    /** Loads the first rows where there are none; part of the migration. */
    async loadSeeds(): Promise<void> {
      for (const { kind, tiers, clause, table } of tableSeeds) {
        const tableId = `${kind}-${seedsFrom}-${tiers[0]!}`
        const row = { kind, tiers, from: seedsFrom, clause, sample: true, table, createdAt: clock.now() }
        await AwardTable.updateOne(
          { _id: tableId },
          { $setOnInsert: { ...row, createdBy: 'migration' } },
          { upsert: true },
        )
        for (const tier of tiers)
          await AwardTableSlot.updateOne(
            { _id: slotId(kind, tier, seedsFrom) },
            { $setOnInsert: { tableId } },
            { upsert: true },
          )
      }
    },
  }
}
export type AwardTableService = ReturnType<typeof createAwardTableService>
