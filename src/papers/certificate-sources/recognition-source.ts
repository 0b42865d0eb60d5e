import type { PolicyService } from '../../office/policies/policy.service.js'
import { conflict, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { patternSeries } from '../certificate-numbers/certificate-number.rules.js'
import { statementFacts, statementIssuer } from '../recognition-statements/statement-facts.js'
import { Recognition, type RecognitionRecord } from '../recognitions/recognition.model.js'
import { caseInScope, type CaseFacts } from '../recognitions/recognition.rules.js'
import type { CertificateSource, Holding, OpenSource } from './certificate-source.js'
import { holdersById } from './holders.queries.js'

/** The statement of a recognition: one line, the case itself. It points at the neighbour's paper and never copies it. */
export function createRecognitionSource({ policies }: { policies: PolicyService }): OpenSource {
  return async (id) => {
    const one = await Recognition.findById(id).lean<RecognitionRecord>()
    return one ? sourceOf(one) : undefined
  }

  function sourceOf(one: RecognitionRecord): CertificateSource {
    const id = String(one._id)
    return {
      head: {
        kind: 'recognition',
        id,
        title: `${one.number} ${one.source.occupationName}`,
        organisationId: statementIssuer.id,
        region: one.region,
        families: ['statement'],
        issuerName: statementIssuer.name,
        ...(one.inForceOn && { settledOn: one.inForceOn }),
      },
      sees: (actor) => caseInScope(actor, one as unknown as CaseFacts),
      mayIssue: (actor: Actor) => may(actor, 'recognition.decide'),
      async issuer(_family, issuedOn) {
        const { value } = await policies.figure<string>('certificate.statement-number', issuedOn)
        const verdict = patternSeries(value, issuedOn)
        if (!verdict.ok) throw refused(`certificateBatches.${verdict.reason}`)
        return { issuerId: statementIssuer.id, issuerName: statementIssuer.name, series: verdict.series }
      },
      earned: async () => (one.inForceOn ? [id] : []),
      holdings: () => holdingsOf(one),
      async papersMade(_family, papers) {
        for (const { certificateId } of papers) {
          // The source may have ended since the paper was drawn: then nothing of it is stored.
          const { modifiedCount } = await Recognition.updateOne(
            { _id: id, state: 'in-force' },
            { $set: { certificateId }, $inc: { version: 1 } },
          )
          if (modifiedCount === 0) throw conflict('changed-meanwhile')
        }
      },
      async paperChanged(_family, _lineId, before, after) {
        if (after)
          await Recognition.updateOne(
            { _id: id, certificateId: before },
            { $set: { certificateId: after }, $inc: { version: 1 } },
          )
      },
    }
  }
}

async function holdingsOf(one: RecognitionRecord): Promise<Holding[]> {
  const person = (await holdersById([one.personId])).get(one.personId)
  if (!person) return []
  return [
    {
      lineId: String(one._id),
      // No photo is printed on it.
      person: { ...person, photoFile: undefined } as typeof person,
      record: { region: one.region, occupationId: one.source.occupationId },
      ...(one.state !== 'in-force' && { fault: 'withdrawn' as const }),
      paper: (issue) => ({ family: 'statement', facts: statementFacts(one, issue, person) }),
    },
  ]
}
