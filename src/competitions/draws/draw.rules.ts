import { seededOrder, seededWords } from '../../shared/seeded-order.js'
import type { Duty } from '../assignments/assignment.model.js'
import type { CompetitionState } from '../competitions/competition.model.js'
import type { DrawStep } from './code-map.model.js'

export type Pair = readonly [from: string, to: string]
const steps: readonly DrawStep[] = ['entry', 'station', 'secret']
/** Three people, each with one map. */
export const keeperOf: Readonly<Record<DrawStep, Duty>> = {
  entry: 'registrar',
  station: 'draw-keeper',
  secret: 'code-keeper',
}
export const stepOf = (duty: Duty | undefined): DrawStep | undefined => steps.find((step) => keeperOf[step] === duty)

export type DrawRefusal =
  'not-your-duty' | 'not-open-for-draws' | 'already-drawn' | 'earlier-draw-missing' | 'nobody-confirmed'
export interface DrawFacts {
  state: CompetitionState
  eventOpen: boolean
  duty: Duty | undefined
  drawn: readonly DrawStep[]
  confirmed: number
}
export function drawVerdict(
  step: DrawStep,
  { state, eventOpen, duty, drawn, confirmed }: DrawFacts,
): { ok: true } | { ok: false; reason: DrawRefusal } {
  const no = (reason: DrawRefusal) => ({ ok: false as const, reason })
  if (duty !== keeperOf[step]) return no('not-your-duty')
  if (state !== 'entries-closed' || !eventOpen) return no('not-open-for-draws')
  if (drawn.includes(step)) return no('already-drawn')
  if (!steps.slice(0, steps.indexOf(step)).every((one) => drawn.includes(one))) return no('earlier-draw-missing')
  return confirmed === 0 ? no('nobody-confirmed') : { ok: true }
}

// Letters and digits that are not taken for one another on paper.
const code = { alphabet: 'ACDEFHJKLMNPQRTUVWXY34679', length: 4 }
const three = (number: number): string => String(number).padStart(3, '0')

/** 参赛号: the entries, in the order of their ids, get the numbers in a drawn order. */
export const entryPairs = (entryIds: readonly string[], eventNumber: string, seed: string): Pair[] => {
  const numbers = seededOrder(
    entryIds.map((_, index) => `${eventNumber}-${three(index + 1)}`),
    seed,
  )
  return [...entryIds].sort().map((id, index) => [id, numbers[index]!])
}
/** 赛位号 of each 参赛号. */
export const stationPairs = (numbers: readonly string[], seed: string): Pair[] => {
  const stations = seededOrder(
    numbers.map((_, index) => String(index + 1)),
    seed,
  )
  return [...numbers].sort().map((number, index) => [number, stations[index]!])
}
/** 加密号 of each 赛位号. */
export const secretPairs = (count: number, seed: string): Pair[] =>
  seededWords(count, seed, code).map((word, index) => [String(index + 1), word])

export interface Joined {
  entryId: string
  number: string
  station: string
  code: string
}
/** The three maps laid together: who stands behind each secret code. */
export function joinMaps(entry: readonly Pair[], station: readonly Pair[], secret: readonly Pair[]): Joined[] {
  const [stationOf, codeOf] = [new Map(station), new Map(secret)]
  return entry.map(([entryId, number]) => ({
    entryId,
    number,
    station: stationOf.get(number)!,
    code: codeOf.get(stationOf.get(number)!)!,
  }))
}
