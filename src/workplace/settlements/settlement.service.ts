import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { conflict, forbidden, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import type { ApprenticeshipService } from '../apprenticeships/apprenticeship.service.js'
import { rateTableOf, sheetLinesOf, type SheetLine, type Told } from '../settlement-lines/settlement-facts.queries.js'
import { settlementVerdict, type SettlementAct, type SettlementRefusal } from './settlement-review.rules.js'
import { Settlement, type SettlementRecord } from './settlement.model.js'
import { fingerprint, linesOf, storedLine } from './stored-lines.js'
import { sumsOf, type Sums } from '../settlement-lines/settlement-line.rules.js'

interface Needs {
  clock: Clock
  policies: PolicyService
  notifications: NotificationService
  apprenticeships: ApprenticeshipService
  told: Told
}

export interface Sheet {
  one: ApprenticeshipRecord
  lines: SheetLine[]
  sums: Sums
  rounding: string
  roundingClause: string
  /** as it was handed in; until then the lines are worked out from the facts of today */
  record?: SettlementRecord
  /** the facts say something else than what was handed in */
  changed: boolean
}

/** The amount of a class: worked out, handed in, reviewed twice. */
export function createSettlementService({ clock, policies, notifications, apprenticeships, told }: Needs) {
  const service = {
    /** The sheet within the bounds of whoever looks: as handed in, or as it would be today. */
    async sheetFor(id: string, actor: Actor): Promise<Sheet> {
      const one = await apprenticeships.getFor(id, actor)
      const record = (await Settlement.findById(id).lean<SettlementRecord>()) ?? undefined
      const now = await workedOut(one)
      const open = !record || record.state === 'returned'
      const lines = open ? now.lines : linesOf(record)
      const sheet = {
        one,
        lines,
        sums: sumsOf(lines.map(({ line }) => line)),
        rounding: open ? now.rounding : record.rounding,
        roundingClause: open ? now.roundingClause : record.roundingClause,
      }
      return {
        ...sheet,
        ...(record && { record }),
        changed: !open && record.state !== 'approved' && fingerprint(now.lines) !== fingerprint(lines),
      }
    },

    /** Hands the sheet in as the facts are now; the amounts stand from then on. */
    async submit(id: string, actor: Actor): Promise<void> {
      await transact(async () => {
        const { one, lines, sums, record, rounding, roundingClause } = await service.sheetFor(id, actor)
        assertMay('submit', record, actor, one, sums.waits, false)
        const step = {
          act: 'submit',
          at: clock.now(),
          byId: actor.id,
          byName: actor.name,
          to: 'submitted',
          ...(record && { from: record.state }),
        }
        const facts = {
          state: 'submitted' as const,
          lines: lines.map(storedLine),
          fen: sums.fen,
          entitled: sums.entitled,
          rounding,
          roundingClause,
          submittedById: actor.id,
          submittedOn: clock.today(),
        }
        if (record) {
          const { modifiedCount } = await Settlement.updateOne(
            { _id: id, version: (record as { version?: number }).version },
            { $set: facts, $unset: { countyPassedById: 1 }, $push: { timeline: step }, $inc: { version: 1 } },
          )
          if (modifiedCount !== 1) throw conflict('changed-meanwhile')
        } else
          await Settlement.create([
            { _id: id, enterpriseId: one.enterpriseId, region: one.region, ...facts, timeline: [step] },
          ])
        noteAct('settlement', id, { to: 'submitted', fen: sums.fen })
        await notifications.tell({
          audience: { role: 'county-officer', region: one.region },
          key: 'settlements.newsSubmitted',
          params: { title: one.title },
          href: paths.apprenticeships.settlement(id),
        })
      })
    },

    /** County first, New Area second; a sheet whose facts have changed since is only returned. */
    async decide(
      id: string,
      act: 'pass' | 'return',
      note: string | undefined,
      actor: Actor,
      version?: number,
    ): Promise<void> {
      await transact(async () => {
        const { one, sums, changed } = await service.sheetFor(id, actor)
        const record = await Settlement.findById(id)
        const to = assertMay(act, record ?? undefined, actor, one, sums.waits, changed)
        if (act === 'return' && !note) throw refused('courseRuns.note-missing')
        if (version !== undefined && record!.get('version') !== version) throw conflict('changed-meanwhile')
        record!.timeline!.push({
          act: act === 'return' ? 'return' : to,
          at: clock.now(),
          byId: actor.id,
          byName: actor.name,
          from: record!.state,
          to,
          ...(note && { note }),
        })
        if (to === 'county-passed') record!.countyPassedById = actor.id
        record!.state = to
        await record!.save()
        noteAct('settlement', id, { to })
        if (to === 'approved') await apprenticeships.markSettled(id, actor)
        await tell(one, to, note)
      })
    },
  }
  return service

  async function workedOut(one: ApprenticeshipRecord) {
    const table = await rateTableOf(policies, one.filedOn ?? one.startsOn)
    return {
      lines: await sheetLinesOf(one, table, told),
      rounding: table.rounding,
      roundingClause: table.roundingClause,
    }
  }

  async function tell(one: ApprenticeshipRecord, to: string, note: string | undefined) {
    const href = paths.apprenticeships.settlement(String(one._id))
    if (to === 'returned')
      await notifications.tell({
        audience: { organisationId: one.enterpriseId },
        key: 'settlements.newsReturned',
        params: { title: one.title, note: note ?? '' },
        href,
      })
    if (to === 'county-passed')
      await notifications.tell({
        audience: { role: 'administrator' },
        key: 'settlements.newsCountyPassed',
        params: { title: one.title },
        href,
      })
  }
}
export type SettlementService = ReturnType<typeof createSettlementService>

const forbiddenReasons: readonly SettlementRefusal[] = ['not-your-role', 'maker-is-checker']

function assertMay(
  act: SettlementAct,
  record: Parameters<typeof settlementVerdict>[1] | undefined,
  actor: Actor,
  one: ApprenticeshipRecord,
  waits: number,
  changed: boolean,
) {
  const verdict = settlementVerdict(act, record ?? {}, actor, { apprenticeshipState: one.state, waits, changed })
  if (verdict.ok) return verdict.to
  if (forbiddenReasons.includes(verdict.reason)) throw forbidden(verdict.reason)
  throw verdict.reason === 'same-reviewer'
    ? forbidden('apprenticeships.same-reviewer')
    : refused(`settlements.${verdict.reason}`, { count: waits, title: one.title })
}
