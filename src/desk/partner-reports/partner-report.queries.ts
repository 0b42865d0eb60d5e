import { PersonTime } from '../../counting/person-times/person-time.model.js'
import { Certificate, issuedHere } from '../../papers/certificates/certificate.model.js'
import type { SourceFamily } from '../../papers/recognition-agreements/agreement.data.js'
import { Recognition } from '../../papers/recognitions/recognition.model.js'
import { Organisation } from '../../registry/organisations/organisation.model.js'
import { refused } from '../../shared/errors.js'
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
  family: SourceFamily
  /** the occupation over its editions */
  lineage: string
  occupation: string
  level: number
  cases: number
  people: number
}
export interface RunRow {
  id: string
  title: string
  number: string
  startsOn: string
  enrolled: number
}
export interface PartnerReport {
  partners: PartnerRow[]
  recognised: RecognisedRow[]
  /** cases in force by place of issue; they add up to `cases` */
  places: { region: string; cases: number }[]
  cases: number
  /** each once, however many papers */
  people: number
}

interface Found {
  _id: string
  count: number
  more?: number
  people?: string[]
}
const byId = (rows: readonly Found[]) => new Map(rows.map((row) => [row._id, row]))
const delivered = { state: { $in: ['running', 'awaiting-assessment', 'closed'] as const } }
const boundOf = (actor: Actor): { region?: string } => {
  const { region } = scopeOf(actor)
  return region ? { region: String(region) } : {}
}
const sum = (rows: readonly { cases: number }[]): number => rows.reduce((total, { cases }) => total + cases, 0)

/** What institutions and bodies of Beijing and Tianjin deliver here, and which papers are recognised; within the reader's county. */
export async function partnerReportOf(actor: Actor): Promise<PartnerReport> {
  const bound = boundOf(actor)
  const recognised = await recognisedIn(bound)
  const report = {
    partners: await partnersIn(bound),
    recognised,
    places: placesOf(recognised),
    cases: await Recognition.countDocuments({ state: 'in-force', ...bound }),
    people: (await Recognition.distinct('personId', { state: 'in-force', ...bound })).length,
  }
  if (report.cases !== sum(recognised)) throw refused('partnerReports.unbalanced')
  return report
}

/** The runs behind a figure of one organisation. */
export async function deliveredRuns(organisationId: string, actor: Actor): Promise<RunRow[]> {
  const runs = await CourseRun.find({ organisationId, ...delivered, ...boundOf(actor) })
    .select('title number startsOn enrolled')
    .sort({ startsOn: -1, _id: 1 })
    .lean<(Omit<RunRow, 'id'> & { _id: string })[]>()
  return runs.map(({ _id, title, number, startsOn, enrolled }) => ({ id: _id, title, number, startsOn, enrolled }))
}

async function partnersIn(bound: { region?: string }): Promise<PartnerRow[]> {
  const organisations = await Organisation.find({ homeRegion: /^1[12]/, state: { $in: ['approved', 'suspended'] } })
    .select('name homeRegion')
    .sort({ homeRegion: 1, name: 1 })
    .lean<{ _id: string; name: string; homeRegion: string }[]>()
  const own = { organisationId: { $in: organisations.map(({ _id }) => _id) }, ...bound }
  const runs = byId(
    await CourseRun.aggregate<Found>([
      { $match: { ...own, ...delivered } },
      { $group: { _id: '$organisationId', count: { $sum: 1 }, more: { $sum: '$enrolled' } } },
    ]),
  )
  const papers = byId(
    await Certificate.aggregate<Found>([
      { $match: { ...own, ...issuedHere, state: 'issued' } },
      { $group: { _id: '$organisationId', count: { $sum: 1 } } },
    ]),
  )
  const counted = byId(
    await PersonTime.aggregate<Found>([
      { $match: { ...own, verdict: 'counted' } },
      { $group: { _id: '$organisationId', count: { $sum: 1 }, people: { $addToSet: '$personId' } } },
    ]),
  )
  return organisations.map(({ _id, name, homeRegion }) => ({
    id: _id,
    name,
    homeRegion,
    runs: runs.get(_id)?.count ?? 0,
    trainees: runs.get(_id)?.more ?? 0,
    certificates: papers.get(_id)?.count ?? 0,
    personTimes: counted.get(_id)?.count ?? 0,
    people: counted.get(_id)?.people?.length ?? 0,
  }))
}

async function recognisedIn(bound: { region?: string }): Promise<RecognisedRow[]> {
  type Key = Pick<RecognisedRow, 'region' | 'family' | 'lineage' | 'level'>
  const rows = await Recognition.aggregate<{ _id: Key; occupation: string; cases: number; people: string[] }>([
    { $match: { state: 'in-force', ...bound } },
    {
      $group: {
        _id: {
          region: '$source.region',
          family: '$source.family',
          lineage: '$source.lineage',
          level: '$source.level',
        },
        occupation: { $max: '$source.occupationName' },
        cases: { $sum: 1 },
        people: { $addToSet: '$personId' },
      },
    },
    { $sort: { '_id.region': 1, '_id.family': 1, '_id.lineage': 1, '_id.level': 1 } },
  ])
  return rows.map(({ _id, occupation, cases, people }) => ({ ..._id, occupation, cases, people: people.length }))
}

function placesOf(rows: readonly RecognisedRow[]): PartnerReport['places'] {
  const regions = [...new Set(rows.map(({ region }) => region))]
  return regions.map((region) => ({ region, cases: sum(rows.filter((row) => row.region === region)) }))
}
