/** What the rooms of competitions, marking and results do alike with an event's record. */
import { noteAct } from '../../infra/context.js'
import type { Clock } from '../../shared/dates.js'
import { notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { Competition } from '../competitions/competition.model.js'
import { stateByEvents } from '../competitions/competition.rules.js'
import { CompetitionEvent, type EventRecord } from './event.model.js'
import { eventStateAfter, type EventAct } from './event.rules.js'

export type EventDocument = InstanceType<typeof CompetitionEvent>

export async function loadEvent(id: string): Promise<EventDocument> {
  const event = await CompetitionEvent.findById(id)
  if (!event) throw notFound('event', id)
  return event
}

/** Puts the event into its next state with its step, and has its competition follow; inside the transaction of the act, which has judged who may do it. */
export async function moveEvent(
  event: EventDocument,
  act: EventAct,
  actor: Actor,
  { clock, note }: { clock: Clock; note?: string },
): Promise<void> {
  const [from, to] = [event.state, eventStateAfter(act, event.state)]
  if (!to) throw refused('events.wrong-state', { title: event.title })
  event.state = to
  event.timeline!.push({ act, at: clock.now(), byId: actor.id, byName: actor.name, from, to, ...(note && { note }) })
  await event.save()
  noteAct('competition-event', String(event._id), { from, to })
  await follow(event.competitionId, actor, clock)
}

/** A competition stands where the event stands that is furthest behind. */
async function follow(competitionId: string, actor: Actor, clock: Clock): Promise<void> {
  const competition = await Competition.findById(competitionId)
  if (!competition) throw notFound('competition', competitionId)
  const events = await CompetitionEvent.find({ competitionId }).select('state').lean<Pick<EventRecord, 'state'>[]>()
  const from = competition.state
  const to = stateByEvents(
    from,
    events.map(({ state }) => state),
  )
  if (!to) return
  competition.set({
    state: to,
    ...(to === 'noticed' && { noticedOn: clock.today() }),
    ...(to === 'final' && { finalOn: clock.today() }),
  })
  competition.timeline!.push({ act: to, at: clock.now(), byId: actor.id, byName: actor.name, from, to })
  await competition.save()
}
