import { transact } from '../../infra/mongo.js'
import { forbidden, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { createApplicationService } from '../recognition-applications/application.service.js'
import { createHandlingService } from '../recognition-handling/handling.service.js'
import { createSourceAnswers } from '../recognition-handling/source-answers.service.js'
import { isSameName } from '../verification/verification.rules.js'
import { caseFor, createCaseMoves, type RecognitionNeeds } from './recognition-record.js'
import { Recognition, RecognitionReliance, relianceId, type RecognitionRecord } from './recognition.model.js'

/** Recognition of papers of Beijing, Tianjin and Hebei (plan 四(四)1), from the application to its end. */
export function createRecognitionService(needs: RecognitionNeeds) {
  const moves = createCaseMoves(needs)
  const answers = createSourceAnswers(needs, moves)
  return {
    ...createApplicationService(needs, moves),
    ...createHandlingService(needs, moves, answers),
    getFor: caseFor,
    waitDays: moves.waitDays,
    hearSource: answers.hear,
    askDue: answers.askDue,

    /** An employer says that it relies on a recognition; number and name together, the same answer for a wrong and for a missing one. */
    async rely(
      { number, name, purpose }: { number: string; name: string; purpose: string },
      actor: Actor,
    ): Promise<void> {
      if (!actor.organisationId) throw forbidden('not-your-role')
      const organisationId = actor.organisationId
      await transact(async () => {
        const one = await Recognition.findOne({
          number,
          state: { $in: ['in-force', 'flagged'] },
        }).lean<RecognitionRecord>()
        if (!one || !isSameName(name, one.personName)) throw refused('recognitions.reliance-none')
        const _id = relianceId(String(one._id), organisationId)
        const row = {
          caseId: String(one._id),
          organisationId,
          organisationName: actor.organisationName ?? '',
          purpose,
          at: needs.clock.now(),
          byName: actor.name,
        }
        await RecognitionReliance.updateOne({ _id }, { $setOnInsert: row }, { upsert: true })
      })
    },
  }
}
export type RecognitionService = ReturnType<typeof createRecognitionService>
