import { z } from 'zod'
import { choiceOf, optionalText } from '../../web/form.js'

/** Approve, or return with a reason. */
export const settlementDecisionForm = z
  .object({ act: choiceOf(['pass', 'return'], 'settlements.actMissing'), note: optionalText(300) })
  .superRefine(({ act, note }, context) => {
    if (act === 'return' && !note)
      context.addIssue({ code: 'custom', path: ['note'], message: 'courseRuns.note-missing' })
  })
