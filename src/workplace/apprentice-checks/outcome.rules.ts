import {
  completionVerdict,
  type CompletionFigures,
  type IncompleteReason,
} from '../../training/assessments/completion.rules.js'
import type { ApprenticeOutcome } from '../apprentices/apprentice.model.js'

/** Marks of 100 in both parts, or absence. */
export interface Marks {
  theory?: number | null
  practice?: number | null
  absent?: boolean | null
}
export type OutcomeReason = IncompleteReason | 'exited' | 'not-employed'
export type OutcomeVerdict =
  { decided: true; outcome: ApprenticeOutcome; reasons: OutcomeReason[] } | { decided: false; reasons: OutcomeReason[] }

export interface OutcomeFacts {
  exited: boolean
  /** the labour contract holds on the day of the outcome */
  employed: boolean
  /** hours of central teaching: what the linked course runs recorded, and what the plan promises */
  attendedHours?: number
  plannedHours: number
  assessment?: Marks | null
}

/** Is this mark enough? Both parts are examined, as for every level. */
export function marksVerdict(
  { theory, practice, absent }: Marks,
  figures: CompletionFigures,
): { passed: boolean; reasons: IncompleteReason[] } {
  const { completed, reasons } = completionVerdict(
    { attendedHours: 0, plannedHours: 0, theoryScore: theory, practiceScore: practice, absent },
    figures,
  )
  return { passed: completed, reasons }
}

/**
 * What an apprenticeship came to for one person: with a certificate, trained to the end without one, or not completed. Who left,
 * is no longer employed or missed too much of the central teaching has not completed; a failed assessment does not undo the training.
 */
export function outcomeVerdict(
  { exited, employed, attendedHours, plannedHours, assessment }: OutcomeFacts,
  figures: CompletionFigures,
): OutcomeVerdict {
  const decided = (outcome: ApprenticeOutcome, reasons: OutcomeReason[] = []): OutcomeVerdict => ({
    decided: true,
    outcome,
    reasons,
  })
  if (exited) return decided('not-completed', ['exited'])
  if (!employed) return decided('not-completed', ['not-employed'])
  const { reasons } = completionVerdict(
    {
      attendedHours,
      plannedHours,
      theoryScore: assessment?.theory,
      practiceScore: assessment?.practice,
      absent: assessment?.absent,
      level: 1,
    },
    figures,
  )
  if (reasons.includes('low-attendance')) return decided('not-completed', reasons)
  if (reasons.includes('no-result') || attendedHours === undefined) return { decided: false, reasons: ['no-result'] }
  return reasons.length > 0 ? decided('completed', reasons) : decided('certified')
}
