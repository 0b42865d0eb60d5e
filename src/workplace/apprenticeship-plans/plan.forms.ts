import { z } from 'zod'
import { threeCounties } from '../../shared/regions.js'
import { cleanLines } from '../../shared/text.js'
import { choiceOf, number, requiredDay, requiredText } from '../../web/form.js'
import { planLevels } from './plan.rules.js'

const level = z.preprocess(
  (value) => Number(value),
  z.union(
    planLevels.map((one) => z.literal(one)) as [z.ZodLiteral<3>, z.ZodLiteral<4>, z.ZodLiteral<5>, z.ZodLiteral<6>],
    'apprenticeshipPlans.levelMissing',
  ),
)
const trainingPlan = z.preprocess(
  (value) => (typeof value === 'string' ? cleanLines(value) : ''),
  z.string().min(20, 'apprenticeshipPlans.trainingPlanMissing').max(5000, 'errors.tooLong|max=5000'),
)

export const planForm = z.object({
  occupationId: requiredText('apprenticeshipPlans.occupationMissing', 40),
  level,
  institutionId: requiredText('apprenticeshipPlans.institutionMissing', 40),
  assessmentBodyId: requiredText('apprenticeshipPlans.bodyMissing', 40),
  region: choiceOf(threeCounties, 'apprenticeshipPlans.regionMissing'),
  startsOn: requiredDay('apprenticeshipPlans.startsOnMissing'),
  endsOn: requiredDay('apprenticeshipPlans.endsOnMissing'),
  planned: number('apprenticeshipPlans.plannedFormat', { min: 1, max: 500 }),
  totalHours: number('apprenticeshipPlans.hoursFormat', { min: 1, max: 20_000 }),
  centralHours: number('apprenticeshipPlans.hoursFormat', { min: 1, max: 20_000 }),
  trainingPlan,
})
