import type { EventState } from './event.model.js'

export const eventActs = ['begin', 'lock', 'rank', 'notice', 'finalise', 'cancel'] as const
export type EventAct = (typeof eventActs)[number]

/** Who may do an act is judged by the room that does it (competitions, marking, results); here only the order. */
export const eventTransitions: readonly { act: EventAct; from: EventState; to: EventState }[] = [
  { act: 'begin', from: 'open', to: 'marking' },
  { act: 'lock', from: 'marking', to: 'locked' },
  { act: 'rank', from: 'locked', to: 'ranked' },
  { act: 'notice', from: 'ranked', to: 'noticed' },
  { act: 'finalise', from: 'noticed', to: 'final' },
  { act: 'cancel', from: 'open', to: 'cancelled' },
]
export const eventStateAfter = (act: EventAct, state: EventState): EventState | undefined =>
  eventTransitions.find((line) => line.act === act && line.from === state)?.to

/** Marks may be corrected, by two people, from the ranking until the list is final. */
export const isCorrectable = (state: EventState): boolean => state === 'ranked' || state === 'noticed'

export interface EventInput {
  title: string
  occupationId: string
  level: number
  teamSize: 1 | 2 | 3
  minEntries: number
  maxEntries: number
  theoryWeight: number
  modules: { code: string; title: string; minutes?: number }[]
  tieChain: ('practice' | 'theory' | 'time')[]
  identities: ('worker' | 'student' | 'teacher')[]
  minAge: number
  honoursBarred: boolean
}
export type EventField = keyof EventInput
export type EventFault =
  | 'level-not-in-standard'
  | 'fewer-than-minimum'
  | 'module-twice'
  | 'modules-missing'
  | 'identities-missing'
  | 'tie-twice'

/** What is wrong with an event as typed; `levels` are those of the occupation's standard. */
export function eventFaults(input: EventInput, levels: readonly number[]): { field: EventField; reason: EventFault }[] {
  const codes = input.modules.map(({ code }) => code)
  const faults: ({ field: EventField; reason: EventFault } | false)[] = [
    !levels.includes(input.level) && { field: 'level', reason: 'level-not-in-standard' },
    input.maxEntries < input.minEntries && { field: 'maxEntries', reason: 'fewer-than-minimum' },
    codes.length === 0 && { field: 'modules', reason: 'modules-missing' },
    new Set(codes).size < codes.length && { field: 'modules', reason: 'module-twice' },
    input.identities.length === 0 && { field: 'identities', reason: 'identities-missing' },
    new Set(input.tieChain).size < input.tieChain.length && { field: 'tieChain', reason: 'tie-twice' },
  ]
  return faults.filter((fault) => fault !== false)
}
