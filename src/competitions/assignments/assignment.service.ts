import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import { Account } from '../../registry/accounts/account.model.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, refused } from '../../shared/errors.js'
import type { Actor, Role } from '../../shared/permissions.js'
import { loadCompetition } from '../competitions/competition-record.js'
import { isHost } from '../competitions/competition.rules.js'
import { CodeMap } from '../draws/code-map.model.js'
import { loadEvent } from '../events/event-record.js'
import { Assignment, type AssignmentRecord } from './assignment.model.js'
import { assignmentFaults, type Seat } from './assignment.rules.js'

interface Candidate {
  _id: string
  name: string
  role: Role
  organisationId?: string
}

/** Who judges, keeps numbers, scores and keys in an event; the host appoints them, until the first number is drawn. */
export function createAssignmentService({ clock }: { clock: Clock }) {
  return {
    of: (eventId: string): Promise<AssignmentRecord[]> =>
      Assignment.find({ eventId }).sort({ duty: 1, seat: 1 }).lean<AssignmentRecord[]>(),
    /** Active accounts that may be appointed. */
    candidates: (): Promise<Candidate[]> =>
      Account.find({ role: { $in: ['judge', 'competition-staff'] }, state: 'active' })
        .sort({ name: 1 })
        .limit(500)
        .select('name role organisationId')
        .lean<Candidate[]>(),

    async appoint(eventId: string, chosen: readonly Seat[], actor: Actor): Promise<void> {
      await transact(async () => {
        const event = await loadEvent(eventId)
        const competition = await loadCompetition(event.competitionId, actor)
        if (!isHost(actor, competition)) throw forbidden('not-yours')
        if (event.state !== 'open' || (await CodeMap.exists({ eventId }))) throw refused('assignments.drawn')
        const accounts = await Account.find({ _id: { $in: chosen.map(({ accountId }) => accountId) }, state: 'active' })
          .select('name role organisationId')
          .lean<Candidate[]>()
        const accountOf = new Map(accounts.map((account) => [account._id, account]))
        const [fault] = assignmentFaults(chosen, new Map(accounts.map(({ _id, role }) => [_id, role])))
        if (fault)
          throw refused(`assignments.${fault.reason}`, {
            name: accountOf.get(fault.accountId)?.name ?? '',
            field: `${fault.duty}-${fault.seat}`,
          })
        await Assignment.deleteMany({ eventId })
        await Assignment.insertMany(
          chosen.map(({ duty, seat, accountId }) => {
            const { name, organisationId } = accountOf.get(accountId)!
            return {
              _id: `${eventId}:${accountId}`,
              eventId,
              competitionId: event.competitionId,
              accountId,
              accountName: name,
              ...(organisationId && { organisationId }),
              duty,
              seat,
              at: clock.now(),
              byId: actor.id,
              byName: actor.name,
            }
          }),
        )
        // Two that appoint at once wait for one another at the event.
        event.timeline!.push({ act: 'appointed', at: clock.now(), byId: actor.id, byName: actor.name })
        await event.save()
        noteAct('competition-event', eventId, { act: 'appointed', people: chosen.length })
      })
    },
  }
}
export type AssignmentService = ReturnType<typeof createAssignmentService>
