export type IssueFault =
  | 'run-not-closed' | 'wrong-family' | 'not-completed' | 'withdrawn' | 'already-issued' | 'photo-missing' | 'issue-day-early' | 'issue-day-late'
export type IssueVerdict = { ok: true } | { ok: false; reason: IssueFault }

export interface RunToIssue { state: string; closedOn?: string | null; course: { certificateFamily: string } }
export interface EnrolmentToIssue { state: string; completed?: boolean | null; certificateId?: string | null }

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
  if (enrolment.state !== 'enrolled') return no('withdrawn')
  if (enrolment.completed !== true) return no('not-completed')
  if (alreadyIssued) return no('already-issued')
  return family === 'level' && !hasPhoto ? no('photo-missing') : { ok: true }
}
