import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { PersonRecord } from '../../registry/people/person.model.js'
import type { PersonService } from '../../registry/people/person.service.js'
import type { Clock, Day } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { RosterFacts } from '../../training/roster-files/roster-row.rules.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { apprenticeshipInScope, takesApprentices } from '../apprenticeships/apprenticeship.rules.js'
import { Apprentice, apprenticeIdOf, type ApprenticeRecord } from './apprentice.model.js'
import { loadApprentice, takePlace } from './apprentice-record.js'

export interface NewApprentice {
  facts: RosterFacts
  post?: string
  /** the first day, when it is later than that of the class */ from?: Day
  importId?: string
}
export type EntryOutcome = 'new' | 'same'

/** Who learns in an apprenticeship. */
export function createApprenticeService({ clock, people }: { clock: Clock; people: PersonService }) {
  const service = {
    /** The class of a record that was found within bounds already. */
    classOf,
    /** As the record stands, within the bounds of whoever looks. */
    getFor: async (id: string, actor: Actor): Promise<ApprenticeRecord & { version: number }> =>
      (await loadApprentice(id, actor)).toObject() as ApprenticeRecord & { version: number },

    /** The class, within the bounds of whoever looks. */
    async classFor(id: string, actor: Actor): Promise<ApprenticeshipRecord> {
      const one = await classOf(id)
      if (!apprenticeshipInScope(actor, one)) throw forbidden('not-yours')
      return one
    },

    /** Refuses when nobody may be entered now. */
    assertOpen(one: Pick<ApprenticeshipRecord, 'state' | 'title'>): void {
      if (!takesApprentices(one.state)) throw refused('apprentices.roster-closed', { title: one.title })
    },

    add: async (classId: string, given: NewApprentice, actor: Actor): Promise<EntryOutcome> =>
      (await service.enter(classId, given, actor)).outcome,

    /** Finds or makes the person by real name and enters it, in one transaction. Doing it again changes nothing. */
    async enter(classId: string, given: NewApprentice, actor: Actor): Promise<{ id: string; outcome: EntryOutcome }> {
      if (!may(actor, 'apprentice.edit')) throw forbidden('not-your-role')
      return transact(async () => {
        const one = await service.classFor(classId, actor)
        service.assertOpen(one)
        const { person } = await people.findOrCreate(
          { ...given.facts, on: firstDay(one, given.from), organisationId: one.enterpriseId },
          actor.id,
        )
        return {
          id: apprenticeIdOf(classId, String(person._id)),
          outcome: await enter(one, person, given, actor),
        }
      })
    },
  }
  return service

  async function enter(
    one: ApprenticeshipRecord,
    person: PersonRecord,
    given: NewApprentice,
    actor: Actor,
  ): Promise<EntryOutcome> {
    const [classId, personId] = [String(one._id), String(person._id)]
    const id = apprenticeIdOf(classId, personId)
    const known = await Apprentice.findById(id).lean<ApprenticeRecord>()
    if (known?.state === 'training') return 'same'
    if (known) throw refused('apprentices.was-here', { name: person.name })
    await takeSeat(one)
    await takePlace(personId, id, titleOf)
    const from = firstDay(one, given.from)
    if (from < one.startsOn || from > one.endsOn)
      throw refused('apprentices.outside-class', { from: one.startsOn, to: one.endsOn })
    await Apprentice.create([
      {
        _id: id,
        apprenticeshipId: classId,
        personId,
        enterpriseId: one.enterpriseId,
        institutionId: one.institutionId,
        region: one.region,
        level: one.level,
        ...nameOf(person),
        from,
        to: one.endsOn,
        ...(given.post && { post: given.post }),
        ...(given.importId && { importId: given.importId }),
        state: 'training',
        timeline: [{ act: 'entered', at: clock.now(), byId: actor.id, byName: actor.name }],
        createdAt: clock.now(),
        createdBy: actor.id,
      },
    ])
    noteAct('apprentice', id, { act: 'entered' })
    return 'new'
  }

  function firstDay(one: ApprenticeshipRecord, asked: Day | undefined): Day {
    if (asked) return asked
    return clock.today() > one.startsOn ? clock.today() : one.startsOn
  }
}
export type ApprenticeService = ReturnType<typeof createApprenticeService>

const nameOf = ({ name, namePinyin, nameInitials, idMasked }: PersonRecord) => ({
  personName: name,
  namePinyin: namePinyin ?? '',
  nameInitials: nameInitials ?? '',
  idMasked,
})

async function classOf(id: string): Promise<ApprenticeshipRecord> {
  const one = await Apprenticeship.findById(id).lean<ApprenticeshipRecord>()
  if (!one) throw notFound('apprenticeship', id)
  return one
}

const titleOf = async (id: string): Promise<string> => (await classOf(id)).title

/** Seats of the plan that are taken: whoever left or changed to another class has given the own one back. */
export const seatsTaken = (apprenticeshipId: string): Promise<number> =>
  Apprentice.countDocuments({ apprenticeshipId, state: { $nin: ['exited', 'transferred'] } })

/** The plan's number holds for two at once, too: both raise the version of the class, so that one of them looks again. */
export async function takeSeat(one: ApprenticeshipRecord): Promise<void> {
  await Apprenticeship.updateOne({ _id: one._id }, { $inc: { version: 1 } })
  if ((await seatsTaken(String(one._id))) >= one.planned)
    throw refused('apprentices.class-full', { planned: one.planned })
}
