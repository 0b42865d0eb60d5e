export const checkKinds = ['mid-term', 'assessment'] as const
export type CheckKind = (typeof checkKinds)[number]
export const checkRefusals = ['not-your-role', 'not-training', 'training-first', 'closed', 'of-body'] as const
export type CheckRefusal = (typeof checkRefusals)[number]

const training: readonly string[] = ['running', 'mid-checked']
const over: readonly string[] = ['completed', 'settled', 'withdrawn', 'rejected']

/**
 * May marks be entered now? The institution checks at mid-term while the class trains. At the end the body that the plan names
 * examines, so that who teaches does not examine; without one the institution does.
 */
export function checkOpen(
  kind: CheckKind,
  one: { state: string; institutionId: string; assessmentBodyId?: string | null },
  who: { may: boolean; role: string; organisationId?: string },
): CheckRefusal | undefined {
  const teaches =
    who.organisationId !== undefined && who.organisationId === one.institutionId && who.role !== 'assessment-body'
  const examines =
    who.organisationId !== undefined && who.organisationId === one.assessmentBodyId && who.role === 'assessment-body'
  if (!who.may || (!teaches && !examines)) return 'not-your-role'
  if (over.includes(one.state)) return 'closed'
  if (kind === 'mid-term') return !teaches ? 'not-your-role' : training.includes(one.state) ? undefined : 'not-training'
  if (one.state !== 'awaiting-assessment') return 'training-first'
  return one.assessmentBodyId && !examines ? 'of-body' : undefined
}
