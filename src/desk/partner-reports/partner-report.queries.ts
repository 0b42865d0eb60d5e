import { PersonTime } from '../../counting/person-times/person-time.model.js'
import { Certificate } from '../../papers/certificates/certificate.model.js'
import { Recognition } from '../../papers/recognitions/recognition.model.js'
import { Organisation } from '../../registry/organisations/organisation.model.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { CourseRun } from '../../training/course-runs/course-run.model.js'

export interface PartnerRow {
  id: string
  name: string
  homeRegion: string
  runs: number
  trainees: number
  certificates: number
  personTimes: number
  people: number
}
export interface RecognisedRow {
  region: string
  level: number
  cases: number
  people: number
}
export interface PartnerReport {
  partners: PartnerRow[]
  recognised: RecognisedRow[]
}

interface Found {
  _id: string
  count: number
  more?: number
  people?: string[]
}
const byId = (rows: readonly Found[]) => new Map(rows.map((row) => [row._id, row]))

/** What institutions and bodies of Beijing and Tianjin deliver here, and which of their papers are recognised; within the reader's county. */
export async function partnerReportOf(actor: Actor): Promise<PartnerReport> {
  const { region } = scopeOf(actor)
  const bound = region ? { region } : {}
  const organisations = await Organisation.find({ homeRegion: /^1[12]/, state: { $in: ['approved', 'suspended'] } })
    .select('name homeRegion')
    .sort({ homeRegion: 1, name: 1 })
    .lean<{ _id: string; name: string; homeRegion: string }[]>()
  const ids = organisations.map(({ _id }) => _id)
  const runs = byId(
    await CourseRun.aggregate<Found>([
      {
        $match: {
          organisationId: { $in: ids },
          state: { $in: ['running', 'awaiting-assessment', 'closed'] },
          ...bound,
        },
      },
      { $group: { _id: '$organisationId', count: { $sum: 1 }, more: { $sum: '$enrolled' } } },
    ]),
  )
  const papers = byId(
    await Certificate.aggregate<Found>([
      { $match: { organisationId: { $in: ids }, state: 'issued', ...bound } },
      { $group: { _id: '$organisationId', count: { $sum: 1 } } },
    ]),
  )
  const counted = byId(
    await PersonTime.aggregate<Found>([
      { $match: { organisationId: { $in: ids }, verdict: 'counted', ...bound } },
      { $group: { _id: '$organisationId', count: { $sum: 1 }, people: { $addToSet: '$personId' } } },
    ]),
  )
  const recognised = await Recognition.aggregate<{
    _id: { region: string; level: number }
    cases: number
    people: string[]
  }>([
    { $match: { state: 'in-force', ...bound } },
    {
      $group: {
        _id: { region: '$source.region', level: '$source.level' },
        cases: { $sum: 1 },
        people: { $addToSet: '$personId' },
      },
    },
    { $sort: { '_id.region': 1, '_id.level': 1 } },
  ])
  return {
    partners: organisations.map(({ _id, name, homeRegion }) => ({
      id: _id,
      name,
      homeRegion,
      runs: runs.get(_id)?.count ?? 0,
      trainees: runs.get(_id)?.more ?? 0,
      certificates: papers.get(_id)?.count ?? 0,
      personTimes: counted.get(_id)?.count ?? 0,
      people: counted.get(_id)?.people?.length ?? 0,
    })),
    recognised: recognised.map(({ _id, cases, people }) => ({ ..._id, cases, people: people.length })),
  }
}
