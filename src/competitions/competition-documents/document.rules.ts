import type { CompetitionState } from '../competitions/competition.model.js'

const over: readonly CompetitionState[] = ['withdrawn', 'cancelled', 'final']
/** Documents are added until the competition has ended, one way or another. */
export const takesDocuments = (state: CompetitionState): boolean => !over.includes(state)
