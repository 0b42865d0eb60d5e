import { z } from 'zod'
import { choiceOf, optionalText, requiredText } from '../../web/form.js'
import { reissueReasons, revocationReasons } from '../certificates/certificate.model.js'

/** The last four characters are typed against a certificate that was opened by mistake. */
export const revokeForm = (number: string) =>
  z.object({
    reason: choiceOf(revocationReasons, 'certificateChanges.reasonMissing'),
    document: optionalText(60),
    note: requiredText('certificateChanges.noteMissing', 500),
    lastFour: requiredText('certificateChanges.lastFourWrong', 12).refine(
      (text) => text.toUpperCase() === number.slice(-4),
      'certificateChanges.lastFourWrong',
    ),
  })

export const holdForm = z.object({ note: requiredText('certificateChanges.noteMissing', 500) })

export const reissueForm = z.object({
  reason: choiceOf(reissueReasons, 'certificateChanges.reissueReasonMissing'),
  note: requiredText('certificateChanges.noteMissing', 500),
})
