import { Occupation } from '../../registry/occupations/occupation.model.js'
import { Organisation } from '../../registry/organisations/organisation.model.js'
import type { Scope } from '../../shared/permissions.js'
import type { PersonTimeFilter } from './person-time.forms.js'
import type { LedgerRecord } from '../verdicts/ledger-row.rules.js'
import { aggregate, conditionOf } from './person-time-tally.queries.js'
import { PersonTime } from '../person-times/person-time.model.js'

const newestFirst = { on: -1, _id: 1 } as const
export const pageOfRows = (
  filter: PersonTimeFilter,
  scope: Scope,
  skip: number,
  limit: number,
): Promise<LedgerRecord[]> =>
  PersonTime.find(conditionOf(filter, scope)).sort(newestFirst).skip(skip).limit(limit).lean<LedgerRecord[]>()

/** All rows of a filter, one batch in memory at a time. */
export const everyRow = (filter: PersonTimeFilter, scope: Scope): AsyncIterable<LedgerRecord> =>
  PersonTime.find(conditionOf(filter, scope))
    .sort(newestFirst)
    .allowDiskUse(true)
    .lean<LedgerRecord>()
    .cursor({ batchSize: 1000 })

export interface PersonGroup {
  personId: string
  personName: string
  idMasked: string
  personTimes: number
  first: string
  last: string
}
/** The same list grouped by person: as long as the figure in 人. Sorted thin, so that only a page of people is read whole. */
export async function pageOfPeople(
  filter: PersonTimeFilter,
  scope: Scope,
  skip: number,
  limit: number,
): Promise<PersonGroup[]> {
  const condition = conditionOf(filter, scope)
  const thin = await aggregate<{ _id: string }>([
    { $match: condition },
    { $group: { _id: '$personId', personTimes: { $sum: 1 } } },
    { $sort: { personTimes: -1, _id: 1 } },
    { $skip: skip },
    { $limit: limit },
  ])
  const rows = await aggregate<PersonGroup & { _id: string }>([
    { $match: { $and: [condition, { personId: { $in: thin.map(({ _id }) => _id) } }] } },
    {
      $group: {
        _id: '$personId',
        personName: { $last: '$personName' },
        idMasked: { $last: '$idMasked' },
        personTimes: { $sum: 1 },
        first: { $min: '$on' },
        last: { $max: '$on' },
      },
    },
    { $sort: { personTimes: -1, _id: 1 } },
  ])
  return rows.map(({ _id, ...rest }) => ({ ...rest, personId: _id }))
}

export const findRow = (id: string): Promise<LedgerRecord | null> => PersonTime.findById(id).lean<LedgerRecord>()
export const findRows = (ids: readonly string[]): Promise<LedgerRecord[]> =>
  PersonTime.find({ _id: { $in: [...ids] } })
    .sort({ on: 1, _id: 1 })
    .lean<LedgerRecord[]>()

export interface Choice {
  value: string
  label: string
}
/** What the filters of a list may offer: read from the small registers, never by scanning the ledger. */
export async function choicesOf(scope: Scope): Promise<{ occupations: Choice[]; institutions: Choice[] }> {
  const occupations = await Occupation.find()
    .select('lineage name')
    .sort({ lineage: 1, _id: 1 })
    .lean<{ lineage: string; name: string }[]>()
  const own = {
    ...(scope.organisationId && { _id: scope.organisationId }),
    ...(scope.region && { region: scope.region }),
  }
  const institutions = await Organisation.find({
    ...own,
    capabilities: { $in: ['training-institution', 'vocational-school', 'enterprise'] },
  })
    .select('name')
    .sort({ namePinyin: 1 })
    .limit(500)
    .lean<{ _id: string; name: string }[]>()
  const names = new Map(occupations.map(({ lineage, name }) => [lineage, name]))
  return {
    occupations: [...names].map(([value, label]) => ({ value, label })),
    institutions: institutions.map(({ _id, name }) => ({ value: _id, label: name })),
  }
}
