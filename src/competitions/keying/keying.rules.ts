export interface KeyedValue {
  judgeId: string
  aspect: string
  value: number
}
export interface Keyed {
  theory?: number | null
  values: readonly KeyedValue[]
}
/** A box of the form: `theory`, or `<judgeId>:<aspect>`. */
export const boxKey = (judgeId: string, aspect: string): string => `${judgeId}:${aspect}`

const boxesOf = ({ theory, values }: Keyed): Map<string, number> =>
  new Map([
    ...(typeof theory === 'number' ? [['theory', theory] as const] : []),
    ...values.map(({ judgeId, aspect, value }) => [boxKey(judgeId, aspect), value] as const),
  ])

/** Boxes in which two people read another value from the same paper, or only one of them read one. */
export function differencesOf(one: Keyed, other: Keyed): string[] {
  const [a, b] = [boxesOf(one), boxesOf(other)]
  return [...new Set([...a.keys(), ...b.keys()])].filter((box) => a.get(box) !== b.get(box))
}

export type KeyingState = 'open' | 'half' | 'differs' | 'settled'
/** How far a contestant's paper is, as one of the keyers may know it: nobody sees the other's values before having keyed his own. */
export function keyingState(own: Keyed | undefined, other: Keyed | undefined): KeyingState {
  if (!own) return 'open'
  if (!other) return 'half'
  return differencesOf(own, other).length > 0 ? 'differs' : 'settled'
}
