export type IssueFault =
  | 'not-settled'
  | 'wrong-family'
  | 'not-completed'
  | 'withdrawn'
  | 'already-issued'
  | 'photo-missing'
  | 'issue-day-early'
  | 'issue-day-late'
export type IssueVerdict = { ok: true } | { ok: false; reason: IssueFault }

export interface SourceToIssue {
  families: readonly string[]
  settledOn?: string | null
}

const no = (reason: IssueFault): IssueVerdict => ({ ok: false, reason })

/** May a batch of this family be issued on this day? Nothing is issued before the results stand, or in the future. */
export function batchVerdict(
  { families, settledOn }: SourceToIssue,
  family: string,
  issuedOn: string,
  today: string,
): IssueVerdict {
  if (!settledOn) return no('not-settled')
  if (!families.includes(family)) return no('wrong-family')
  if (issuedOn < settledOn) return no('issue-day-early')
  return issuedOn > today ? no('issue-day-late') : { ok: true }
}

/** The mark that one line of a source has its paper of a family: taken once, kept when it is revoked or replaced. */
export const effectOf = (family: string, lineId: string): string => `certificate:${family}:${lineId}`
