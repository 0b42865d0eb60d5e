import { dayOf, type Day } from '../../shared/dates.js'
import { Appeal } from '../appeals/appeal.model.js'
import { Award } from '../awards/award.model.js'
import { Competition } from '../competitions/competition.model.js'
import { Correction } from '../corrections/correction.model.js'
import { CompetitionEvent, type EventRecord } from '../events/event.model.js'

export interface PapersDue {
  eventId: string
  title: string
  since: Day
  /** prizes without a paper */
  count: number
}
export interface ResultDue {
  act: 'notice' | 'finalise' | 'appeal' | 'correction' | 'promotion'
  eventId: string
  title: string
  since: Day
}
type Asked = Pick<EventRecord, 'title' | 'state' | 'appealsUntil' | 'timeline' | 'createdAt'> & { _id: string }

/** The first moment of what is open in each event. */
const openIn = (model: typeof Appeal | typeof Correction | typeof Award, match: Record<string, unknown>) =>
  (model as typeof Award).aggregate<{ _id: string; at: Date }>([
    { $match: match },
    { $group: { _id: '$eventId', at: { $min: '$at' } } },
  ])

export const dueQueries = {
  /** What the New Area has to do with results, an event and an act a line. */
  async ofResults(today: Day): Promise<ResultDue[]> {
    const [appeals, corrections, promotions] = await Promise.all([
      openIn(Appeal, { state: 'open' }),
      openIn(Correction, { state: 'proposed' }),
      openIn(Award, { promotion: 'proposed' }),
    ])
    const named = [...appeals, ...corrections, ...promotions].map(({ _id }) => _id)
    const events = await CompetitionEvent.find({
      $or: [{ state: 'ranked' }, { state: 'noticed', appealsUntil: { $lt: today } }, { _id: { $in: named } }],
    })
      .select('title state appealsUntil timeline createdAt')
      .lean<Asked[]>()
    const opened = (act: ResultDue['act'], rows: readonly { _id: string; at: Date }[]): ResultDue[] =>
      rows.flatMap(({ _id, at }) => {
        const event = events.find((one) => one._id === _id)
        return event ? [{ act, eventId: _id, title: event.title, since: dayOf(at) }] : []
      })
    const waits = new Set([...appeals, ...corrections].map(({ _id }) => _id))
    const acts = events.flatMap(({ _id, title, state, appealsUntil, timeline, createdAt }): ResultDue[] => {
      if (state === 'ranked')
        return [{ act: 'notice', eventId: _id, title, since: dayOf(timeline?.at(-1)?.at ?? createdAt) }]
      const over = state === 'noticed' && appealsUntil && appealsUntil < today && !waits.has(_id)
      return over ? [{ act: 'finalise', eventId: _id, title, since: appealsUntil }] : []
    })
    return [
      ...acts,
      ...opened('appeal', appeals),
      ...opened('correction', corrections),
      ...opened('promotion', promotions),
    ]
  },

  /** Events of a host whose prizes have no award papers yet. */
  async papersOf(hostOrganisationId: string): Promise<PapersDue[]> {
    // Every page of a member of staff asks: most organisations host nothing.
    const competitionIds = await Competition.distinct('_id', { hostOrganisationId })
    if (competitionIds.length === 0) return []
    const events = await CompetitionEvent.find({ competitionId: { $in: competitionIds.map(String) }, state: 'final' })
      .select('title')
      .lean<{ _id: string; title: string }[]>()
    const titleOf = new Map(events.map(({ _id, title }) => [String(_id), title]))
    const waiting = await Award.aggregate<{ _id: string; at: Date; count: number }>([
      { $match: { eventId: { $in: [...titleOf.keys()] }, prize: { $ne: null }, certificateId: null } },
      { $group: { _id: '$eventId', at: { $min: '$at' }, count: { $sum: 1 } } },
    ])
    return waiting.map(({ _id, at, count }) => ({ eventId: _id, title: titleOf.get(_id)!, since: dayOf(at), count }))
  },
}
