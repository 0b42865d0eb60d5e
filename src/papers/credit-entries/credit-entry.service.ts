import type { Day } from '../../shared/dates.js'
import type { Achievement } from '../achievements/achievement.rules.js'
import { CreditEntry, type CreditEntryRecord } from './credit-entry.model.js'
import { bookedOf, bookingsFor, type Booking } from './booking.rules.js'
import { creditRows, type FigureOn } from './credit.rules.js'

export type Entry = CreditEntryRecord & { _id: string }
/** What a settlement booked, or a recount would book. */
export interface Difference {
  personId: string
  id: string
  hundredths: number
}

/** The bookings that would bring each person's ledger into step with the rules; writes nothing. */
export async function bookingsOf(
  found: ReadonlyMap<string, readonly Achievement[]>,
  figureOn: FigureOn,
): Promise<Map<string, Booking[]>> {
  const entries = await CreditEntry.find({ personId: { $in: [...found.keys()] } })
    .sort({ serial: 1 })
    .lean<Entry[]>()
  const ledgerOf = (personId: string) => entries.filter((entry) => entry.personId === personId).map(bookedOf)
  return new Map(
    [...found].map(([personId, achievements]) => [
      personId,
      bookingsFor(creditRows(achievements, figureOn), ledgerOf(personId), figureOn),
    ]),
  )
}

export const hundredthsOf = (booking: Booking): number =>
  booking.act === 'earned' ? booking.row.hundredths : -booking.of.hundredths

/** Adds the entries after the last serial; called inside the transaction that has taken the person's turn. */
export async function addEntries(
  personId: string,
  bookings: readonly Booking[],
  after: number,
  { figureOn, now, today }: { figureOn: FigureOn; now: Date; today: Day },
): Promise<void> {
  const reversed = await CreditEntry.find({
    _id: { $in: bookings.flatMap((one) => (one.act === 'reversed' ? [one.of.id] : [])) },
  }).lean<Entry[]>()
  const originals = new Map(reversed.map((entry) => [entry._id, entry]))
  const rows = bookings.map((booking, i) => ({
    ...(booking.act === 'earned' ? earned(booking, figureOn) : reversal(booking, originals.get(booking.of.id)!, today)),
    _id: booking.id,
    personId,
    serial: after + i + 1,
    act: booking.act,
    hundredths: hundredthsOf(booking),
    at: now,
  }))
  await CreditEntry.insertMany(rows, { lean: true })
}

function earned({ row: { achievement, type, full, keys } }: Extract<Booking, { act: 'earned' }>, figureOn: FigureOn) {
  const { key, kind, title, source, grade, on, hours, level, number } = achievement
  const figures = keys.map((one) => figureOn(one, on))
  return {
    key,
    kind,
    type,
    title,
    source,
    grade,
    on,
    full,
    policyKeys: [...keys],
    policyIds: figures.map(({ id }) => id),
    clause: figures.map(({ clause }) => clause).join('；'),
    sample: figures.some(({ sample }) => sample),
    ...(hours !== undefined && { hours }),
    ...(level && { level }),
    ...(number && { number }),
  }
}

/** Everything of the entry that it takes back, so that a reader of one line knows what it was. */
function reversal({ of, reason }: Extract<Booking, { act: 'reversed' }>, original: Entry, today: Day) {
  const { key, kind, type, title, source, grade, full, policyKeys, policyIds, clause, sample, level, number } = original
  return {
    key,
    kind,
    type,
    title,
    source,
    grade,
    full: -full,
    policyKeys,
    policyIds,
    clause,
    sample,
    on: today,
    reverses: of.id,
    reason,
    ...(level && { level }),
    ...(number && { number }),
  }
}
