import { inScope, type Actor } from '../../shared/permissions.js'
import type { IssueFault } from '../certificate-issue/issue.rules.js'

interface Run {
  organisationId: string
  assessmentBodyId?: string | null
  region: string
}

/** Level certificates are issued by the assessment body, completion certificates by the institution; an administrator may stand in. */
export function mayIssue(actor: Actor, run: Run, family: string): boolean {
  if (actor.role === 'administrator') return true
  const issuer = family === 'level' ? run.assessmentBodyId : run.organisationId
  return actor.organisationId !== undefined && actor.organisationId === issuer
}

/** The institution and the assessment body of a run both see its certificates; officers see their county's. */
export const seesRun = (actor: Actor, run: Run): boolean =>
  inScope(actor, run) ||
  (actor.role === 'assessment-body' &&
    actor.organisationId !== undefined &&
    actor.organisationId === run.assessmentBodyId)

/** Why this person's certificate cannot be made. A level certificate carries a photo (2022 notice, 15 items). */
export function enrolmentFault(
  enrolment: { state: string; completed?: boolean | null },
  family: string,
  hasPhoto: boolean,
): IssueFault | undefined {
  if (enrolment.state !== 'enrolled') return 'withdrawn'
  if (enrolment.completed !== true) return 'not-completed'
  return family === 'level' && !hasPhoto ? 'photo-missing' : undefined
}

/** The certificate that the course leads to; a completion certificate beside a level certificate is the lesser one. */
export const isMainFamily = (run: { course: { certificateFamily: string } }, family: string): boolean =>
  (run.course.certificateFamily === 'level') === (family === 'level')

/** The families that may be issued for a run, the main one first: a level course also proves its hours. */
export const familiesOf = (run: { course: { certificateFamily: string } }): ('level' | 'completion')[] =>
  run.course.certificateFamily === 'level' ? ['level', 'completion'] : ['completion']
