import { z } from 'zod'
import { optionalText, requiredDay } from '../../web/form.js'

export const contractForm = z.object({
  number: optionalText(40),
  signedOn: requiredDay('contracts.dayMissing'),
  from: requiredDay('contracts.dayMissing'),
  to: requiredDay('contracts.dayMissing'),
  version: z.preprocess(
    (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined),
    z.number().optional(),
  ),
})
export const ownKinds = z.enum(['labour', 'training'])
