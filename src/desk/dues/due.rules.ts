import { addDays, type Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'

export const dueKinds = [
  'run-county',
  'run-area',
  'run-returned',
  'run-start',
  'run-finish',
  'run-results',
  'run-change',
  'run-certificates',
  'organisation',
  'organisation-returned',
  'learning-record',
] as const
export type DueKind = (typeof dueKinds)[number]
export interface DueSearch {
  kind: DueKind
  collection: 'runs' | 'organisations' | 'records'
  filter: Record<string, unknown>
}

const lateAfterDays = 5
export const isLate = (since: Day, today: Day): boolean => addDays(since, lateAfterDays) < today

/** Which records wait for whom. A reviewer is never shown what he submitted himself or passed in the first review. */
export function duesOf(actor: Actor, today: Day): DueSearch[] {
  const own = { organisationId: actor.organisationId ?? 'none' }
  switch (actor.role) {
    case 'administrator':
      return [
        {
          kind: 'run-area',
          collection: 'runs',
          filter: { state: 'county-passed', countyPassedById: { $ne: actor.id } },
        },
        { kind: 'run-change', collection: 'runs', filter: { 'changeRequest.requestedAt': { $ne: null } } },
        { kind: 'organisation', collection: 'organisations', filter: { state: 'submitted' } },
        { kind: 'learning-record', collection: 'records', filter: { state: 'submitted' } },
      ]
    case 'county-officer':
      return [
        { kind: 'run-county', collection: 'runs', filter: { state: 'submitted', region: actor.region ?? 'none' } },
        {
          kind: 'run-change',
          collection: 'runs',
          filter: { 'changeRequest.requestedAt': { $ne: null }, region: actor.region ?? 'none' },
        },
        {
          kind: 'organisation',
          collection: 'organisations',
          filter: { state: 'submitted', region: actor.region ?? 'none' },
        },
        {
          kind: 'learning-record',
          collection: 'records',
          filter: { state: 'submitted', region: actor.region ?? 'none', organisationId: null },
        },
      ]
    case 'institution-manager':
    case 'institution-clerk':
      return [
        {
          kind: 'organisation-returned',
          collection: 'organisations',
          filter: { _id: own.organisationId, state: 'returned' },
        },
        ...(actor.role === 'institution-manager'
          ? [
              {
                kind: 'learning-record' as const,
                collection: 'records' as const,
                filter: { ...own, state: 'submitted' },
              },
            ]
          : []),
        { kind: 'run-returned', collection: 'runs', filter: { ...own, state: 'returned' } },
        { kind: 'run-start', collection: 'runs', filter: { ...own, state: 'filed', startsOn: { $lte: today } } },
        { kind: 'run-finish', collection: 'runs', filter: { ...own, state: 'running', endsOn: { $lt: today } } },
        { kind: 'run-results', collection: 'runs', filter: { ...own, state: 'awaiting-assessment' } },
        {
          kind: 'run-certificates',
          collection: 'runs',
          filter: { ...own, state: 'closed', 'course.certificateFamily': 'completion' },
        },
      ]
    case 'assessment-body':
      return [
        {
          kind: 'run-certificates',
          collection: 'runs',
          filter: { assessmentBodyId: own.organisationId, state: 'closed', 'course.certificateFamily': 'level' },
        },
      ]
    case 'enterprise':
      return [
        {
          kind: 'organisation-returned',
          collection: 'organisations',
          filter: { _id: own.organisationId, state: 'returned' },
        },
        { kind: 'learning-record', collection: 'records', filter: { ...own, state: 'submitted' } },
      ]
    default:
      return []
  }
}
