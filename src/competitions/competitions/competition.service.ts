import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import type { OrganisationService } from '../../registry/organisations/organisation.service.js'
import { yearOf, type Day } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { titlePinyin } from '../../shared/pinyin.js'
import { nextInSequence, openSequence } from '../../training/numbering/sequence.js'
import { tellEntrants } from '../entries/entry-record.js'
import { loadEvent, moveEvent } from '../events/event-record.js'
import { readinessOf, type ReadyEvent } from '../readiness/readiness.queries.js'
import { addStep, competitionRefusal, loadCompetition, type CompetitionDocument } from './competition-record.js'
import { Competition, type CompetitionRecord, type Tier } from './competition.model.js'
import { competitionInScope, competitionVerdict, isEditable, isHost, isPublic } from './competition.rules.js'
import type { CompetitionAct } from './competition-transitions.data.js'

export interface CompetitionInput {
  title: string
  tier: Tier
  sponsor: string
  region: string
  place: string
  entriesFrom: Day
  entriesTo: Day
  contestFrom: Day
  contestTo: Day
  summary?: string
  contact?: string
}
interface Needs extends Pick<Infra, 'clock'> {
  notifications: NotificationService
  organisations: OrganisationService
  /** makes the mark sheets of a drawn event and freezes its scheme, inside the transaction in which the contest begins */
  startMarking: (eventId: string) => Promise<void>
}

/** 竞赛: prepared by its host, published by the New Area, then from the entries to the contest. */
export function createCompetitionService({ clock, notifications, organisations, startMarking }: Needs) {
  const service = {
    async get(id: string): Promise<CompetitionRecord> {
      const competition = await Competition.findById(id).lean<CompetitionRecord>()
      if (!competition) throw notFound('competition', id)
      return competition
    },
    async getFor(id: string, actor: Actor): Promise<CompetitionRecord & { version: number }> {
      const competition = await service.get(id)
      if (!competitionInScope(actor, competition)) throw forbidden('not-yours')
      return competition as CompetitionRecord & { version: number }
    },
    /** As anybody sees it: only what was published. */
    async getPublic(id: string): Promise<CompetitionRecord> {
      const competition = await service.get(id)
      if (!isPublic(competition.state, competition.publishedOn)) throw notFound('competition', id)
      return competition
    },
    readiness: (id: string): Promise<ReadyEvent[]> => readinessOf(id),

    async create(input: CompetitionInput, actor: Actor): Promise<string> {
      if (!may(actor, 'competition.edit') || !actor.organisationId) throw forbidden('not-your-role')
      const host = await organisations.get(actor.organisationId)
      if (host.state !== 'approved') throw refused('competitions.host-not-approved')
      const year = yearOf(input.contestFrom)
      await openSequence(`competition:${year}`)
      const id = newId()
      await transact(async () => {
        const number = `JS${year}-${String(await nextInSequence(`competition:${year}`)).padStart(2, '0')}`
        await Competition.create([
          {
            _id: id,
            number,
            ...factsOf(input),
            hostOrganisationId: actor.organisationId,
            hostOrganisationName: host.name,
            documents: [],
            state: 'draft',
            timeline: [{ act: 'created', at: clock.now(), byId: actor.id, byName: actor.name, to: 'draft' }],
            createdAt: clock.now(),
            createdBy: actor.id,
          },
        ])
        noteAct('competition', id, { to: 'draft' })
      })
      return id
    },

    async save(id: string, input: CompetitionInput, actor: Actor, version?: number): Promise<void> {
      await changed(id, actor, version, (competition) => {
        if (!isHost(actor, competition)) throw forbidden('not-yours')
        if (!isEditable(competition.state)) throw refused('competitions.frozen')
        competition.set(factsOf(input))
        addStep(competition, clock, actor, { act: 'edited' })
      })
    },

    /** Every act of the state table; `begin` also makes the sheets of each event, `cancel` tells whoever had entered. */
    async act(
      id: string,
      act: CompetitionAct,
      actor: Actor,
      { note, version }: { note?: string; version?: number } = {},
    ): Promise<void> {
      await transact(async () => {
        const competition = await loadCompetition(id, actor, version)
        const events = await readinessOf(id)
        const verdict = competitionVerdict(act, competition as unknown as CompetitionRecord, actor, {
          today: clock.today(),
          events,
        })
        if (!verdict.ok)
          throw competitionRefusal(verdict.reason, {
            ...(competition.toObject() as CompetitionRecord),
            event: verdict.event,
          })
        const from = competition.state
        competition.set({ state: verdict.to, ...stampOf(act, actor) })
        addStep(competition, clock, actor, { act, from, to: verdict.to, ...(note && { note }) })
        await competition.save()
        noteAct('competition', id, { from, to: verdict.to })
        if (act === 'begin') await beginEvents(events, actor)
        await tell(competition, act, actor, note)
      })
    },
  }
  return service

  function stampOf(act: CompetitionAct, actor: Actor): Record<string, unknown> {
    if (act === 'submit') return { submittedById: actor.id, submittedOn: clock.today() }
    return act === 'publish' ? { publishedById: actor.id, publishedOn: clock.today() } : {}
  }

  async function beginEvents(events: readonly ReadyEvent[], actor: Actor): Promise<void> {
    for (const { event } of events.filter(({ state }) => state === 'open')) {
      await startMarking(String(event._id))
      await moveEvent(await loadEvent(String(event._id)), 'begin', actor, { clock })
    }
  }

  async function tell(
    { _id, title, hostOrganisationId, entries }: CompetitionDocument,
    act: CompetitionAct,
    actor: Actor,
    note = '',
  ): Promise<void> {
    const id = String(_id)
    const params = { title, note }
    if (act === 'submit')
      await notifications.tell({
        audience: { role: 'administrator' },
        key: 'competitions.told-submit',
        params,
        href: paths.competitions.show(id),
      })
    if (act === 'publish' || act === 'return' || (act === 'cancel' && actor.organisationId !== hostOrganisationId))
      await notifications.tell({
        audience: { organisationId: hostOrganisationId },
        key: `competitions.told-${act}`,
        params,
        href: paths.competitions.show(id),
      })
    if (act === 'cancel' && entries > 0)
      await tellEntrants(
        notifications,
        { competitionId: id },
        { key: 'competitions.told-cancel', params, href: paths.openCompetitions.show(id) },
      )
  }

  async function changed(
    id: string,
    actor: Actor,
    version: number | undefined,
    work: (competition: CompetitionDocument) => void,
  ): Promise<void> {
    await transact(async () => {
      const competition = await loadCompetition(id, actor, version)
      work(competition)
      await competition.save()
      noteAct('competition', id, { act: 'edited' })
    })
  }
}
export type CompetitionService = ReturnType<typeof createCompetitionService>

const factsOf = (input: CompetitionInput) => {
  const { namePinyin, nameInitials } = titlePinyin(input.title)
  return { ...input, year: yearOf(input.contestFrom), titlePinyin: namePinyin, titleInitials: nameInitials }
}
