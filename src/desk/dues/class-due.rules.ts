import type { Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'

export const classDueKinds = [
  'plan-review',
  'plan-returned',
  'class-start',
  'class-finish',
  'class-mid-term',
  'class-assess',
  'class-complete',
  'class-certificates',
  'settlement-prepare',
  'settlement-review',
  'settlement-returned',
] as const
export type ClassDueKind = (typeof classDueKinds)[number]
export interface ClassDueSearch {
  kind: ClassDueKind
  collection: 'classes' | 'settlements'
  filter: Record<string, unknown>
}

/** Which classes of apprentices wait for whom; never a plan or a sheet for its own maker, or twice for one reviewer. */
export function classDuesOf(
  { id, role, organisationId = 'none', region = 'none' }: Actor,
  today: Day,
): ClassDueSearch[] {
  const classes = (kind: ClassDueKind, filter: Record<string, unknown>): ClassDueSearch => ({
    kind,
    collection: 'classes',
    filter,
  })
  const sheets = (kind: ClassDueKind, filter: Record<string, unknown>): ClassDueSearch => ({
    kind,
    collection: 'settlements',
    filter,
  })
  const notOwn = { submittedById: { $ne: id } }
  switch (role) {
    case 'administrator':
      return [
        classes('plan-review', { state: 'county-passed', countyPassedById: { $ne: id }, ...notOwn }),
        sheets('settlement-review', { state: 'county-passed', countyPassedById: { $ne: id }, ...notOwn }),
      ]
    case 'county-officer':
      return [
        classes('plan-review', { state: 'submitted', region, ...notOwn }),
        classes('class-mid-term', { state: 'running', region }),
        sheets('settlement-review', { state: 'submitted', region, ...notOwn }),
      ]
    case 'enterprise':
      return [
        classes('plan-returned', { enterpriseId: organisationId, state: 'returned' }),
        classes('class-start', { enterpriseId: organisationId, state: 'filed', startsOn: { $lte: today } }),
        classes('class-finish', { enterpriseId: organisationId, state: 'mid-checked', endsOn: { $lte: today } }),
        classes('settlement-prepare', { enterpriseId: organisationId, state: 'completed' }),
        sheets('settlement-returned', { enterpriseId: organisationId, state: 'returned' }),
      ]
    case 'institution-manager':
    case 'institution-clerk':
      return [
        // Who teaches does not examine where the plan names a body; the outcomes once there, it confirms the completion.
        classes('class-assess', {
          institutionId: organisationId,
          assessmentBodyId: null,
          state: 'awaiting-assessment',
        }),
        classes('class-complete', { institutionId: organisationId, state: 'awaiting-assessment' }),
      ]
    case 'assessment-body':
      return [
        classes('class-assess', { assessmentBodyId: organisationId, state: 'awaiting-assessment' }),
        classes('class-certificates', { assessmentBodyId: organisationId, state: 'completed' }),
      ]
    default:
      return []
  }
}
