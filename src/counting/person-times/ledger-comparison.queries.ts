import { apprenticesOf, factsOf } from './person-time-facts.queries.js'
import type { FigureOn, LedgerRecord, LedgerRow } from '../verdicts/ledger-row.rules.js'
import { judgePerson, type LedgerSlot } from '../verdicts/person-time-order.rules.js'
import { PersonTime, PersonTimeSlot } from './person-time.model.js'

/** One row that a settlement changed, or that a recount found different. */
export interface Difference {
  id: string
  was: string
  now: string
}
export interface Change {
  row: LedgerRow
  before?: LedgerRecord
}
export interface Recount {
  rows: LedgerRow[]
  changes: Change[]
  obsolete: LedgerRecord[]
  freed: string[]
  moved: LedgerSlot[]
  taken: LedgerSlot[]
  slotFaults: Difference[]
}

/** Judges some people from the raw facts and compares with what stands in the ledger; writes nothing. */
export async function recount(personIds: readonly string[], figureOn: FigureOn): Promise<Recount> {
  const apprentices = await apprenticesOf(personIds)
  const judged = [...(await factsOf(personIds))].map(([personId, facts]) =>
    judgePerson(facts, figureOn, apprentices.get(personId)),
  )
  const [rows, slots] = [judged.flatMap((one) => one.rows), judged.flatMap((one) => one.slots)]
  const of = { personId: { $in: [...personIds] } }
  const ledger = new Map((await PersonTime.find(of).lean<LedgerRecord[]>()).map((row) => [row._id, row]))
  const held = new Map((await PersonTimeSlot.find(of).lean<LedgerSlot[]>()).map((slot) => [slot._id, slot]))
  const changes = rows
    .map((row) => ({ row, before: ledger.get(row._id) }))
    .filter(({ row, before }) => !before || canonical(row) !== canonical(before))
  const [stay, kept] = [new Set(rows.map(({ _id }) => _id)), new Set(slots.map(({ _id }) => _id))]
  const freed = [...held.keys()].filter((id) => !kept.has(id))
  const moved = slots.filter(({ _id, enrolmentId }) => held.has(_id) && held.get(_id)!.enrolmentId !== enrolmentId)
  const taken = slots.filter(({ _id }) => !held.has(_id))
  const slotFaults = [
    ...freed.map((id) => ({ id, was: 'slot', now: '-' })),
    ...[...moved, ...taken].map(({ _id, enrolmentId }) => ({
      id: _id,
      was: held.get(_id)?.enrolmentId ?? '-',
      now: enrolmentId,
    })),
  ]
  return {
    rows,
    changes,
    obsolete: [...ledger.values()].filter(({ _id }) => !stay.has(_id)),
    freed,
    moved,
    taken,
    slotFaults,
  }
}

const verdictText = ({ verdict, reason }: { verdict: string; reason?: string | null }): string =>
  reason ? `${verdict} ${reason}` : verdict
export const difference = ({ row, before }: Change): Difference => ({
  id: row._id,
  was: before ? verdictText(before) : '-',
  now: verdictText(row),
})
export const gone = (row: LedgerRecord): Difference => ({ id: row._id, was: verdictText(row), now: '-' })

const notFacts = new Set(['decidedAt', 'history'])
/** The facts of a row in one spelling, whichever order the database keeps them in. */
function canonical(row: object): string {
  return JSON.stringify(row, (key, value: unknown) => {
    if (notFacts.has(key)) return undefined
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, one]) => one !== null && one !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  })
}
