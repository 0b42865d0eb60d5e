import { z } from 'zod'
import { normaliseName } from '../../shared/text.js'
import { choiceOf, optionalText, requiredText } from '../../web/form.js'
import { nameGrounds, nameVerdict } from './name-correction.rules.js'

/** `known` is the name in the register; a form that has not changed it says nothing. */
export const nameForm = (known: string) =>
  z.object({
    name: requiredText('nameCorrections.nameMissing')
      .transform(normaliseName)
      .superRefine((name, context) => {
        const verdict = nameVerdict(known, name)
        if (verdict !== 'ok') context.addIssue({ code: 'custom', message: `nameCorrections.name-${verdict}` })
      }),
    ground: choiceOf(nameGrounds, 'nameCorrections.groundMissing'),
    note: optionalText(200),
    version: z.coerce.number().int().min(0).optional().catch(undefined),
  })
