import { newCode } from '../../infra/ids.js'
import { nextInSequence, openSequence } from '../../training/courses/sequence.js'
import type { Day } from '../../shared/dates.js'
import { StatementToken } from './statement.model.js'

/** Printed on statements; frozen with each of them, so that a later change leaves old papers as they are. */
const statementIssuer = '雄安新区职业技能评价结果互认窗口（样例）'
export interface StatementIssue {
  number: string
  token: string
  issuerName: string
  on: Day
}

const sequenceOf = (on: Day): string => `recognition-statement:${on.slice(0, 4)}`
export const openStatements = (on: Day): Promise<void> => openSequence(sequenceOf(on))

/** Number and code of a new statement, inside the transaction of the decision: a decision that fails gives its number back. */
export async function issueStatement(caseId: string, on: Day): Promise<StatementIssue> {
  const token = newCode(16)
  await StatementToken.create([{ _id: token, caseId }])
  return {
    number: `XA-HR-${on.slice(0, 4)}-${String(await nextInSequence(sequenceOf(on))).padStart(6, '0')}`,
    token,
    issuerName: statementIssuer,
    on,
  }
}
