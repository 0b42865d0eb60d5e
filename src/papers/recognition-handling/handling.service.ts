import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import { invalid, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { CertificateBatchTurn, turnId } from '../certificate-batches/certificate-batch.model.js'
import {
  loadCase,
  type CaseDocument,
  type CaseMoves,
  type RecognitionNeeds,
} from '../recognitions/recognition-record.js'
import type { RefusalCode } from '../recognitions/recognition.data.js'
import { findingOf } from '../recognitions/recognition.rules.js'
import { evidenceVerdict } from '../source-checks/evidence.rules.js'
import { SourceCheck, type SourceCheckRecord } from '../source-checks/source-check.model.js'
import type { CheckResult, ComparedField } from '../source-checks/source-check.rules.js'
import type { SourceAnswers } from './source-answers.service.js'

export interface LookUp {
  place: string
  result: CheckResult
  fields: readonly ComparedField[]
  note?: string
  picture?: Buffer
}
export interface Opinion {
  note?: string
  bodyNotFiled: boolean
}
export interface Decision {
  granted: boolean
  reasons: readonly RefusalCode[]
  note?: string
}

/** What officers do with a case: materials, verification by looking, comparison, and the decision of a second person. */
export function createHandlingService(
  { clock, files, agreements, certificateIssue }: RecognitionNeeds,
  moves: CaseMoves,
  answers: SourceAnswers,
) {
  return {
    /** The materials are complete; a register that has the paper already answers at once. */
    accept: (id: string, actor: Actor, version?: number): Promise<void> =>
      change(id, async (one) => {
        const to = await moves.assertMay('accept', one, actor, version)
        await moves.enter(one, to, 'accepted', actor)
        await answers.ask(one)
      }),

    giveBack: (id: string, note: string, actor: Actor, version?: number): Promise<void> =>
      change(id, async (one) => {
        const to = await moves.assertMay('give-back', one, actor, version)
        await moves.enter(one, to, 'returned', actor, note)
        await moves.tell(one, 'recognitions.newsReturned', { note })
      }),

    /** Somebody looked at the source's site: who, when, the picture of the answer, and the answer. */
    async lookUp(
      id: string,
      { place, result, fields, note, picture }: LookUp,
      actor: Actor,
      version?: number,
    ): Promise<void> {
      const kind = evidenceVerdict(picture, true)
      if (!kind.ok) throw invalid(`recognitions.${kind.reason}`)
      await change(id, async (one) => {
        await moves.assertMay('check', one, actor, version)
        const check = {
          _id: newId(),
          caseId: id,
          kind: 'look-up' as const,
          result,
          fields: result === 'facts-differ' ? [...fields] : [],
          place,
          pictureFile: await files.put(picture!, kind.contentType),
          ...(note && { note }),
          at: clock.now(),
          byId: actor.id,
          byName: actor.name,
        }
        await SourceCheck.create([check])
        await answers.take(one, check as unknown as SourceCheckRecord, actor)
      })
    },

    /** The tables of the day of the application, kept as they are; the officer adds what no table knows. */
    compare: (id: string, { note, bodyNotFiled }: Opinion, actor: Actor, version?: number): Promise<void> =>
      change(id, async (one) => {
        const to = await moves.assertMay('compare', one, actor, version)
        one.set({ equivalence: await equivalenceOf(one), nextCheckOn: undefined })
        const { checkResult, equivalence } = one.toObject()
        const reasons = [
          ...findingOf({ checkResult: checkResult ?? null, equivalence: equivalence ?? null }),
          ...(bodyNotFiled ? (['body-not-filed'] as const) : []),
        ]
        one.set({ opinion: { reasons, byName: actor.name, ...(note && { note }) } })
        await moves.enter(one, to, 'compared', actor, note)
      }),

    async decide(id: string, { granted, reasons, note }: Decision, actor: Actor, version?: number): Promise<void> {
      await change(id, async (one) => {
        const to = await moves.assertMay(granted ? 'grant' : 'refuse', one, actor, version)
        if (!granted && reasons.length === 0) throw refused('recognitions.reasons-missing')
        const today = clock.today()
        one.set({
          decision: {
            on: today,
            granted,
            reasons: granted ? [] : [...reasons],
            byId: actor.id,
            byName: actor.name,
            ...(note && { note }),
          },
          ...(granted
            ? {
                inForceOn: today,
                effects: one.equivalence?.row?.effects ?? [],
                statement: { checkedText: one.checkedText },
              }
            : { endedOn: today }),
        })
        await moves.enter(one, to, granted ? 'granted' : 'refused', actor, note)
        if (granted) await askStatement(one, actor)
        await moves.tell(one, granted ? 'recognitions.newsGranted' : 'recognitions.newsRefused')
      })
    },

    /** The source says again that the paper holds. */
    restore: (id: string, note: string, actor: Actor, version?: number): Promise<void> =>
      change(id, async (one) => {
        const to = await moves.assertMay('restore', one, actor, version)
        one.set({ flaggedOn: undefined })
        await moves.enter(one, to, 'restored', actor, note)
        if (!one.certificateId) await askStatement(one, actor)
        await moves.tell(one, 'recognitions.newsRestored', { relying: true })
      }),

    revoke: (id: string, note: string, actor: Actor, version?: number): Promise<void> =>
      change(id, async (one) => {
        const to = await moves.assertMay('revoke', one, actor, version)
        one.set({ endedOn: clock.today() })
        await moves.enter(one, to, 'revoked', actor, note)
        await moves.tell(one, 'recognitions.newsRevoked', { relying: true })
      }),
  }

  async function change(id: string, work: (one: CaseDocument) => Promise<void>) {
    await transact(async () => work(await loadCase(id)))
  }

  /** Inside the transaction of the decision: the certificates queue makes the paper. A batch that still runs makes it itself. */
  async function askStatement({ _id }: CaseDocument, actor: Actor): Promise<void> {
    const sourceId = String(_id)
    if (await CertificateBatchTurn.exists({ _id: turnId(sourceId, 'statement') })) return
    const request = { kind: 'recognition', sourceId, family: 'statement', issuedOn: clock.today() } as const
    await certificateIssue.startBatch(request, actor)
  }

  async function equivalenceOf(one: CaseDocument) {
    const { region, family, edition, lineage, level } = one.source
    const verdict = await agreements.equivalence({ region, family, edition, lineage, level }, one.appliedOn)
    if (!verdict.ok) return { ok: false, reason: verdict.reason }
    const { agreementId, version, number, title, kind, clause, from, to } = verdict.version
    return { ok: true, agreementId, version, number, title, kind, clause, from, to: to ?? undefined, row: verdict.row }
  }
}
