import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { Assignment, type AssignmentRecord } from '../assignments/assignment.model.js'
import { loadEvent } from '../events/event-record.js'
import { MarkSheet, sheetId, type MarkSheetRecord } from '../marking/marking.model.js'
import type { MarkingService } from '../marking/marking.service.js'
import { keyedId, KeyedSheet, type KeyedRecord } from './keying.model.js'
import { differencesOf, keyingState, type Keyed, type KeyingState } from './keying.rules.js'

export interface KeyingRow {
  code: string
  standing: string
  state: KeyingState
}

/** 双录入: theory papers and paper mark sheets, keyed by two people; only what both read alike becomes a mark. */
export function createKeyingService({ clock, marking }: { clock: Clock; marking: MarkingService }) {
  const service = {
    /** Which of the two seats somebody keys at; nobody else gets in. */
    async seatOf(eventId: string, actor: Actor): Promise<number> {
      const duty = await Assignment.findById(`${eventId}:${actor.id}`).lean<AssignmentRecord>()
      if (duty?.duty !== 'keyer') throw forbidden('keying.not-a-keyer')
      return duty.seat
    },

    async rows(eventId: string, seat: number): Promise<KeyingRow[]> {
      const [sheets, keyed] = await Promise.all([
        MarkSheet.find({ eventId }).sort({ code: 1 }).lean<MarkSheetRecord[]>(),
        KeyedSheet.find({ eventId }).lean<KeyedRecord[]>(),
      ])
      const of = (code: string, at: number) => keyed.find((one) => one.code === code && one.seat === at)
      return sheets.map(({ code, standing }) => ({
        code,
        standing,
        state: keyingState(of(code, seat), of(code, 3 - seat)),
      }))
    },

    async sheetFor(
      eventId: string,
      code: string,
      seat: number,
    ): Promise<{ sheet: MarkSheetRecord; own?: KeyedRecord; other?: KeyedRecord }> {
      const sheet = await MarkSheet.findById(sheetId(eventId, code)).lean<MarkSheetRecord>()
      if (!sheet) throw notFound('mark-sheet', code)
      const [own, other] = await Promise.all(
        [seat, 3 - seat].map((at) => KeyedSheet.findById(keyedId(eventId, code, at)).lean<KeyedRecord>()),
      )
      return { sheet, ...(own && { own }), ...(other && { other }) }
    },

    /** Keeps what this keyer read; when the other read the same, the marks are written. Returns how the two stand. */
    async key(eventId: string, code: string, read: Keyed, actor: Actor): Promise<KeyingState> {
      return transact(async () => {
        const seat = await service.seatOf(eventId, actor)
        // Both pass through the sheet: of two that key at once the later one reads what the earlier one wrote.
        await MarkSheet.updateOne({ _id: sheetId(eventId, code) }, { $inc: { saves: 1 } })
        const event = await loadEvent(eventId)
        const { sheet, own, other } = await service.sheetFor(eventId, code, seat)
        if (event.state !== 'marking') throw refused('marking.locked')
        if (sheet.standing !== 'present') throw refused('marking.not-ranked')
        if (own?.settledAt) throw refused('keying.settled')
        if (event.theoryWeight > 0 && typeof read.theory !== 'number') throw refused('keying.theory-missing')
        const settled = other !== undefined && differencesOf(read, other).length === 0
        const set = {
          eventId,
          code,
          seat,
          theory: read.theory ?? null,
          values: [...read.values],
          byId: actor.id,
          byName: actor.name,
          at: clock.now(),
          ...(settled && { settledAt: clock.now() }),
        }
        await KeyedSheet.updateOne(
          { _id: keyedId(eventId, code, seat) },
          { $set: set, $inc: { version: 1 } },
          { upsert: true },
        )
        if (settled) {
          await KeyedSheet.updateOne(
            { _id: keyedId(eventId, code, 3 - seat) },
            { $set: { settledAt: clock.now() }, $inc: { version: 1 } },
          )
          await take(eventId, code, sheet, read, actor)
        }
        noteAct('mark-sheet', sheetId(eventId, code), { keyed: seat, settled })
        return settled ? 'settled' : other ? 'differs' : 'half'
      })
    },
  }
  return service

  async function take(eventId: string, code: string, sheet: MarkSheetRecord, read: Keyed, actor: Actor): Promise<void> {
    if (typeof read.theory === 'number') await marking.setTheory(eventId, code, read.theory)
    for (const { accountId, name } of sheet.panel) {
      const values = new Map(
        read.values.filter(({ judgeId }) => judgeId === accountId).map(({ aspect, value }) => [aspect, value]),
      )
      if (values.size > 0) await marking.writePaper(eventId, code, { accountId, name }, values, actor)
    }
  }
}
export type KeyingService = ReturnType<typeof createKeyingService>
