import { z } from 'zod'
import { optionalText, requiredText, ticked } from '../../web/form.js'

export const returnReasons = ['code', 'name', 'licence', 'expired', 'contact'] as const

export const decisionForm = z.object({
  act: z.enum(['approve', 'approve-next', 'return-next', 'accept-code'], 'errors.notOffered'),
  version: z.coerce.number().int().min(0),
  accepted: ticked,
})
export type Decision = z.infer<typeof decisionForm>

export const suspendForm = z.object({ reason: requiredText('errors.reasonMissing', 500), tail: optionalText(20) })
