import { awardQueries } from '../../competitions/awards/award.queries.js'
import { Certificate } from '../certificates/certificate.model.js'
import { paperStanding, type Achievement } from './achievement.rules.js'

const prizeNumbers = { first: 1, second: 2, third: 3, excellence: undefined } as const

/** Final results of whoever was ranked, with a prize or without; a paper, once there is one, is the evidence and carries the standing. */
export async function awardAchievements(personIds: readonly string[]): Promise<Achievement[]> {
  const rows = (await awardQueries.ofPeople(personIds)).filter(({ award }) => typeof award.rank === 'number')
  const papers = await Certificate.find({ _id: { $in: rows.flatMap(({ award }) => award.certificateId ?? []) } })
    .select('number state')
    .lean<{ _id: string; number: string; state: 'issued' | 'suspended' | 'revoked' | 'superseded' }[]>()
  return rows.flatMap(({ award, event, competition }): Achievement[] => {
    if (!event || !competition) return []
    const paper = papers.find(({ _id }) => _id === award.certificateId)
    const prize = award.prize ? prizeNumbers[award.prize] : undefined
    return [
      {
        key: `award:${award._id}`,
        personId: award.personId,
        kind: 'award',
        title: `${competition.title} ${event.title}`,
        source: competition.sponsor,
        on: event.finalOn ?? competition.contestTo,
        grade: 'issued',
        region: competition.region,
        lineage: event.lineage,
        occupation: event.occupationName,
        standing: 'holds',
        ...(prize && { prize }),
        ...(paper && { number: paper.number, certificateId: paper._id, ...paperStanding(paper.state) }),
      },
    ]
  })
}
