import { Organisation, type Capability } from '../../registry/organisations/organisation.model.js'
import { refused } from '../../shared/errors.js'
import type { ApprenticeshipDocument, ApprenticeshipNeeds } from '../apprenticeships/apprenticeship-record.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { planFaults, type PlanFieldFault, type PlanFigures, type PlanInput } from './plan.rules.js'

export interface PartnerOption {
  id: string
  name: string
}

/** With whom a plan may be made, by which figures, and what keeps it from being handed in. */
export function createPlanReadiness({
  clock,
  policies,
  organisations,
  occupations,
}: Pick<ApprenticeshipNeeds, 'clock' | 'policies' | 'organisations' | 'occupations'>) {
  const readiness = {
    /** Schools and training institutions that may be partners, and bodies that examine; approved ones only. */
    partners: (): Promise<PartnerOption[]> => approved(['training-institution', 'vocational-school']),
    bodies: (): Promise<PartnerOption[]> => approved(['assessment-body']),

    async figures(): Promise<PlanFigures> {
      const book = await policies.book()
      const figure = (
        key: 'min-months' | 'max-months' | 'max-apprentices' | 'min-hours' | 'min-central-hours',
      ): number => Number(book(`apprenticeship.${key}`, clock.today()).value)
      return {
        minMonths: figure('min-months'),
        maxMonths: figure('max-months'),
        maxApprentices: figure('max-apprentices'),
        minHours: figure('min-hours'),
        minCentralHours: figure('min-central-hours'),
      }
    },

    /** What keeps a plan from being handed in today. */
    async faults(plan: PlanInput & { enterpriseId: string }): Promise<PlanFieldFault[]> {
      const { levels } = await occupations.get(plan.occupationId)
      return planFaults(plan, {
        today: clock.today(),
        figures: await readiness.figures(),
        enterpriseId: plan.enterpriseId,
        levels,
      })
    },

    /** Refuses with the sentence of the first fault, or with the one that names whose licence is missing. */
    async assertReady(one: ApprenticeshipDocument): Promise<void> {
      const [fault] = await readiness.faults(planOf(one))
      if (fault)
        throw refused(`apprenticeshipPlans.${fault.reason}`, { ...(await readiness.figures()), field: fault.field })
      const enterprise = await organisations.get(one.enterpriseId)
      if (enterprise.state !== 'approved') throw refused('apprenticeshipPlans.enterprise-not-approved')
      for (const on of [one.startsOn, one.endsOn]) await assertLicensed(one.institutionId, one, on)
      await assertLicensed(one.assessmentBodyId ?? '', one, one.endsOn)
    },
  }
  return readiness

  async function assertLicensed(id: string, { lineage, level, occupationName }: ApprenticeshipDocument, on: string) {
    const organisation = await organisations.get(id)
    const verdict = organisations.licenceVerdict(organisation, { lineage, level, on })
    if (!verdict.ok)
      throw refused(`courses.${verdict.reason}`, { organisation: organisation.name, occupation: occupationName })
  }
}

const approved = async (capabilities: readonly Capability[]): Promise<PartnerOption[]> =>
  (
    await Organisation.find({ capabilities: { $in: [...capabilities] }, state: 'approved' })
      .sort({ namePinyin: 1 })
      .limit(500)
      .select('name')
      .lean<{ _id: string; name: string }[]>()
  ).map(({ _id, name }) => ({ id: _id, name }))

/** The plan of a record, as it was filled in. */
export function planOf(one: ApprenticeshipDocument | ApprenticeshipRecord): PlanInput & { enterpriseId: string } {
  const {
    region,
    institutionId,
    occupationId,
    level,
    startsOn,
    endsOn,
    planned,
    totalHours,
    centralHours,
    trainingPlan,
    assessmentBodyId,
    enterpriseId,
  } = one
  return {
    region,
    institutionId,
    occupationId,
    level,
    startsOn,
    endsOn,
    planned,
    totalHours,
    centralHours,
    trainingPlan,
    enterpriseId,
    assessmentBodyId: assessmentBodyId ?? '',
  }
}
