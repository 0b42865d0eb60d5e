import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import { pinyinTyped } from '../../shared/pinyin.js'
import { literal } from '../../shared/text.js'
import { Enrolment, type EnrolmentRecord } from './enrolment.model.js'

export interface RosterSearch {
  q?: string
  category?: string
  photo?: 'missing' | 'there'
  state?: 'enrolled' | 'withdrawn'
}
export type RosterRow = EnrolmentRecord & { photo: boolean }

function searchFilter(q: string | undefined): Record<string, unknown> {
  if (!q) return {}
  const typed = pinyinTyped(q)
  const byName = [
    { personName: new RegExp(literal(q)) },
    ...(/^[\dX*]{4,}$/i.test(q) ? [{ idMasked: new RegExp(`${literal(q.toUpperCase())}$`) }] : []),
  ]
  return {
    $or: typed
      ? [...byName, { namePinyin: new RegExp(`^${typed}`) }, { nameInitials: new RegExp(`^${typed}`) }]
      : byName,
  }
}

async function personIdsWithout(courseRunId: string): Promise<string[]> {
  const personIds = await Enrolment.distinct('personId', { courseRunId })
  return Person.distinct('_id', { _id: { $in: personIds }, photoFile: null }) as unknown as Promise<string[]>
}

async function filterOf(courseRunId: string, { q, category, photo, state = 'enrolled' }: RosterSearch) {
  const without = photo && (await personIdsWithout(courseRunId))
  return {
    courseRunId,
    state,
    ...searchFilter(q),
    ...(category && { category }),
    ...(without && { personId: photo === 'missing' ? { $in: without } : { $nin: without } }),
  }
}

/** Reads for the roster page of a run. */
export const enrolmentQueries = {
  /** Everybody on the roster, as it is sorted. */
  async personIds(courseRunId: string): Promise<string[]> {
    const rows = await Enrolment.find({ courseRunId, state: 'enrolled' as const })
      .sort({ namePinyin: 1, _id: 1 })
      .select('personId')
      .lean<{ personId: string }[]>()
    return rows.map(({ personId }) => personId)
  },
  count: async (courseRunId: string, search: RosterSearch): Promise<number> =>
    Enrolment.countDocuments(await filterOf(courseRunId, search)),
  async page(courseRunId: string, search: RosterSearch, skip: number, limit: number): Promise<RosterRow[]> {
    const rows = await Enrolment.find(await filterOf(courseRunId, search))
      .sort({ namePinyin: 1, _id: 1 })
      .skip(skip)
      .limit(limit)
      .lean<EnrolmentRecord[]>()
    const people = await Person.find({ _id: { $in: rows.map(({ personId }) => personId) } })
      .select('photoFile')
      .lean<PersonRecord[]>()
    const photographed = new Set(people.filter(({ photoFile }) => photoFile).map(({ _id }) => String(_id)))
    return rows.map((row) => ({ ...row, photo: photographed.has(row.personId) }))
  },
  /** How many on the roster have no photo yet: without one no certificate is made. */
  async withoutPhoto(courseRunId: string): Promise<number> {
    return Enrolment.countDocuments({
      courseRunId,
      state: 'enrolled',
      personId: { $in: await personIdsWithout(courseRunId) },
    })
  },
  categories: (courseRunId: string): Promise<string[]> =>
    Enrolment.distinct('category', { courseRunId, state: 'enrolled' }) as unknown as Promise<string[]>,
}
