import type { CompetitionState } from '../competitions/competition.model.js'

export interface CompetitionCount {
  target: number
  held: number
  planned: number
  missing: number
  met: boolean
}

export const heldStates: readonly CompetitionState[] = ['locked', 'noticed', 'final']

/** Published and not yet held. */
export const plannedStates: readonly CompetitionState[] = ['published', 'entries-open', 'entries-closed', 'contest']

/** 四（四）5: New Area competitions of a year; held once the marks are locked, planned from the publication on. */
export function competitionCount(states: readonly CompetitionState[], target: number): CompetitionCount {
  const held = states.filter((state) => heldStates.includes(state)).length
  const planned = states.filter((state) => plannedStates.includes(state)).length
  return { target, held, planned, missing: Math.max(0, target - held - planned), met: held >= target }
}
