import type { VoidReason } from '../achievements/achievement.rules.js'
import type { Hundredths, CreditRow, FigureOn } from './credit.rules.js'

/** Why an entry was reversed. A source that no longer holds says its own reason. */
export const reversalReasons = ['source-corrected', 'rule-changed', 'cap-shared-anew'] as const
export type ReversalReason = VoidReason | (typeof reversalReasons)[number]

/** An entry of the ledger as far as the rule must know it. */
export interface Booked {
  id: string
  key: string
  act: 'earned' | 'reversed'
  hundredths: Hundredths
  full?: Hundredths
  policyIds: readonly string[]
  reverses?: string | null
}
type Stored = Omit<Booked, 'id'> & { _id: string }
export const bookedOf = ({ _id, key, act, hundredths, full, policyIds, reverses }: Stored): Booked => ({
  id: _id,
  key,
  act,
  hundredths,
  policyIds,
  ...(full !== undefined && { full }),
  ...(reverses && { reverses }),
})
export interface Earning {
  id: string
  act: 'earned'
  row: CreditRow
}
export interface Reversal {
  id: string
  act: 'reversed'
  of: Booked
  reason: ReversalReason
}
export type Booking = Earning | Reversal

/** What each achievement stands at now: the last of its earnings that nothing reversed. */
export function standingEntries(entries: readonly Booked[]): Map<string, Booked> {
  const reversed = new Set(entries.flatMap(({ reverses }) => reverses ?? []))
  return new Map(
    entries.filter(({ act, id }) => act === 'earned' && !reversed.has(id)).map((entry) => [entry.key, entry]),
  )
}

/**
 * The entries that bring a ledger into step with what the rules say. Nothing is changed or removed: what differs is reversed as a
 * whole and earned anew. The id of an entry says which earning of which achievement it is, so booking it twice is booking it once.
 */
export function bookingsFor(rows: readonly CreditRow[], entries: readonly Booked[], figureOn: FigureOn): Booking[] {
  const standing = standingEntries(entries)
  const rowOf = new Map(rows.map((row) => [row.achievement.key, row]))
  const reversals = [...standing.values()]
    .filter(({ key, hundredths }) => (rowOf.get(key)?.hundredths ?? 0) !== hundredths)
    .map((of): Reversal => ({
      id: `reversed:${of.id}`,
      act: 'reversed',
      of,
      reason: reversalReason(of, rowOf.get(of.key), figureOn),
    }))
  const earnings = rows
    .filter(({ achievement, hundredths }) => hundredths > 0 && standing.get(achievement.key)?.hundredths !== hundredths)
    .map((row): Earning => ({ id: earningId(row.achievement.key, entries), act: 'earned', row }))
  return [...reversals, ...earnings]
}

const earningId = (key: string, entries: readonly Booked[]): string =>
  `earned:${key}:${entries.filter((one) => one.key === key && one.act === 'earned').length + 1}`

function reversalReason(of: Booked, row: CreditRow | undefined, figureOn: FigureOn): ReversalReason {
  if (!row) return 'removed'
  if (row.achievement.standing === 'void') return row.achievement.reason
  if (row.reason !== undefined && row.reason !== 'cap-reached') return 'source-corrected'
  if (of.full === row.full) return 'cap-shared-anew'
  const [rule] = row.keys
  return rule && of.policyIds[0] !== figureOn(rule, row.achievement.on).id ? 'rule-changed' : 'source-corrected'
}

/** The balance is never stored: it is the sum of the entries. */
export const balanceOf = (entries: readonly Pick<Booked, 'hundredths'>[]): Hundredths =>
  entries.reduce((sum, { hundredths }) => sum + hundredths, 0)
