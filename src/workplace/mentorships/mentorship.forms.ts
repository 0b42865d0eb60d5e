import { z } from 'zod'
import { optionalText, requiredDay, requiredText } from '../../web/form.js'

const ids = z.preprocess(
  (value) => (Array.isArray(value) ? value : typeof value === 'string' && value ? [value] : []),
  z.array(z.string().max(120)).min(1, 'mentorships.whichMissing').max(500),
)

export const mentorForm = z.object({
  ids,
  accountId: requiredText('mentorships.mentorMissing', 40),
  from: requiredDay('mentorships.fromMissing'),
})
export const teacherForm = z.object({
  ids,
  name: requiredText('mentorships.nameMissing', 40),
  qualification: optionalText(40),
  from: requiredDay('mentorships.fromMissing'),
})
