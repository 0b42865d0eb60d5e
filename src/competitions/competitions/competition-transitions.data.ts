import type { Role } from '../../shared/permissions.js'
import type { Transition } from '../../shared/transitions.js'
import type { CompetitionState } from './competition.model.js'

export const competitionActs = [
  'submit',
  'recall',
  'publish',
  'return',
  'open-entries',
  'close-entries',
  'begin',
  'withdraw',
  'cancel',
] as const

export type CompetitionAct = (typeof competitionActs)[number]

export const host: readonly Role[] = ['institution-manager', 'institution-clerk', 'enterprise']

const area: readonly Role[] = ['administrator']

/** Every way from one state to another, and who may go it. What is not here cannot happen. */
export const transitions: readonly Transition<CompetitionAct, CompetitionState>[] = [
  { act: 'submit', from: ['draft', 'returned'], to: 'submitted', who: host },
  { act: 'recall', from: ['submitted'], to: 'draft', who: host },
  { act: 'publish', from: ['submitted'], to: 'published', who: area },
  { act: 'return', from: ['submitted'], to: 'returned', who: area },
  { act: 'open-entries', from: ['published'], to: 'entries-open', who: host },
  { act: 'close-entries', from: ['entries-open'], to: 'entries-closed', who: host },
  { act: 'begin', from: ['entries-closed'], to: 'contest', who: host },
  { act: 'withdraw', from: ['draft', 'returned', 'submitted'], to: 'withdrawn', who: host },
  { act: 'cancel', from: ['published', 'entries-open', 'entries-closed'], to: 'cancelled', who: [...host, ...area] },
  { act: 'cancel', from: ['contest'], to: 'cancelled', who: area },
]
