import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Clock } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { loadEvent } from '../events/event-record.js'
import { MarkingScheme } from '../marking-schemes/marking-scheme.model.js'
import type { Standing } from '../rankings/ranking.rules.js'
import { contestantFacts, judgesOf } from './avoidance.queries.js'
import { panelOf } from './avoidance.rules.js'
import { JudgeMarksOf, judgeMarksId, MarkSheet, sheetId, type MarkSheetRecord, type markWays } from './marking.model.js'
import { aspectsToMark, dutyOf, schemeOf } from './marking.queries.js'
import { factsOfSheet, markVerdict } from './sheet.rules.js'

export type MarkWay = (typeof markWays)[number]
export interface MarkInput {
  values: ReadonlyMap<string, number>
  reason?: string
  version?: number
}
interface Needs {
  clock: Clock
  /** secret code → entry, for the machine alone: nobody is shown it before the decryption */
  drawnCodes: (eventId: string) => Promise<ReadonlyMap<string, string>>
}

export type MarkingService = ReturnType<typeof createMarkingService>

/** Marks under secret codes, from the first value to the lock. */
export function createMarkingService({ clock, drawnCodes }: Needs) {
  const service = {
    /** Makes the sheet of each drawn code with its panel, and freezes the scheme; inside the transaction in which the contest begins. */
    async prepare(eventId: string): Promise<void> {
      const [scheme, judges, codes] = [await schemeOf(eventId), await judgesOf(eventId), await drawnCodes(eventId)]
      const facts = await contestantFacts([...codes.values()])
      const { competitionId } = await loadEvent(eventId)
      await MarkSheet.insertMany(
        [...codes].map(([code, entryId]) => {
          const panel = panelOf(judges, facts.get(entryId) ?? { organisationIds: [], personIds: [], taughtBy: [] })
          return {
            _id: sheetId(eventId, code),
            eventId,
            competitionId,
            code,
            schemeId: String(scheme._id),
            panel: panel.judges.map(({ accountId, name }) => ({ accountId, name })),
            avoided: panel.avoided,
          }
        }),
      )
      await MarkingScheme.updateOne({ _id: scheme._id, frozenAt: null }, { $set: { frozenAt: clock.now() } })
    },

    /** What a judge has entered on the tablet; a complete sheet is handed in by being complete. */
    async save(eventId: string, code: string, input: MarkInput, actor: Actor): Promise<void> {
      await transact(() => write(eventId, code, actor, input, { way: 'screen', byName: actor.name }))
    },

    /** The marks of a paper sheet that two people have keyed alike, as each judge's own; inside the keying's transaction. */
    async writePaper(
      eventId: string,
      code: string,
      judge: { accountId: string; name: string },
      values: ReadonlyMap<string, number>,
      keyedBy: Actor,
    ): Promise<void> {
      await write(
        eventId,
        code,
        { id: judge.accountId, name: judge.name },
        { values },
        { way: 'paper', byName: keyedBy.name },
      )
    },

    async setTheory(eventId: string, code: string, theory: number): Promise<void> {
      await touch(eventId, code, { theory })
    },

    /** Absent, disqualified or void: by the chief judge, with the reason; and back again before the lock. */
    async setStanding(eventId: string, code: string, standing: Standing, reason: string, actor: Actor): Promise<void> {
      await transact(async () => {
        if ((await dutyOf(eventId, actor.id)) !== 'chief-judge') throw forbidden('marking.not-chief')
        const event = await loadEvent(eventId)
        if (event.state !== 'marking') throw refused('marking.locked')
        const sheet = await MarkSheet.findById(sheetId(eventId, code)).lean<MarkSheetRecord>()
        if (!sheet) throw notFound('mark-sheet', code)
        if (sheet.standing === standing) throw refused('marking.standing-same')
        await touch(
          eventId,
          code,
          { standing },
          {
            act: 'standing',
            at: clock.now(),
            byId: actor.id,
            byName: actor.name,
            note: reason,
            from: sheet.standing,
            to: standing,
          },
        )
        noteAct('mark-sheet', sheetId(eventId, code), { from: sheet.standing, to: standing })
      })
    },
  }
  return service

  /** Every write passes through the sheet, so that two at once wait for one another. */
  async function touch(eventId: string, code: string, set: Record<string, unknown> = {}, step?: object): Promise<void> {
    const { matchedCount } = await MarkSheet.updateOne(
      { _id: sheetId(eventId, code) },
      {
        $inc: { saves: 1 },
        ...(Object.keys(set).length > 0 && { $set: set }),
        ...(step && { $push: { timeline: step } }),
      },
    )
    if (matchedCount === 0) throw notFound('mark-sheet', code)
  }

  async function write(
    eventId: string,
    code: string,
    judge: { id: string; name: string },
    { values, reason, version }: MarkInput,
    { way, byName }: { way: MarkWay; byName: string },
  ): Promise<void> {
    await touch(eventId, code)
    const event = await loadEvent(eventId)
    const id = sheetId(eventId, code)
    const sheet = (await MarkSheet.findById(id).lean<MarkSheetRecord>())!
    const marks = await JudgeMarksOf.find({ sheetId: id })
    const facts = factsOfSheet(aspectsToMark(await schemeOf(eventId), event), { sheet, marks })
    const verdict = markVerdict(facts, {
      judgeId: judge.id,
      values,
      locked: event.state !== 'marking',
      standing: sheet.standing,
      ...(reason && { reason }),
    })
    if (!verdict.ok)
      throw verdict.reason === 'not-on-panel'
        ? forbidden('marking.not-on-panel')
        : refused(`marking.${verdict.reason}`, verdict.aspect ? { aspect: verdict.aspect } : {})
    const at = clock.now()
    const own =
      marks.find(({ judgeId }) => judgeId === judge.id) ??
      new JudgeMarksOf({
        _id: judgeMarksId(id, judge.id),
        sheetId: id,
        eventId,
        judgeId: judge.id,
        judgeName: judge.name,
        savedAt: at,
        values: [],
      })
    if (version !== undefined && (own.isNew ? 0 : Number(own.get('version')) + 1) !== version)
      throw conflict('changed-meanwhile')
    const before = new Map(own.values.map(({ aspect, value }) => [aspect, value]))
    for (const [aspect, to] of values) {
      const from = before.get(aspect)
      if (from === to) continue
      own.history.push({
        aspect,
        to,
        at,
        way,
        byName,
        ...(from !== undefined && { from }),
        ...(reason && verdict.again && { reason }),
      })
      before.set(aspect, to)
    }
    own.set({ values: [...before].map(([aspect, value]) => ({ aspect, value })), savedAt: at })
    await own.save()
    noteAct('mark-sheet', id, { aspects: values.size, way })
  }
}
