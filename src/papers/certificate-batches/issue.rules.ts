export type IssueFault =
  | 'run-not-closed' | 'wrong-family' | 'not-completed' | 'withdrawn' | 'already-issued' | 'photo-missing' | 'issue-day-early' | 'issue-day-late'
export type IssueVerdict = { ok: true } | { ok: false; reason: IssueFault }

export interface RunToIssue { state: string; closedOn?: string | null; course: { certificateFamily: string } }
export interface EnrolmentToIssue { state: string; completed?: boolean | null }

const no = (reason: IssueFault): IssueVerdict => ({ ok: false, reason })

/** May a batch of this family be issued for this run on this day? Nothing is issued before the assessment or in the future. */
export function batchVerdict(run: RunToIssue, family: string, issuedOn: string, today: string): IssueVerdict {
  if (run.state !== 'closed' || !run.closedOn) return no('run-not-closed')
  // A level course also proves its hours, so a completion certificate may go beside the level certificate.
  if (family === 'level' && run.course.certificateFamily !== 'level') return no('wrong-family')
  if (issuedOn < run.closedOn) return no('issue-day-early')
  return issuedOn > today ? no('issue-day-late') : { ok: true }
}

/** May this person's certificate be made? A level certificate carries a photo (2022 notice, 15 items). */
export function holderVerdict(enrolment: EnrolmentToIssue, family: string, hasPhoto: boolean, alreadyIssued: boolean): IssueVerdict {
  if (alreadyIssued) return no('already-issued')
  if (enrolment.state !== 'enrolled') return no('withdrawn')
  if (enrolment.completed !== true) return no('not-completed')
  return family === 'level' && !hasPhoto ? no('photo-missing') : { ok: true }
}

/** The mark that one enrolment has its certificate of a family: taken once, kept when the paper is revoked or replaced. */
export const effectOf = (family: string, enrolmentId: string): string => `certificate:${family}:${enrolmentId}`

/** The certificate that the course leads to; a completion certificate beside a level certificate is the lesser one. */
export const isMainFamily = (run: { course: { certificateFamily: string } }, family: string): boolean => (run.course.certificateFamily === 'level') === (family === 'level')

/** The families that may be issued for a run, the main one first. */
export const familiesOf = (run: { course: { certificateFamily: string } }): ('level' | 'completion')[] => (run.course.certificateFamily === 'level' ? ['level', 'completion'] : ['completion'])
