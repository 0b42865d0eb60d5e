import { z } from 'zod'
import { threeCounties } from '../../shared/regions.js'
import { choiceOf, number, requiredDay, requiredLines, requiredText } from '../../web/form.js'
import { planLevels } from './plan.rules.js'

const level = z.preprocess(
  (value) => Number(value),
  z.union(
    planLevels.map((one) => z.literal(one)) as [z.ZodLiteral<3>, z.ZodLiteral<4>, z.ZodLiteral<5>, z.ZodLiteral<6>],
    'apprenticeshipPlans.levelMissing',
  ),
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
  trainingPlan: requiredLines('apprenticeshipPlans.trainingPlanMissing', { min: 20, max: 5000 }),
})
