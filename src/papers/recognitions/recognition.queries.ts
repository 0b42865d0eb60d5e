import { scopeOf, type Actor } from '../../shared/permissions.js'
import type { Day } from '../../shared/dates.js'
import { literal } from '../../shared/text.js'
import { SourceCheck, type SourceCheckRecord } from '../source-checks/source-check.model.js'
import { cleanSourceNumber } from '../source-registers/registry-row.rules.js'
import type { RecognitionSearch } from './recognition.forms.js'
import { Recognition, RecognitionReliance, type RecognitionRecord, type RelianceRecord } from './recognition.model.js'

export type RecognitionRow = RecognitionRecord & { _id: string }
type Filter = Record<string, unknown>

/** What waits for somebody's act; nobody is shown what he may not decide. */
export function waitingFilter({ id, role, region, organisationId }: Actor, today: Day): Filter {
  if (role === 'county-officer')
    return {
      region: region ?? 'none',
      applicantId: { $ne: id },
      $or: [{ state: { $in: ['applied', 'accepted', 'checked'] } }, { state: 'waiting', nextCheckOn: { $lte: today } }],
    }
  if (role === 'administrator') return { $or: [{ state: 'compared', handledBy: { $ne: id } }, { state: 'flagged' }] }
  return role === 'enterprise' ? { organisationId: organisationId ?? 'none', state: 'returned' } : { _id: { $in: [] } }
}

function viewFilter(view: RecognitionSearch['view'], actor: Actor, today: Day): Filter {
  if (view === 'mine') return waitingFilter(actor, today)
  return view ? { state: view } : {}
}

function filterOf(
  { q, region, family, occupation, state, county, view, level, year, batch }: RecognitionSearch,
  actor: Actor,
  today: Day,
): Filter {
  const number = cleanSourceNumber(q ?? '')
  return {
    $and: [
      scopeOf(actor),
      viewFilter(view, actor, today),
      q
        ? {
            $or: [
              { personName: new RegExp(`^${literal(q)}`) },
              { 'source.number': new RegExp(`^${literal(number)}`) },
              { number: q.toUpperCase() },
            ],
          }
        : {},
      {
        ...(region && { 'source.region': region }),
        ...(family && { 'source.family': family }),
        ...(occupation && { 'source.lineage': occupation }),
        ...(state && { state }),
        ...(county && { region: county }),
        ...(level && { 'source.level': level }),
        ...(year && { inForceOn: { $gte: `${year}-01-01`, $lte: `${year}-12-31` } }),
        ...(batch && { batchId: batch }),
      },
    ],
  }
}

export const recognitionQueries = {
  count: (search: RecognitionSearch, actor: Actor, today: Day): Promise<number> =>
    Recognition.countDocuments(filterOf(search, actor, today)),
  page: (search: RecognitionSearch, actor: Actor, today: Day, skip: number, limit: number): Promise<RecognitionRow[]> =>
    Recognition.find(filterOf(search, actor, today))
      .sort({ appliedOn: -1, _id: -1 })
      .skip(skip)
      .limit(limit)
      .lean<RecognitionRow[]>(),
  /** Those that `waitingFilter` names, the longest waiting first: the list of the first page. */
  waiting: (actor: Actor, today: Day): Promise<RecognitionRow[]> =>
    Recognition.find({ $and: [scopeOf(actor), waitingFilter(actor, today)] })
      .sort({ appliedOn: 1, _id: 1 })
      .limit(200)
      .lean<RecognitionRow[]>(),
  checksOf: (caseId: string): Promise<SourceCheckRecord[]> =>
    SourceCheck.find({ caseId }).sort({ at: -1 }).lean<SourceCheckRecord[]>(),
  check: (id: string): Promise<SourceCheckRecord | null> => SourceCheck.findById(id).lean<SourceCheckRecord>(),
  /** Other cases with this number of this place: the same paper spelt differently, or somebody else's. */
  sameNumber: ({ _id, source }: RecognitionRecord): Promise<RecognitionRow[]> =>
    Recognition.find({ _id: { $ne: _id }, 'source.number': source.number, 'source.region': source.region })
      .limit(20)
      .lean<RecognitionRow[]>(),
  reliancesOn: (caseId: string): Promise<RelianceRecord[]> =>
    RecognitionReliance.find({ caseId }).sort({ at: 1 }).limit(200).lean<RelianceRecord[]>(),
  async reliancesOf(organisationId: string): Promise<{ reliance: RelianceRecord; one: RecognitionRow }[]> {
    const rows = await RecognitionReliance.find({ organisationId }).sort({ at: -1 }).limit(500).lean<RelianceRecord[]>()
    const cases = new Map(
      (await Recognition.find({ _id: { $in: rows.map(({ caseId }) => caseId) } }).lean<RecognitionRow[]>()).map(
        (one) => [one._id, one],
      ),
    )
    return rows.flatMap((reliance) =>
      cases.has(reliance.caseId) ? [{ reliance, one: cases.get(reliance.caseId)! }] : [],
    )
  },
  /** For the learning account: every case of a person, newest first; credits follow those in force with the effect `credits`. */
  recognitionsOfPerson: (personId: string): Promise<RecognitionRow[]> =>
    Recognition.find({ personId }).sort({ appliedOn: -1, _id: -1 }).limit(200).lean<RecognitionRow[]>(),
  /** For talent statistics: recognised papers in force that count there; a person once is the counter's matter. They are never issues of ours. */
  talentRecognitions: (): Promise<
    Pick<RecognitionRow, '_id' | 'personId' | 'region' | 'source' | 'equivalence' | 'inForceOn'>[]
  > =>
    Recognition.find({ state: 'in-force', effects: 'talent-statistics' })
      .select('personId region source equivalence inForceOn')
      .lean<RecognitionRow[]>(),
}
export const recognitionsOfPerson = recognitionQueries.recognitionsOfPerson
