import { z } from 'zod'
import { yuanShort } from '../../shared/money.js'
import { choiceOf, requiredDay, requiredText } from '../../web/form.js'
import { kindOf, policyKeys, type PolicyKey } from './policy.data.js'
import { policyValue } from './policy.rules.js'

export const policyKeyQuery = z.object({ key: z.enum(policyKeys).optional().catch(undefined) })

/** The value is read by the kind of its figure. */
export function newPolicyForm(key: PolicyKey) {
  const kind = kindOf(key)
  const missing =
    kind.kind === 'number'
      ? `policies.valueMissing|min=${kind.min}|max=${kind.max}`
      : kind.kind === 'money'
        ? `policies.moneyMissing|max=${yuanShort(kind.max)}`
        : kind.kind === 'text'
          ? 'policies.textMissing'
          : 'policies.choiceMissing'
  const value = z
    .preprocess((text) => (typeof text === 'string' ? text.trim() : ''), z.string())
    .transform((text, context) => {
      const read = policyValue(key, text)
      if (read === undefined) context.addIssue({ code: 'custom', message: missing })
      return read ?? 0
    })
  return z.object({
    value,
    from: requiredDay('policies.fromMissing'),
    clause: requiredText('policies.clauseMissing', 200),
    origin: choiceOf(['own', 'sample'], 'policies.originMissing'),
  })
}
