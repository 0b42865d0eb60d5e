import { z } from 'zod'
import { choiceOf, optionalText, requiredDay, requiredText } from '../../web/form.js'
import { exitReasons } from '../apprentices/apprentice.model.js'

const version = z.preprocess(
  (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined),
  z.number().optional(),
)

export const exitForm = z.object({
  on: requiredDay('apprenticeChanges.exitOnMissing'),
  reason: choiceOf(exitReasons, 'apprenticeChanges.exitReasonMissing'),
  note: optionalText(300),
  version,
})
export const breakForm = z.object({
  from: requiredDay('apprenticeChanges.breakDayMissing'),
  to: requiredDay('apprenticeChanges.breakDayMissing'),
  reason: requiredText('apprenticeChanges.breakReasonMissing', 200),
  version,
})
export const endBreakForm = z.object({ on: requiredDay('apprenticeChanges.breakDayMissing'), version })
export const transferForm = z.object({
  classId: requiredText('apprenticeChanges.transferToMissing', 40),
  on: requiredDay('apprenticeChanges.breakDayMissing'),
  reason: requiredText('apprenticeChanges.breakReasonMissing', 200),
  version,
})
