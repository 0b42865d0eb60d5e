import { addDays, type Day } from '../../shared/dates.js'

/** The two guides of an apprentice (企校双师): one of the enterprise, one of the institution. */
export const guideKinds = ['mentor', 'teacher'] as const
export type GuideKind = (typeof guideKinds)[number]

/** Both days belong to the pairing; without a last day it goes on until it is changed. */
export interface Pairing {
  apprenticeId: string
  kind: GuideKind
  guideId: string
  from: Day
  to?: Day | null
}

const meets = (a: Pick<Pairing, 'from' | 'to'>, b: Pick<Pairing, 'from' | 'to'>): boolean =>
  (!a.to || b.from <= a.to) && (!b.to || a.from <= b.to)

/** The most apprentices that a guide has on any one day from `from` on, told each apprentice once. */
export function busiest(pairings: readonly Pairing[], from: Day): number {
  const days = [from, ...pairings.map((one) => one.from).filter((day) => day > from)]
  return Math.max(
    0,
    ...days.map(
      (day) =>
        new Set(pairings.filter((one) => meets(one, { from: day, to: day })).map(({ apprenticeId }) => apprenticeId))
          .size,
    ),
  )
}

export const pairingRefusals = [
  'ended',
  'outside-term',
  'not-after-last',
  'same-guide',
  'guide-full',
  'log-after',
] as const
export type PairingRefusal = (typeof pairingRefusals)[number]
export type PairingVerdict = { ok: true; closes?: { from: Day; to: Day } } | { ok: false; reason: PairingRefusal }

interface Asked {
  apprenticeId: string
  kind: GuideKind
  guideId: string
  from: Day
}
interface Known {
  training: boolean
  term: { from: Day; to: Day }
  /** pairings of this apprentice, of every kind */
  own: readonly Pairing[]
  /** pairings of the guide who is asked for */
  ofGuide: readonly Pairing[]
  /** at most so many apprentices at once (样例：8) */
  limit: number
  /** the last day of which a log was signed by the mentor whom this pairing would replace */
  lastSignedOn?: Day
}

/** May this guide take the apprentice from that day? A pairing that goes on ends the day before; an earlier one is never rewritten. */
export function pairingVerdict(
  { apprenticeId, kind, guideId, from }: Asked,
  { training, term, own, ofGuide, limit, lastSignedOn }: Known,
): PairingVerdict {
  const no = (reason: PairingRefusal): PairingVerdict => ({ ok: false, reason })
  if (!training) return no('ended')
  if (from < term.from || from > term.to) return no('outside-term')
  const before = own.filter((one) => one.kind === kind).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  if (before && from <= before.from) return no('not-after-last')
  if (before && !before.to && before.guideId === guideId) return no('same-guide')
  if (before && lastSignedOn !== undefined && lastSignedOn >= from) return no('log-after')
  const others = ofGuide.filter((one) => one.apprenticeId !== apprenticeId)
  if (busiest([...others, { apprenticeId, kind, guideId, from }], from) > limit) return no('guide-full')
  return before && (!before.to || before.to >= from)
    ? { ok: true, closes: { from: before.from, to: addDays(from, -1) } }
    : { ok: true }
}

/** Who guides on a day. */
export const guideOn = <P extends Pairing>(pairings: readonly P[], kind: GuideKind, day: Day): P | undefined =>
  pairings.find((one) => one.kind === kind && meets(one, { from: day, to: day }))
