import { inScope, type Actor } from '../../shared/permissions.js'

interface Run { organisationId: string; assessmentBodyId?: string | null; region: string }

/** Level certificates are issued by the assessment body, completion certificates by the institution; an administrator may stand in. */
export function mayIssue(actor: Actor, run: Run, family: 'level' | 'completion'): boolean {
  if (actor.role === 'administrator') return true
  const issuer = family === 'level' ? run.assessmentBodyId : run.organisationId
  return actor.organisationId !== undefined && actor.organisationId === issuer
}

/** The institution and the assessment body of a run both see its certificates; officers see their county's. */
export const seesRun = (actor: Actor, run: Run): boolean =>
  inScope(actor, run) || (actor.role === 'assessment-body' && actor.organisationId !== undefined && actor.organisationId === run.assessmentBodyId)
