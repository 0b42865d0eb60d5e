/** What the rooms of drawing, marking and results do alike with an event's record. */
import { noteAct } from '../../infra/context.js'
import type { Clock } from '../../shared/dates.js'
import { notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { CompetitionEvent } from './event.model.js'
import { eventStateAfter, type EventAct } from './event.rules.js'

export type EventDocument = InstanceType<typeof CompetitionEvent>

export async function loadEvent(id: string): Promise<EventDocument> {
  const event = await CompetitionEvent.findById(id)
  if (!event) throw notFound('event', id)
  return event
}

/** Puts the event into its next state with its step; inside the transaction of the act, which has judged who may do it. */
export async function moveEvent(event: EventDocument, act: EventAct, actor: Actor, { clock, note }: { clock: Clock; note?: string }): Promise<void> {
  const [from, to] = [event.state, eventStateAfter(act, event.state)]
  if (!to) throw refused('events.wrong-state', { title: event.title })
  event.state = to
  event.timeline!.push({ act, at: clock.now(), byId: actor.id, byName: actor.name, from, to, ...(note && { note }) })
  await event.save()
  noteAct('competition-event', String(event._id), { from, to })
}
