import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import { Organisation } from '../../registry/organisations/organisation.model.js'
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import type { PersonService } from '../../registry/people/person.service.js'
import type { Clock, Day } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import type { IdDocumentType } from '../../shared/id-card.js'
import { may, type Actor } from '../../shared/permissions.js'
import { addStep } from '../competitions/competition-record.js'
import { Competition } from '../competitions/competition.model.js'
import { loadEvent, type EventDocument } from '../events/event-record.js'
import type { Identity } from '../events/event.model.js'
import { count, leave, loadEntry } from './entry-record.js'
import { Entrant, Entry, type EntryRecord, type EntryWay, type Honour } from './entry.model.js'
import { entryFaults, mayWithdraw } from './entry.rules.js'

export interface MemberInput {
  name: string
  idType: IdDocumentType
  idNumber: string
  phone?: string
  sex?: 'male' | 'female'
  birthOn?: Day
  identity: Identity
  honour: Honour
}
export interface TeamInput {
  teamName?: string
  members: readonly MemberInput[]
  importId?: string
}
export interface OwnInput {
  identity: Identity
  honour: Honour
  employer?: string
}
interface Needs {
  clock: Clock
  people: PersonService
}
type Member = EntryRecord['members'][number] & { birthOn?: Day }

/** 报名: by oneself, by an organisation for its people or teams, or from its file; and leaving again. */
export function createEntryService({ clock, people }: Needs) {
  return {
    async get(id: string): Promise<EntryRecord> {
      const entry = await Entry.findById(id).lean<EntryRecord>()
      if (!entry) throw notFound('entry', id)
      return entry
    },

    /** A team or a single contestant of the actor's organisation; people are found or made by their real names. Returns the entry's id. */
    async enter(eventId: string, { teamName, members, importId }: TeamInput, actor: Actor): Promise<string> {
      if (!may(actor, 'competition.enter') || !actor.organisationId) throw forbidden('not-your-role')
      const organisation = await Organisation.findById(actor.organisationId).select('name').lean<{ name: string }>()
      const own = { organisationId: actor.organisationId, organisationName: organisation?.name ?? '' }
      return transact(async () => {
        const found: Member[] = []
        for (const { identity, honour, ...person } of members) {
          const { person: record } = await people.findOrCreate(
            { ...person, on: clock.today(), organisationId: actor.organisationId! },
            actor.id,
          )
          found.push(memberOf(record, { identity, honour, ...own }))
        }
        return write(
          eventId,
          found,
          {
            ...own,
            ...(teamName && { teamName }),
            way: importId ? 'file' : 'organisation',
            ...(importId && { importId }),
          },
          actor,
        )
      })
    },

    /** Somebody with an account of their own enters alone, under nobody's name. */
    async enterSelf(eventId: string, { identity, honour, employer }: OwnInput, actor: Actor): Promise<string> {
      const person = actor.personId ? await Person.findById(actor.personId).lean<PersonRecord>() : null
      if (!person || !may(actor, 'competition.enter-self')) throw forbidden('not-your-role')
      return transact(() =>
        write(
          eventId,
          [memberOf(person, { identity, honour, ...(employer && { organisationName: employer }) })],
          { way: 'person' },
          actor,
        ),
      )
    },

    /** By whoever made it, or the people of its organisation, until the entries are closed. */
    async withdraw(id: string, actor: Actor): Promise<void> {
      await transact(async () => {
        const entry = await loadEntry(id)
        const own =
          (entry.organisationId && entry.organisationId === actor.organisationId) ||
          (actor.personId && (entry.personIds ?? []).includes(actor.personId))
        if (!own) throw forbidden('not-yours')
        const competition = (await Competition.findById(entry.competitionId))!
        if (!mayWithdraw(competition.state, entry.state)) throw refused('entries.wrong-state')
        entry.set({ state: 'withdrawn' })
        addStep(entry, clock, actor, { act: 'withdrawn', to: 'withdrawn' })
        await entry.save()
        await leave(entry)
        noteAct('competition-entry', id, { to: 'withdrawn' })
      })
    },
  }
  async function write(
    eventId: string,
    members: readonly Member[],
    facts: { organisationId?: string; organisationName?: string; teamName?: string; way: EntryWay; importId?: string },
    actor: Actor,
  ): Promise<string> {
    const event = await loadEvent(eventId)
    const competition = (await Competition.findById(event.competitionId))!
    const competitionId = String(competition._id)
    const places = members.map(({ personId }) => `${competitionId}:${personId}`)
    const taken = new Set(await Entrant.distinct('_id', { _id: { $in: places } }))
    const [fault] = entryFaults({
      state: competition.state,
      event: factsOf(event),
      contestFrom: competition.contestFrom,
      entriesFrom: competition.entriesFrom,
      entriesTo: competition.entriesTo,
      today: clock.today(),
      members: members.map(({ personId, identity, honour, birthOn }) => ({
        personKey: personId,
        identity,
        honour,
        birthOn,
        entered: taken.has(`${competitionId}:${personId}`),
      })),
    })
    if (fault) throw refused(`entries.${fault.reason}`, refusalParams(event, members, fault.member, competition))
    const id = newId()
    // Nobody twice in one competition, and no place more than there is: both documents are written, so that two at once wait.
    await Entrant.insertMany(places.map((place) => ({ _id: place, entryId: id })))
    await Entry.create([
      {
        _id: id,
        competitionId,
        eventId,
        hostOrganisationId: competition.hostOrganisationId,
        region: competition.region,
        ...facts,
        members: members.map(({ birthOn: _, ...member }) => member),
        personIds: members.map(({ personId }) => personId),
        state: 'entered',
        timeline: [{ act: 'entered', at: clock.now(), byId: actor.id, byName: actor.name, to: 'entered' }],
        createdAt: clock.now(),
        createdBy: actor.id,
      },
    ])
    await count(event, competition, 1)
    noteAct('competition-entry', id, { eventId })
    return id
  }
}
export type EntryService = ReturnType<typeof createEntryService>

const memberOf = (
  { _id, name, idMasked, birthOn }: PersonRecord,
  more: Pick<Member, 'identity' | 'honour'> & { organisationId?: string; organisationName?: string },
): Member => ({ personId: String(_id), name, idMasked, ...more, ...(birthOn && { birthOn }) }) as Member

const factsOf = (event: EventDocument) => ({
  cancelled: event.state === 'cancelled',
  teamSize: event.teamSize,
  entries: event.entries,
  maxEntries: event.maxEntries,
  identities: event.identities,
  minAge: event.minAge ?? 0,
  honoursBarred: event.honoursBarred,
})

const refusalParams = (
  { title, teamSize, maxEntries, minAge }: EventDocument,
  members: readonly Member[],
  index: number | undefined,
  { entriesFrom, entriesTo }: { entriesFrom: Day; entriesTo: Day },
) => ({
  title,
  count: teamSize,
  max: maxEntries,
  age: minAge ?? 0,
  from: entriesFrom,
  to: entriesTo,
  name: index === undefined ? '' : (members[index]?.name ?? ''),
})
