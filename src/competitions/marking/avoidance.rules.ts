/** Why a judge steps back from a contestant (回避). */
export const avoidances = ['own-organisation', 'own-trainee', 'self'] as const
export type Avoidance = (typeof avoidances)[number]

export interface JudgeFacts {
  accountId: string
  name: string
  organisationId?: string
  personId?: string
}
export interface ContestantFacts {
  /** of the delegation and of its members */
  organisationIds: readonly string[]
  personIds: readonly string[]
  /** the course runs in which its members are enrolled: who held them, who taught */
  taughtBy: readonly { organisationId: string; teachers: readonly string[] }[]
}

/** Worked out from the register and the rosters; nobody declares it. */
export function avoidanceOf(judge: JudgeFacts, contestant: ContestantFacts): Avoidance | undefined {
  if (judge.personId && contestant.personIds.includes(judge.personId)) return 'self'
  if (judge.organisationId && contestant.organisationIds.includes(judge.organisationId)) return 'own-organisation'
  const taught = contestant.taughtBy.some(
    ({ organisationId, teachers }) => organisationId === judge.organisationId || teachers.includes(judge.name),
  )
  return taught ? 'own-trainee' : undefined
}

export const panelSize = 3
export interface Panel {
  judges: JudgeFacts[]
  avoided: { accountId: string; name: string; reason: Avoidance }[]
}

/** The first three judges, in the order of their seats, who need not step back. */
export function panelOf(judges: readonly JudgeFacts[], contestant: ContestantFacts): Panel {
  const avoided = judges.flatMap((judge) => {
    const reason = avoidanceOf(judge, contestant)
    return reason ? [{ accountId: judge.accountId, name: judge.name, reason }] : []
  })
  const free = judges.filter(({ accountId }) => !avoided.some((one) => one.accountId === accountId))
  return { judges: free.slice(0, panelSize), avoided }
}
