import { Apprentice, type ApprenticeRecord } from '../../workplace/apprentices/apprentice.model.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../../workplace/apprenticeships/apprenticeship.model.js'
import { Certificate, type CertificateRecord } from '../certificates/certificate.model.js'
import type { Achievement } from './achievement.rules.js'
import { apprenticeStanding } from './apprenticeship-standing.rules.js'

const beforeFiling = ['draft', 'submitted', 'county-passed', 'returned'] as const
type Paper = Pick<CertificateRecord, 'number' | 'state'> & { _id: string }

/** Apprenticeships of some people. A place that went on elsewhere is told by the place where it went on. */
export async function apprenticeshipAchievements(personIds: readonly string[]): Promise<Achievement[]> {
  const apprentices = await Apprentice.find({ personId: { $in: [...personIds] }, state: { $ne: 'transferred' } }).lean<
    ApprenticeRecord[]
  >()
  const classes = await Apprenticeship.find({
    _id: { $in: apprentices.map(({ apprenticeshipId }) => apprenticeshipId) },
    state: { $nin: beforeFiling },
  }).lean<ApprenticeshipRecord[]>()
  const papers = await Certificate.find({
    _id: { $in: apprentices.flatMap(({ certificateId }) => certificateId ?? []) },
  })
    .select('number state')
    .lean<Paper[]>()
  return apprentices.flatMap((apprentice): Achievement[] => {
    const one = classes.find(({ _id }) => String(_id) === apprentice.apprenticeshipId)
    const paper = papers.find(({ _id }) => String(_id) === apprentice.certificateId)
    if (!one) return []
    const state = paper?.state === 'superseded' ? 'issued' : (paper?.state ?? 'none')
    return [
      {
        key: `apprenticeship:${String(apprentice._id)}`,
        personId: apprentice.personId,
        kind: 'apprenticeship',
        title: one.title,
        source: one.enterpriseName,
        on: one.completedOn ?? apprentice.exitedOn ?? one.endsOn,
        grade: 'issued',
        level: one.level,
        lineage: one.lineage,
        occupation: one.occupationName,
        region: one.region,
        ...(paper && { number: paper.number, certificateId: String(paper._id) }),
        ...apprenticeStanding(one.state, apprentice.state, state),
      },
    ]
  })
}
