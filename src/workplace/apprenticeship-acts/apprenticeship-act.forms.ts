import { z } from 'zod'
import { requiredText } from '../../web/form.js'

export const actReasonForm = z.object({ reason: requiredText('courseRuns.reasonMissing', 300) })
