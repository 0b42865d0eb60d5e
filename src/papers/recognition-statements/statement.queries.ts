import { Recognition, type RecognitionRecord } from '../recognitions/recognition.model.js'
import { StatementToken } from './statement.model.js'
import { cleanToken } from '../verification/verification.rules.js'

/** The case behind the code of a statement, for anybody who holds the paper. */
export async function caseOfToken(token: string): Promise<RecognitionRecord | undefined> {
  const found = await StatementToken.findById(cleanToken(token)).lean<{ caseId: string }>()
  return (found && (await Recognition.findById(found.caseId).lean<RecognitionRecord>())) || undefined
}
