import { z } from 'zod'
import { cleanText } from '../../shared/text.js'
import { requiredText } from '../../web/form.js'

export const relianceForm = z.object({
  number: requiredText('recognitions.caseNumberMissing', 30).transform((text) => cleanText(text).toUpperCase()),
  name: requiredText('recognitions.nameMissing', 50),
  purpose: requiredText('recognitions.purposeMissing', 60),
})
