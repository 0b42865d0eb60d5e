import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import type { Clock } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { addStep, loadCompetition, type CompetitionDocument } from '../competitions/competition-record.js'
import { isEditable, isHost } from '../competitions/competition.rules.js'
import type { CompetitionService } from '../competitions/competition.service.js'
import { Entrant, Entry } from '../entries/entry.model.js'
import { tellEntrants } from '../entries/entry-record.js'
import { loadEvent, moveEvent } from './event-record.js'
import { CompetitionEvent, type EventRecord } from './event.model.js'
import { eventFaults, type EventFault, type EventField, type EventInput } from './event.rules.js'

export interface EventFigures {
  theoryWeight: number
  weightClause: string
  minEntries: number
  minAge: number
}
interface Needs {
  competitions: CompetitionService
  clock: Clock
  policies: PolicyService
  occupations: OccupationService
  notifications: NotificationService
}

/** 赛项 of a competition; changed by its host until it is handed in, called off alone until its draw. */
export function createEventService({ competitions, clock, policies, occupations, notifications }: Needs) {
  const service = {
    async get(id: string): Promise<EventRecord & { version: number }> {
      const event = await CompetitionEvent.findById(id).lean<EventRecord & { version: number }>()
      if (!event) throw notFound('event', id)
      return event
    },
    /** The event with its competition, for whoever may see that. */
    async getFor(id: string, actor: Actor) {
      const event = await service.get(id)
      return { event, competition: await competitions.getFor(event.competitionId, actor) }
    },
    of: (competitionId: string): Promise<EventRecord[]> =>
      CompetitionEvent.find({ competitionId }).sort({ number: 1 }).lean<EventRecord[]>(),

    /** What a new event is offered: the dated figures, each with its clause. */
    async figures(): Promise<EventFigures> {
      const book = await policies.book()
      const figure = (key: 'theory-weight' | 'min-entries' | 'min-age') => book(`competition.${key}`, clock.today())
      const weight = figure('theory-weight')
      return {
        theoryWeight: Number(weight.value),
        weightClause: weight.clause,
        minEntries: Number(figure('min-entries').value),
        minAge: Number(figure('min-age').value),
      }
    },

    async faults(input: EventInput): Promise<{ field: EventField; reason: EventFault }[]> {
      const { levels } = await occupations.get(input.occupationId)
      return eventFaults(input, levels)
    },

    async create(competitionId: string, input: EventInput, actor: Actor): Promise<string> {
      const id = newId()
      const facts = await factsOf(input)
      await transact(async () => {
        const competition = await editable(competitionId, actor)
        const number = String((await CompetitionEvent.countDocuments({ competitionId })) + 1).padStart(2, '0')
        await CompetitionEvent.create([
          {
            _id: id,
            competitionId,
            number,
            ...facts,
            state: 'open',
            timeline: [{ act: 'created', at: clock.now(), byId: actor.id, byName: actor.name }],
            createdAt: clock.now(),
            createdBy: actor.id,
          },
        ])
        // Two events made at once wait for one another here, so that no number is given twice.
        addStep(competition, clock, actor, { act: 'event-added', note: input.title })
        await competition.save()
        noteAct('competition-event', id, { competitionId })
      })
      return id
    },

    async save(id: string, input: EventInput, actor: Actor, version?: number): Promise<void> {
      const facts = await factsOf(input)
      await transact(async () => {
        const event = await loadEvent(id)
        await editable(event.competitionId, actor)
        if (version !== undefined && event.get('version') !== version) throw conflict('changed-meanwhile')
        event.set(facts)
        event.timeline!.push({ act: 'edited', at: clock.now(), byId: actor.id, byName: actor.name })
        await event.save()
        noteAct('competition-event', id, { act: 'edited' })
      })
    },

    /** Too few entries, no venue: the event alone is called off, and its contestants are free to enter another. */
    async cancel(id: string, reason: string, actor: Actor): Promise<void> {
      await transact(async () => {
        const event = await loadEvent(id)
        const competition = await loadCompetition(event.competitionId, actor)
        if (!isHost(actor, competition)) throw forbidden('not-yours')
        if (event.state !== 'open' || !['published', 'entries-open', 'entries-closed'].includes(competition.state))
          throw refused('events.wrong-state', { title: event.title })
        await tellEntrants(
          notifications,
          { eventId: id },
          {
            key: 'events.told-cancelled',
            params: { title: event.title, note: reason },
            href: paths.openCompetitions.show(event.competitionId),
          },
        )
        const entryIds = await Entry.find({ eventId: id }).distinct('_id')
        await Entrant.deleteMany({ entryId: { $in: entryIds } })
        await moveEvent(event, 'cancel', actor, { clock, note: reason })
      })
    },
  }
  return service

  async function editable(competitionId: string, actor: Actor): Promise<CompetitionDocument> {
    const competition = await loadCompetition(competitionId, actor)
    if (!isHost(actor, competition)) throw forbidden('not-yours')
    if (!isEditable(competition.state)) throw refused('competitions.frozen')
    return competition
  }

  async function factsOf(input: EventInput) {
    const occupation = await occupations.get(input.occupationId)
    const [fault] = eventFaults(input, occupation.levels)
    if (fault) throw refused(`events.${fault.reason}`)
    const { theoryWeight, weightClause } = await service.figures()
    return {
      ...input,
      occupationName: occupation.name,
      lineage: occupation.lineage,
      practiceWeight: 100 - input.theoryWeight,
      weightClause: input.theoryWeight === theoryWeight ? weightClause : undefined,
    }
  }
}
export type EventService = ReturnType<typeof createEventService>
