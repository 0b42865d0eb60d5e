import type { PolicyBook } from '../../office/policies/policy.service.js'
import type { Day } from '../../shared/dates.js'
import { isAppError } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { pinyinTyped } from '../../shared/pinyin.js'
import { literal } from '../../shared/text.js'
import { Competition, type CompetitionRecord, type CompetitionState } from '../competitions/competition.model.js'
import type { CalendarSearch } from './calendar.forms.js'
import { competitionCount, heldStates, plannedStates, type CompetitionCount } from './target.rules.js'

export type YearlyCount = CompetitionCount & { year: number; clause: string; sample: boolean }
type Filter = Record<string, unknown>
/** From the publication on: what everybody may see, and what a year's report has. */
export const openFilter: Filter = {
  publishedOn: { $ne: null },
  state: { $nin: ['draft', 'submitted', 'returned', 'withdrawn'] },
}

/** `competitionInScope` as a condition. */
export function scopeFilter({ role, organisationId, region }: Actor): Filter {
  if (role === 'administrator' || role === 'auditor') return {}
  if (role === 'county-officer') return { region: region ?? 'none', state: { $ne: 'draft' } }
  return { hostOrganisationId: organisationId ?? 'none' }
}

const viewFilter = ({ view }: CalendarSearch): Filter =>
  view ? { state: { $in: view === 'held' ? heldStates : plannedStates } } : {}

function searchFilter({ q, tier, state, year }: CalendarSearch): Filter {
  const typed = q && pinyinTyped(q)
  const names = q
    ? [
        { title: new RegExp(literal(q)) },
        { hostOrganisationName: new RegExp(literal(q)) },
        { sponsor: new RegExp(literal(q)) },
        { number: q.toUpperCase() },
      ]
    : []
  return {
    ...(tier && { tier }),
    ...(state && { state }),
    ...(year && { year }),
    ...(q && {
      $or: typed
        ? [...names, { titlePinyin: new RegExp(`^${typed}`) }, { titleInitials: new RegExp(`^${typed}`) }]
        : names,
    }),
  }
}

const page = (filter: Filter, skip: number, limit: number): Promise<CompetitionRecord[]> =>
  Competition.find(filter).sort({ contestFrom: -1, _id: -1 }).skip(skip).limit(limit).lean<CompetitionRecord[]>()
const scoped = (search: CalendarSearch, actor: Actor): Filter => ({
  $and: [scopeFilter(actor), viewFilter(search), searchFilter(search)],
})
const published = (search: CalendarSearch): Filter => ({ $and: [openFilter, searchFilter(search)] })

function targetIn(figureOn: PolicyBook, day: Day) {
  try {
    return figureOn('competition.yearly-target', day)
  } catch (error) {
    if (isAppError(error, 'not-found')) return undefined
    throw error
  }
}

export const calendarQueries = {
  count: (search: CalendarSearch, actor: Actor): Promise<number> => Competition.countDocuments(scoped(search, actor)),
  list: (search: CalendarSearch, actor: Actor, skip: number, limit: number) => page(scoped(search, actor), skip, limit),
  /** The public calendar. */
  countPublished: (search: CalendarSearch): Promise<number> => Competition.countDocuments(published(search)),
  published: (search: CalendarSearch, skip: number, limit: number) => page(published(search), skip, limit),
  /** 四（四）5: how far the New Area competitions of a year are; nothing for a year before there was a target. */
  async yearly(year: number, figureOn: PolicyBook): Promise<YearlyCount | undefined> {
    const figure = targetIn(figureOn, `${year}-12-31`)
    if (!figure) return undefined
    const rows = await Competition.find({ year, tier: 'new-area' })
      .select('state')
      .lean<{ state: CompetitionState }[]>()
    const { value, clause, sample } = figure
    return {
      ...competitionCount(
        rows.map(({ state }) => state),
        Number(value),
      ),
      year,
      clause,
      sample,
    }
  },
  /** What waits for the New Area, oldest first, never one's own. */
  waiting: ({ id }: Actor): Promise<CompetitionRecord[]> =>
    Competition.find({ state: 'submitted', submittedById: { $ne: id }, createdBy: { $ne: id } })
      .sort({ submittedOn: 1 })
      .limit(100)
      .lean<CompetitionRecord[]>(),
  /** What its host must do next: corrections, and acts whose day has come. */
  dueForHost: (organisationId: string, today: Day): Promise<CompetitionRecord[]> =>
    Competition.find({
      hostOrganisationId: organisationId,
      $or: [
        { state: 'returned' },
        { state: 'published', entriesFrom: { $lte: today } },
        { state: 'entries-open', entriesTo: { $lte: today } },
        { state: 'entries-closed', contestFrom: { $lte: today } },
      ],
    })
      .sort({ contestFrom: 1 })
      .limit(100)
      .lean<CompetitionRecord[]>(),
  years: async (thisYear: number): Promise<number[]> =>
    [...new Set([thisYear, ...(await Competition.distinct('year'))])].sort((a, b) => b - a),
}
