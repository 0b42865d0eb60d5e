import type { Outbox } from '../../infra/outbox/outbox.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { Apprentice, type ApprenticeRecord } from '../../workplace/apprentices/apprentice.model.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../../workplace/apprenticeships/apprenticeship.model.js'
import { apprenticeshipInScope } from '../../workplace/apprenticeships/apprenticeship.rules.js'
import type { IssueFault } from '../certificate-issue/issue.rules.js'
import { issueFacts } from '../certificate-drawing/printed-facts.js'
import type { CertificateSource, Holding, OpenSource } from './certificate-source.js'
import type { IssuerOf } from '../course-run-papers/course-run-issuer.js'
import { mayIssue } from '../course-run-papers/course-run-source.rules.js'
import { holdersById } from './holders.queries.js'

/** Level certificates of a class of apprentices: one line for each apprentice that passed, issued by the body that examined. */
export function createApprenticeshipSource({ outbox, issuerOf }: { outbox: Outbox; issuerOf: IssuerOf }): OpenSource {
  return async (id) => {
    const one = await Apprenticeship.findById(id).lean<ApprenticeshipRecord>()
    return one ? sourceOf(one, await Apprentice.countDocuments({ apprenticeshipId: id })) : undefined
  }

  function sourceOf(one: ApprenticeshipRecord, size: number): CertificateSource {
    const apprenticeshipId = String(one._id)
    const { institutionId, assessmentBodyId, lineage, level } = one
    const owners = { organisationId: institutionId, assessmentBodyId, region: one.region, course: { lineage, level } }
    const settled = one.state === 'completed' || one.state === 'settled'
    return {
      head: {
        kind: 'apprenticeship',
        id: apprenticeshipId,
        title: one.title,
        organisationId: institutionId,
        region: one.region,
        families: ['level'],
        size,
        ...(settled && one.completedOn && { settledOn: one.completedOn }),
        ...(one.assessmentBodyName && { issuerName: one.assessmentBodyName }),
      },
      sees: (actor) => apprenticeshipInScope(actor, one),
      mayIssue: (actor, family) => mayIssue(actor, owners, family),
      issuer: (family, issuedOn) => issuerOf(owners, family, issuedOn),
      earned: async () =>
        (
          await Apprentice.find({ apprenticeshipId, state: 'certified' })
            .sort({ _id: 1 })
            .select('_id')
            .lean<{ _id: string }[]>()
        ).map(({ _id }) => _id),
      holdings: (_family, lineIds) => holdingsOf(one, lineIds),
      async papersMade(_family, papers) {
        await Apprentice.bulkWrite(
          papers.map(({ lineId, certificateId }) => ({
            updateOne: { filter: { _id: lineId }, update: { $set: { certificateId }, $inc: { version: 1 } } },
          })),
        )
      },
      // A revoked paper stays named in the record: the settlement and the ledger ask whether it still holds.
      async paperChanged(_family, lineId, before, after) {
        if (after)
          await Apprentice.updateOne(
            { _id: lineId, certificateId: { $in: [before, null] } },
            { $set: { certificateId: after }, $inc: { version: 1 } },
          )
      },
      countAgain: (effect) =>
        outbox.publish('person-times.settle-apprenticeship', `${apprenticeshipId}:${effect}`, { apprenticeshipId }),
    }
  }
}

function faultOf({ state }: ApprenticeRecord, hasPhoto: boolean): IssueFault | undefined {
  if (state === 'exited' || state === 'transferred') return 'withdrawn'
  if (state !== 'certified') return 'not-completed'
  return hasPhoto ? undefined : 'photo-missing'
}

const mark = (score: number | null | undefined): string => (score ?? 0).toFixed(1)

async function holdingsOf(one: ApprenticeshipRecord, lineIds: readonly string[]): Promise<Holding[]> {
  const apprentices = await Apprentice.find({ _id: { $in: [...lineIds] } }).lean<ApprenticeRecord[]>()
  const people = await holdersById(apprentices.map(({ personId }) => personId))
  const { institutionId, region, occupationId, occupationName, lineage, level } = one
  return apprentices.flatMap((apprentice) => {
    const person = people.get(apprentice.personId)
    if (!person) return []
    const fault = faultOf(apprentice, Boolean(person.photoFile))
    return [
      {
        lineId: String(apprentice._id),
        person,
        record: { institutionId, region, occupationId, lineage, level },
        ...(fault && { fault }),
        paper: (issue) => ({
          family: 'level',
          facts: {
            ...issueFacts(issue, person),
            occupationName,
            levelName: levelPrinted(level as Level),
            theoryScore: mark(apprentice.assessment?.theory),
            practiceScore: mark(apprentice.assessment?.practice),
          },
        }),
      } satisfies Holding,
    ]
  })
}
