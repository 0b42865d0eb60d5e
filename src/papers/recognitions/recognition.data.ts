import type { TagKind } from '../../web/link-models.js'

export const recognitionStates = [
  'applied',
  'returned',
  'accepted',
  'waiting',
  'checked',
  'compared',
  'in-force',
  'refused',
  'withdrawn',
  'flagged',
  'revoked',
] as const
export type RecognitionState = (typeof recognitionStates)[number]
export const recognitionKinds: Readonly<Record<RecognitionState, TagKind>> = {
  applied: 'wait',
  returned: 'back',
  accepted: 'run',
  waiting: 'run',
  checked: 'run',
  compared: 'wait',
  'in-force': 'good',
  refused: 'back',
  withdrawn: 'neutral',
  flagged: 'wait',
  revoked: 'void',
}

/** Why a paper is not recognised; "not found" never means "false". */
export const refusalCodes = [
  'not-found',
  'identity-differs',
  'facts-differ',
  'suspended-at-source',
  'expired',
  'revoked-at-source',
  'body-not-filed',
  'no-agreement',
  'agreement-not-in-force',
  'family-not-listed',
  'occupation-not-listed',
  'level-not-listed',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export const origins = ['person', 'enterprise', 'batch', 'officer'] as const
