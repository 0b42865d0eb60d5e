import { newId } from '../../infra/ids.js'
import { isDuplicateKey, transact } from '../../infra/mongo.js'
import type { Day } from '../../shared/dates.js'
import { invalid, isAppError, refused } from '../../shared/errors.js'
import type { IdDocumentType } from '../../shared/id-card.js'
import type { Actor } from '../../shared/permissions.js'
import { nextInSequence, openSequence } from '../../training/numbering/sequence.js'
import type { SourceFamily } from '../recognition-agreements/agreement.data.js'
import { loadCase, type CaseMoves, type RecognitionNeeds } from '../recognitions/recognition-record.js'
import type { origins } from '../recognitions/recognition.data.js'
import { Recognition, RecognitionClaim } from '../recognitions/recognition.model.js'
import { fingerprintOf } from '../recognitions/recognition.rules.js'
import { cleanIssuer, cleanSourceNumber } from '../source-registers/registry-row.rules.js'

export interface PaperInput {
  region: string
  family: SourceFamily
  occupationId: string
  level: number
  number: string
  issuer: string
  issuedOn: Day
  expiresOn?: Day
}
export interface Evidence {
  bytes: Buffer
  contentType: string
}
/** `person` is the holder: known already (a trainee), or by document. */
export interface Application {
  person: { id: string } | { name: string; idType: IdDocumentType; idNumber: string; phone?: string }
  county: string
  paper: PaperInput
  copy?: Evidence
  batchId?: string
}

/** Applications: made, corrected, withdrawn. */
export function createApplicationService(
  { clock, files, vault, people, occupations }: RecognitionNeeds,
  moves: CaseMoves,
) {
  return {
    /** Returns the id of the new case. Throws `refused('recognitions.duplicate')` with the case that has this paper already. */
    async apply({ person, county, paper, copy, batchId }: Application, actor: Actor): Promise<string> {
      const year = clock.today().slice(0, 4)
      await openSequence(`recognition:${year}`)
      const id = newId()
      const today = clock.today()
      const paperSource = await sourceOf(paper)
      let claimId = ''
      const work = () =>
        transact(async () => {
          const holder =
            'id' in person
              ? await people.get(person.id)
              : (
                  await people.findOrCreate(
                    {
                      ...person,
                      on: today,
                      organisationId: actor.organisationId ?? 'new-area',
                      residenceRegion: county,
                    },
                    actor.id,
                  )
                ).person
          const personId = String(holder._id)
          claimId = claimOf(paperSource.issuer, paperSource.number, personId)
          await assertFree(claimId)
          const number = `XA-HS-${year}-${String(await nextInSequence(`recognition:${year}`)).padStart(4, '0')}`
          await RecognitionClaim.create([{ _id: claimId, caseId: id, caseNumber: number }])
          const copyFile = copy && (await files.put(copy.bytes, copy.contentType))
          await Recognition.create([
            {
              _id: id,
              number,
              origin: originOf(actor, batchId),
              applicantId: actor.id,
              organisationId: actor.organisationId,
              organisationName: actor.organisationName,
              batchId,
              personId,
              personName: holder.name,
              idMasked: holder.idMasked,
              region: county,
              source: paperSource,
              copyFile,
              claimId,
              appliedOn: today,
              state: 'applied',
              handledBy: [actor.id],
              timeline: [{ act: 'applied', at: clock.now(), byId: actor.id, byName: actor.name, to: 'applied' }],
              createdAt: clock.now(),
            },
          ])
        })
      await barred(work, () => claimId)
      return id
    },

    /** What a reviewer returned, corrected; the paper may have another number now. */
    async resubmit(
      id: string,
      { paper, county, copy }: Pick<Application, 'paper' | 'county' | 'copy'>,
      actor: Actor,
      version?: number,
    ): Promise<void> {
      const paperSource = await sourceOf(paper)
      let claimId = ''
      await barred(
        () =>
          transact(async () => {
            const one = await loadCase(id)
            const to = await moves.assertMay('resubmit', one, actor, version)
            claimId = claimOf(paperSource.issuer, paperSource.number, one.personId)
            if (claimId !== one.claimId) {
              await assertFree(claimId)
              await RecognitionClaim.deleteOne({ _id: one.claimId, caseId: id })
              await RecognitionClaim.create([{ _id: claimId, caseId: id, caseNumber: one.number }])
            }
            one.set({
              source: paperSource,
              region: county,
              claimId,
              appliedOn: clock.today(),
              checkResult: undefined,
              checkId: undefined,
              ...(copy && { copyFile: await files.put(copy.bytes, copy.contentType) }),
            })
            await moves.enter(one, to, 'resubmitted', actor)
          }),
        () => claimId,
      )
    },

    async withdraw(id: string, reason: string, actor: Actor, version?: number): Promise<void> {
      await transact(async () => {
        const one = await loadCase(id)
        const to = await moves.assertMay('withdraw', one, actor, version)
        one.set({ endedOn: clock.today(), nextCheckOn: undefined })
        await moves.enter(one, to, 'withdrawn', actor, reason)
      })
    },
  }

  async function sourceOf({ occupationId, level, number, ...paper }: PaperInput) {
    const occupation = await occupations.get(occupationId)
    if (!occupation.levels.includes(level)) throw invalid('recognitions.level-not-in-standard')
    const { edition, lineage, name: occupationName } = occupation
    return { ...paper, occupationId, edition, lineage, occupationName, level, number: cleanSourceNumber(number) }
  }

  /** Keyed, so that nobody can try out whose paper has a case. */
  function claimOf(issuer: string, number: string, personId: string): string {
    return vault.blindIndex('recognition', fingerprintOf(cleanIssuer(issuer), number, personId))
  }
}

const originOf = ({ role }: Actor, batchId?: string): (typeof origins)[number] =>
  batchId ? 'batch' : role === 'trainee' ? 'person' : role === 'enterprise' ? 'enterprise' : 'officer'

async function assertFree(claimId: string): Promise<void> {
  const claim = await RecognitionClaim.findById(claimId).lean<{ caseNumber: string }>()
  if (claim) throw refused('recognitions.duplicate', { number: claim.caseNumber })
}

/** Two at once: the `_id` lets one through, the other is told the same as if it had come later. */
async function barred(work: () => Promise<void>, claimId: () => string): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isAppError(error, 'conflict') && isDuplicateKey(error)) await assertFree(claimId())
    throw error
  }
}
