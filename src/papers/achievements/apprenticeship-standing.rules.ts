import type { ApprenticeRecord } from '../../workplace/apprentices/apprentice.model.js'
import type { ApprenticeshipState } from '../../workplace/apprenticeships/apprenticeship.model.js'
import { voidOf, type Standing } from './achievement.rules.js'

/**
 * What a place in a class of apprentices is worth to the account: outcomes count once the class is completed, and a certificate that
 * was revoked undoes its outcome.
 */
export function apprenticeStanding(
  classState: ApprenticeshipState,
  state: ApprenticeRecord['state'],
  certificate: 'none' | 'issued' | 'suspended' | 'revoked',
): Standing {
  if (classState === 'withdrawn' || classState === 'rejected') return voidOf('run-withdrawn')
  if (classState === 'suspended') return voidOf('run-suspended')
  if (state === 'exited') return voidOf('left')
  if ((classState !== 'completed' && classState !== 'settled') || state === 'training') return { standing: 'under-way' }
  // The rule asks for a passed assessment: who only sat out the term has no result to hold.
  if (state !== 'certified') return voidOf('not-completed')
  return certificate === 'revoked' ? voidOf('paper-revoked') : { standing: 'holds' }
}
