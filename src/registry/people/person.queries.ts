import type { Scope } from '../../shared/permissions.js'
import { pinyinTyped } from '../../shared/pinyin.js'
import { literal, normaliseName } from '../../shared/text.js'
import { Person, type PersonRecord } from './person.model.js'

export type PersonRow = PersonRecord & { _id: string; version: number }
export type PersonView = 'all' | 'no-photo' | 'no-phone'
export interface PersonSearch {
  q?: string
  category?: string
  region?: string
  organisation?: string
  view: PersonView
}

const inScopeOf = ({ organisationId, region }: Scope) => ({
  ...(organisationId && { organisationIds: organisationId }),
  ...(region && { regions: region }),
})

/** Within an organisation or a county any part of the name finds; in the whole register its beginning, which an index serves. */
function matching(q: string | undefined, bounded: boolean) {
  if (!q) return {}
  const typed = pinyinTyped(q)
  const name = { name: new RegExp(`${bounded ? '' : '^'}${literal(normaliseName(q))}`, 'i') }
  return typed
    ? { $or: [{ namePinyin: new RegExp(`^${typed}`) }, { nameInitials: new RegExp(`^${typed}`) }, name] }
    : name
}

const viewed = { all: {}, 'no-photo': { photoFile: null }, 'no-phone': { phoneMasked: null } } as const

function filterOf({ q, category, region, organisation, view }: PersonSearch, scope: Scope) {
  const parts: Record<string, unknown>[] = [
    inScopeOf(scope),
    viewed[view],
    matching(q, Boolean(scope.organisationId ?? scope.region ?? organisation)),
    // The histories are kept in order, so the last entry is the one in force.
    category ? { 'categories.code': category, $expr: { $eq: [{ $last: '$categories.code' }, category] } } : {},
    { ...(region && { regions: region }), ...(organisation && { organisationIds: organisation }) },
  ].filter((part) => Object.keys(part).length > 0)
  return parts.length > 0 ? { $and: parts } : {}
}

/** Reads of the list of people. */
export const personQueries = {
  count(search: PersonSearch, scope: Scope): Promise<number> {
    const filter = filterOf(search, scope)
    return '$and' in filter ? Person.countDocuments(filter) : Person.estimatedDocumentCount()
  },
  list: (search: PersonSearch, scope: Scope, skip: number, limit: number): Promise<PersonRow[]> =>
    Person.find(filterOf(search, scope))
      .sort({ namePinyin: 1, _id: 1 })
      .skip(skip)
      .limit(limit)
      .select('-idNumber -phone')
      .lean<PersonRow[]>(),

  /** How many an organisation still has to complete; the whole register is not counted through for a tab. */
  async views(scope: Scope): Promise<Record<PersonView, number> | undefined> {
    if (!scope.organisationId) return undefined
    const count = (view: PersonView) => personQueries.count({ view }, scope)
    const [all, noPhoto, noPhone] = await Promise.all([count('all'), count('no-photo'), count('no-phone')])
    return { all, 'no-photo': noPhoto, 'no-phone': noPhone }
  },
}
