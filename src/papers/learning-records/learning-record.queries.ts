import { Organisation } from '../../registry/organisations/organisation.model.js'
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { threeCounties } from '../../shared/regions.js'
import type { Achievement, Standing } from '../achievements/achievement.rules.js'
import { LearningRecord, type LearningRecordRecord } from './learning-record.model.js'

export interface Office {
  value: string
  organisationId?: string
  organisationName?: string
  region: string
}
export type RecordView = 'waiting' | 'confirmed' | 'all'

/** What waits or was decided, within the bounds of whoever looks. */
export function recordFilter(actor: Actor): Record<string, unknown> {
  const { organisationId, region } = scopeOf(actor)
  if (organisationId) return { organisationId }
  return region ? { region, organisationId: null } : {}
}
const viewed: Record<RecordView, Record<string, unknown>> = {
  waiting: { state: 'submitted' },
  confirmed: { state: 'confirmed' },
  all: {},
}

export const learningRecordQueries = {
  find: (id: string): Promise<LearningRecordRecord | null> => LearningRecord.findById(id).lean<LearningRecordRecord>(),
  ofPerson: (personId: string): Promise<LearningRecordRecord[]> =>
    LearningRecord.find({ personId }).sort({ to: -1, _id: -1 }).limit(100).lean<LearningRecordRecord[]>(),
  async list(
    view: RecordView,
    actor: Actor,
    skip: number,
    limit: number,
  ): Promise<{ rows: LearningRecordRecord[]; total: number }> {
    const filter = { ...recordFilter(actor), ...viewed[view] }
    return {
      rows: await LearningRecord.find(filter)
        .sort({ createdAt: view === 'waiting' ? 1 : -1, _id: 1 })
        .skip(skip)
        .limit(limit)
        .lean<LearningRecordRecord[]>(),
      total: await LearningRecord.countDocuments(filter),
    }
  },
  /** Who may be asked: the organisations that know the person, and the offices of the counties. */
  async officesFor(personId: string): Promise<Office[]> {
    const person = await Person.findById(personId)
      .select('organisationIds')
      .lean<Pick<PersonRecord, 'organisationIds'>>()
    const capable = {
      _id: { $in: person?.organisationIds ?? [] },
      state: 'approved' as const,
      capabilities: { $in: ['training-institution', 'vocational-school', 'enterprise'] as 'enterprise'[] },
    }
    const organisations = await Organisation.find(capable)
      .select('name region')
      .sort({ name: 1 })
      .lean<{ _id: string; name: string; region: string }[]>()
    return [
      ...organisations.map(({ _id, name, region }) => ({
        value: `organisation:${_id}`,
        organisationId: _id,
        organisationName: name,
        region,
      })),
      ...threeCounties.map((region) => ({ value: `county:${region}`, region })),
    ]
  },
}

const standingOf = ({ state }: LearningRecordRecord): Standing => {
  if (state === 'confirmed') return { standing: 'holds' }
  return state === 'cancelled' ? { standing: 'void', reason: 'cancelled' } : { standing: 'under-way' }
}

/** Own additions as results; what the holder took back is none. */
export async function recordAchievements(personIds: readonly string[]): Promise<Achievement[]> {
  const rows = await LearningRecord.find({
    personId: { $in: [...personIds] },
    state: { $ne: 'withdrawn' as const },
  }).lean<LearningRecordRecord[]>()
  return rows.map((row) => ({
    key: `record:${row._id}`,
    personId: row.personId,
    kind: row.kind,
    title: row.title,
    source: row.place,
    on: row.to,
    region: row.region,
    recordId: row._id,
    grade: row.state === 'confirmed' || row.state === 'cancelled' ? 'confirmed' : 'stated',
    ...(typeof row.hours === 'number' && { hours: row.hours }),
    ...(row.education && { education: row.education }),
    ...standingOf(row),
  }))
}
