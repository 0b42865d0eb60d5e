import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { daysBetween, type Clock, type Day } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { Apprenticeship } from '../apprenticeships/apprenticeship.model.js'
import { inTraining } from '../apprenticeships/apprenticeship.rules.js'
import { loadApprentice } from '../apprentices/apprentice-record.js'
import { breakOn, dueOn } from '../apprentice-terms/apprentice-term.rules.js'
import { mentorshipQueries } from '../mentorships/mentorship.queries.js'
import { logIdOf, WorkplaceLog, type LogRecord } from './log.model.js'
import { signVerdict, writeVerdict, type LogRefusal, type LogWriter } from './log.rules.js'

export interface LogInput {
  on: Day
  hours: number
  task: string
  learnt?: string
}

/** The log of learning at work: written by one of the two, signed by the other. */
export function createWorkplaceLogService({ clock, policies }: { clock: Clock; policies: PolicyService }) {
  return {
    /** Writes or corrects the entry of a day; after a return it waits again. `version` is that of the entry which the form showed. */
    async write(
      apprenticeId: string,
      { on, hours, task, learnt }: LogInput,
      actor: Actor,
      version?: number,
    ): Promise<void> {
      if (!may(actor, 'apprentice.guide') && !may(actor, 'apprentice.own')) throw forbidden('not-your-role')
      const writer: LogWriter = actor.role === 'mentor' ? 'mentor' : 'apprentice'
      await transact(async () => {
        const apprentice = await loadApprentice(apprenticeId, actor)
        const id = logIdOf(apprenticeId, on)
        const before = await WorkplaceLog.findById(id)
        if (before && version !== undefined && before.get('version') !== version) throw conflict('changed-meanwhile')
        const [mentor, { value: lateDays }, running] = [
          await mentorshipQueries.mentorOn(apprenticeId, on),
          await policies.figure<number>('apprentice.log-late-days', clock.today()),
          await trains(apprentice.apprenticeshipId),
        ]
        const learner = {
          training: apprentice.state === 'training' && running,
          from: apprentice.from,
          dueOn: dueOn(apprentice),
          onBreak: breakOn(apprentice.breaks, on) !== undefined,
        }
        const verdict = writeVerdict(learner, on, {
          today: clock.today(),
          lateDays,
          daysAgo: daysBetween(on, clock.today()),
          mentorId: mentor?.guideId,
          writer,
          writerId: actor.id,
          ...(before && { before: { state: before.state, writer: before.writer } }),
        })
        if (!verdict.ok)
          throw refusalOf(verdict.reason, {
            from: apprentice.from,
            to: dueOn(apprentice),
            lateDays,
            field: 'on',
          })
        const log =
          before ??
          new WorkplaceLog({
            _id: id,
            apprenticeId,
            apprenticeshipId: apprentice.apprenticeshipId,
            enterpriseId: apprentice.enterpriseId,
            personId: apprentice.personId,
            personName: apprentice.personName,
            on,
            writer,
          })
        log.set({
          hours,
          task,
          learnt,
          state: 'waiting',
          writtenById: actor.id,
          mentorId: mentor!.guideId,
          mentorName: mentor!.guideName,
        })
        await step(log, before ? 'corrected' : 'written', actor)
      })
    },

    /** Signs the entries that wait for this person; what was signed or changed meanwhile is left alone. Gives how many were signed. */
    async sign(ids: readonly string[], actor: Actor): Promise<number> {
      return transact(async () => {
        let signed = 0
        for (const log of await WorkplaceLog.find({ _id: { $in: [...ids] } })) {
          const verdict = signVerdict(log, actor)
          if (!verdict.ok && verdict.reason !== 'not-waiting') throw refusalOf(verdict.reason)
          if (!verdict.ok) continue
          log.set({ state: 'signed', signedAt: clock.now(), signedById: actor.id })
          await step(log, 'signed', actor)
          signed += 1
        }
        return signed
      })
    },

    /** Gives an entry back with what to correct. */
    async giveBack(id: string, note: string, actor: Actor): Promise<LogRecord> {
      return transact(async () => {
        const log = await WorkplaceLog.findById(id)
        if (!log) throw notFound('workplace-log', id)
        const verdict = signVerdict(log, actor)
        if (!verdict.ok) throw refusalOf(verdict.reason)
        log.state = 'returned'
        await step(log, 'returned', actor, note)
        return log.toObject()
      })
    },

    /** One entry, for the person whom it is about or who signs it. */
    async getFor(id: string, { id: accountId, role, personId }: Actor): Promise<LogRecord> {
      const log = await WorkplaceLog.findById(id).lean<LogRecord>()
      const own =
        log && (role === 'mentor' ? log.mentorId === accountId : role === 'trainee' && log.personId === personId)
      if (!own) throw notFound('workplace-log', id)
      return log
    },
  }

  async function step(log: InstanceType<typeof WorkplaceLog>, act: string, actor: Actor, note?: string) {
    log.timeline!.push({ act, at: clock.now(), byId: actor.id, byName: actor.name, ...(note && { note }) })
    await log.save()
    noteAct('workplace-log', String(log._id), { act })
  }
}
export type WorkplaceLogService = ReturnType<typeof createWorkplaceLogService>

const trains = async (apprenticeshipId: string): Promise<boolean> => {
  const one = await Apprenticeship.findById(apprenticeshipId)
    .select('state')
    .lean<{ state: Parameters<typeof inTraining>[0] }>()
  return one !== null && inTraining(one.state)
}

const forbiddenReasons: readonly LogRefusal[] = ['own-entry', 'not-your-day']
const refusalOf = (reason: LogRefusal, details: Record<string, string | number> = {}): Error =>
  forbiddenReasons.includes(reason) ? forbidden(`workplaceLogs.${reason}`) : refused(`workplaceLogs.${reason}`, details)
