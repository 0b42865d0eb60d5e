import { calendarQueries } from '../../competitions/calendar/calendar.queries.js'
import { dueQueries } from '../../competitions/results/result-due.queries.js'
import type { CompetitionRecord, CompetitionState } from '../../competitions/competitions/competition.model.js'
import { entryQueries } from '../../competitions/entries/entry.queries.js'
import { CompetitionEvent } from '../../competitions/events/event.model.js'
import { dayOf, type Day } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'

export type ContestDueKind =
  | 'contest-review'
  | 'contest-returned'
  | 'contest-open'
  | 'contest-close'
  | 'contest-begin'
  | 'entries-decide'
  | 'result-notice'
  | 'result-final'
  | 'result-appeal'
  | 'result-correction'
  | 'award-promotion'
  | 'award-papers'
export interface ContestDue {
  kind: ContestDueKind
  id: string
  title: string
  sub: string
  since: Day
  /** entries or prizes that wait */
  count?: number
}

const hostKinds: Partial<Record<CompetitionState, ContestDueKind>> = {
  returned: 'contest-returned',
  published: 'contest-open',
  'entries-open': 'contest-close',
  'entries-closed': 'contest-begin',
}
const sinceOf = ({ state, timeline, createdAt, entriesFrom, entriesTo, contestFrom }: CompetitionRecord): Day =>
  state === 'published'
    ? entriesFrom
    : state === 'entries-open'
      ? entriesTo
      : state === 'entries-closed'
        ? contestFrom
        : dayOf(timeline?.at(-1)?.at ?? createdAt)

/** Competitions and entries that wait for this person: reviews for the New Area, corrections, acts of the day and entries for a host. */
export async function contestDueFor(actor: Actor, today: Day): Promise<ContestDue[]> {
  if (may(actor, 'competition.review')) {
    const reviews = (await calendarQueries.waiting(actor)).map(
      ({ _id, title, hostOrganisationName, submittedOn }): ContestDue => ({
        kind: 'contest-review',
        id: String(_id),
        title,
        sub: hostOrganisationName,
        since: submittedOn ?? today,
      }),
    )
    return [...reviews, ...(await resultsDue(today))]
  }
  if (!may(actor, 'competition.edit') || !actor.organisationId) return []
  const [own, entries, papers] = await Promise.all([
    calendarQueries.dueForHost(actor.organisationId, today),
    entriesDue(actor.organisationId),
    dueQueries.papersOf(actor.organisationId),
  ])
  return [
    ...own.map((one): ContestDue => ({
      kind: hostKinds[one.state]!,
      id: String(one._id),
      title: one.title,
      sub: one.number,
      since: sinceOf(one),
    })),
    ...entries,
    ...papers.map(({ eventId: id, ...row }): ContestDue => ({ kind: 'award-papers', id, sub: '', ...row })),
  ]
}

async function entriesDue(hostOrganisationId: string): Promise<ContestDue[]> {
  const waiting = await entryQueries.waitingForHost(hostOrganisationId)
  const titles = await CompetitionEvent.find({ _id: { $in: waiting.map(({ eventId }) => eventId) } })
    .select('title')
    .lean<{ _id: string; title: string }[]>()
  const titleOf = new Map(titles.map(({ _id, title }) => [String(_id), title]))
  return waiting.map(({ eventId, count, since }) => ({
    kind: 'entries-decide',
    id: eventId,
    title: titleOf.get(eventId) ?? '',
    sub: '',
    count,
    since: dayOf(since),
  }))
}

const resultKinds = {
  notice: 'result-notice',
  finalise: 'result-final',
  appeal: 'result-appeal',
  correction: 'result-correction',
  promotion: 'award-promotion',
} as const

/** What results ask of the New Area: the notice, answers and signatures meanwhile, the final list, proposals of promotion. */
async function resultsDue(today: Day): Promise<ContestDue[]> {
  return (await dueQueries.ofResults(today)).map(({ act, eventId, title, since }) => ({
    kind: resultKinds[act],
    id: eventId,
    title,
    sub: '',
    since,
  }))
}
