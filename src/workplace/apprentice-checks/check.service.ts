import type { Outbox } from '../../infra/outbox/outbox.js'
import { transact } from '../../infra/mongo.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { Clock, Day } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { CompletionFigures } from '../../training/assessments/completion.rules.js'
import { heldOn } from '../apprentice-contracts/contract.rules.js'
import { settleAgain } from '../apprenticeships/apprenticeship-record.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { apprenticeshipInScope } from '../apprenticeships/apprenticeship.rules.js'
import { Apprentice } from '../apprentices/apprentice.model.js'
import { endTraining, saveStep, type ApprenticeDocument } from '../apprentices/apprentice-record.js'
import { closeGuides } from '../mentorships/mentorship-record.js'
import { teachingQueries } from '../central-teaching/teaching.queries.js'
import { checkOpen, type CheckKind, type CheckRefusal } from './check.rules.js'
import { marksVerdict, outcomeVerdict, type Marks } from './outcome.rules.js'

/** Marks of one apprentice; `version` is that of the record which the page showed. */
export interface CheckLine {
  apprenticeId: string
  version: number
  marks: Marks
}

/** The mid-term check and the assessment at the end of a class, and what they lead to. */
export function createCheckService({
  clock,
  policies,
  outbox,
}: {
  clock: Clock
  policies: PolicyService
  outbox: Outbox
}) {
  const service = {
    /** Why this person may not enter marks of this kind now; nothing when he may. */
    obstacle: (kind: CheckKind, one: ApprenticeshipRecord, actor: Actor): CheckRefusal | undefined =>
      checkOpen(kind, one, {
        may: may(actor, 'apprentice.assess'),
        role: actor.role,
        organisationId: actor.organisationId,
      }),

    /** Saves marks line by line in one transaction; none is saved when one of the records was changed meanwhile. */
    async save(classId: string, kind: CheckKind, on: Day, lines: readonly CheckLine[], actor: Actor): Promise<number> {
      return transact(async () => {
        const one = await Apprenticeship.findById(classId).lean<ApprenticeshipRecord>()
        if (!one) throw notFound('apprenticeship', classId)
        if (!apprenticeshipInScope(actor, one)) throw forbidden('not-yours')
        const obstacle = service.obstacle(kind, one, actor)
        if (obstacle === 'not-your-role') throw forbidden('not-your-role')
        if (obstacle) throw refused(`apprenticeChecks.${obstacle}`, { title: one.title })
        if (on > clock.today()) throw refused('apprenticeChecks.in-future')
        const figures = await service.figures(on)
        let saved = 0
        for (const line of lines) saved += (await saveLine(one, kind, on, line, figures, actor)) ? 1 : 0
        if (kind === 'assessment') await decide(one, on, figures, actor)
        if (saved > 0) await settleAgain(classId, outbox)
        return saved
      })
    },

    async figures(on: Day): Promise<CompletionFigures> {
      const value = async (key: 'completion.min-attendance-percent' | 'completion.pass-mark') =>
        (await policies.figure<number>(key, on)).value
      return {
        minAttendancePercent: await value('completion.min-attendance-percent'),
        passMark: await value('completion.pass-mark'),
      }
    },
  }
  return service

  async function saveLine(
    one: ApprenticeshipRecord,
    kind: CheckKind,
    on: Day,
    { apprenticeId, version, marks }: CheckLine,
    figures: CompletionFigures,
    actor: Actor,
  ): Promise<boolean> {
    const apprentice = await Apprentice.findById(apprenticeId)
    if (!apprentice || apprentice.apprenticeshipId !== String(one._id)) throw notFound('apprentice', apprenticeId)
    if (apprentice.get('version') !== version)
      throw conflict('apprenticeChecks.changed-meanwhile', { ids: [apprenticeId], name: apprentice.personName })
    if (['exited', 'transferred'].includes(apprentice.state))
      throw refused('apprenticeChecks.left', { name: apprentice.personName })
    if (apprentice.certificateId) throw refused('apprenticeChecks.has-certificate', { name: apprentice.personName })
    const field = kind === 'mid-term' ? 'midTerm' : 'assessment'
    const before = apprentice[field]
    if (before && before.on === on && sameMarks(before, marks)) return false
    if (before)
      apprentice.corrections!.push({
        what: kind,
        before: { on: before.on, theory: before.theory, practice: before.practice, absent: before.absent },
        at: clock.now(),
        byId: actor.id,
        byName: actor.name,
      })
    apprentice.set(field, {
      on,
      ...marks,
      ...marksVerdict(marks, figures),
      at: clock.now(),
      byId: actor.id,
      byName: actor.name,
    })
    await saveStep(apprentice, { clock, actor }, { act: before ? `${kind}-corrected` : kind })
    return true
  }

  /** Everybody in the class whose outcome can be told is given it; the others wait for marks or attendance. */
  async function decide(one: ApprenticeshipRecord, on: Day, figures: CompletionFigures, actor: Actor) {
    const hours = await teachingQueries.attendedHours(String(one._id))
    const apprentices = await Apprentice.find({
      apprenticeshipId: String(one._id),
      state: { $nin: ['exited', 'transferred'] },
      certificateId: null,
    })
    for (const apprentice of apprentices)
      await decideOne(apprentice, {
        on,
        plannedHours: one.centralHours,
        attendedHours: hours.get(apprentice.personId),
        figures,
        actor,
      })
  }

  async function decideOne(
    apprentice: ApprenticeDocument,
    {
      on,
      plannedHours,
      attendedHours,
      figures,
      actor,
    }: { on: Day; plannedHours: number; attendedHours?: number; figures: CompletionFigures; actor: Actor },
  ) {
    const verdict = outcomeVerdict(
      {
        exited: false,
        employed: heldOn(apprentice.labourContract, on),
        attendedHours,
        plannedHours,
        assessment: apprentice.assessment,
      },
      figures,
    )
    if (
      verdict.decided &&
      apprentice.outcome === verdict.outcome &&
      String(apprentice.outcomeReasons ?? []) === String(verdict.reasons)
    )
      return
    const from = apprentice.state
    // What was decided once is only replaced by another decision, such as after corrected marks.
    if (!verdict.decided) return
    apprentice.set({ outcome: verdict.outcome, outcomeReasons: verdict.reasons, outcomeOn: on })
    await endTraining(apprentice, verdict.outcome)
    if (from === 'training') await closeGuides(String(apprentice._id), on)
    await saveStep(apprentice, { clock, actor }, { act: 'outcome', from, to: apprentice.state })
  }
}
export type CheckService = ReturnType<typeof createCheckService>

const same = (a: unknown, b: unknown): boolean => (a ?? null) === (b ?? null)
const sameMarks = (a: Marks, b: Marks): boolean =>
  same(a.theory, b.theory) && same(a.practice, b.practice) && Boolean(a.absent) === Boolean(b.absent)
