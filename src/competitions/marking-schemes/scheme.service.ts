import { noteAct } from '../../infra/context.js'
import type { Infra } from '../../infra/infra.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import { mostStagedRows } from '../../infra/sheets/staged-file.js'
import type { SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import { placesOf } from '../../shared/columns.js'
import { forbidden, invalid, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { loadCompetition } from '../competitions/competition-record.js'
import { isHost } from '../competitions/competition.rules.js'
import { loadEvent, type EventDocument } from '../events/event-record.js'
import { MarkingScheme, type MarkingSchemeRecord } from './marking-scheme.model.js'
import { schemeColumns, schemeKeys } from './scheme-columns.data.js'
import { readScheme } from './scheme-row.rules.js'

export interface SchemeFile {
  fileName: string
  bytes: Buffer
  contentType: string
  header: readonly string[]
  rows: readonly SheetRow[]
}

/** 评分方案 of an event: loaded from a spreadsheet, looked at, confirmed; a version that marks rest on is never replaced. */
export function createSchemeService({ clock, files }: Pick<Infra, 'clock' | 'files'>) {
  const service = {
    current: (eventId: string): Promise<MarkingSchemeRecord | null> =>
      MarkingScheme.findOne({ eventId, state: 'current' }).sort({ version: -1 }).lean<MarkingSchemeRecord>(),
    history: (eventId: string): Promise<MarkingSchemeRecord[]> =>
      MarkingScheme.find({ eventId, state: { $in: ['current', 'replaced'] } })
        .sort({ version: -1 })
        .select('-aspects')
        .lean<MarkingSchemeRecord[]>(),

    async getFor(id: string, actor: Actor): Promise<MarkingSchemeRecord> {
      const scheme = await MarkingScheme.findById(id).lean<MarkingSchemeRecord>()
      if (!scheme) throw notFound('marking-scheme', id)
      await loadCompetition(scheme.competitionId, actor)
      return scheme
    },

    /** Reads the file and keeps it as a preview; nothing is marked by it before it is confirmed. */
    async stage(
      eventId: string,
      { fileName, bytes, contentType, header, rows }: SchemeFile,
      actor: Actor,
    ): Promise<string> {
      const places = placesOf(header, schemeColumns)
      if (!places.ok) throw invalid('schemes.header-missing', { columns: places.missing.join('、') })
      if (rows.length > mostStagedRows) throw invalid('schemes.too-many', { most: mostStagedRows, found: rows.length })
      const id = newId()
      await transact(async () => {
        const event = await open(eventId, actor)
        const { aspects, faults, typed } = readScheme(
          rows,
          places.at,
          event.modules.map(({ code }) => code),
        )
        if (faults[0]?.reason === 'no-lines') throw invalid('schemes.no-lines')
        await MarkingScheme.create([
          {
            _id: id,
            eventId,
            competitionId: event.competitionId,
            state: faults.length > 0 ? 'faulty' : 'preview',
            fileName,
            file: await files.put(bytes, contentType),
            aspects,
            faults,
            typed: typed.map(({ row, texts }) => ({ row, cells: schemeKeys.map((key) => texts[key] ?? '') })),
            createdAt: clock.now(),
            createdBy: actor.id,
            createdByName: actor.name,
          },
        ])
        noteAct('marking-scheme', id, { eventId, aspects: aspects.length, faults: faults.length })
      })
      return id
    },

    /** The previewed version becomes the one in force; asked again it stays as it is. */
    async confirm(id: string, actor: Actor): Promise<void> {
      await transact(async () => {
        const scheme = await MarkingScheme.findById(id)
        if (!scheme) throw notFound('marking-scheme', id)
        const event = await open(scheme.eventId, actor)
        if (scheme.state === 'current') return
        if (scheme.state !== 'preview') throw refused('schemes.not-a-preview')
        const last = await MarkingScheme.findOne({ eventId: scheme.eventId, state: { $in: ['current', 'replaced'] } })
          .sort({ version: -1 })
          .select('version')
          .lean<{ version: number }>()
        await MarkingScheme.updateMany(
          { eventId: scheme.eventId, state: 'current' },
          { $set: { state: 'replaced' }, $inc: { revision: 1 } },
        )
        scheme.set({
          state: 'current',
          version: (last?.version ?? 0) + 1,
          confirmedAt: clock.now(),
          confirmedBy: actor.id,
          confirmedByName: actor.name,
        })
        await scheme.save()
        event.timeline!.push({
          act: 'scheme',
          at: clock.now(),
          byId: actor.id,
          byName: actor.name,
          note: scheme.fileName,
        })
        await event.save()
        noteAct('marking-scheme', id, { version: scheme.version })
      })
    },
  }
  return service

  /** The event, while its host may still change how it is marked. */
  async function open(eventId: string, actor: Actor): Promise<EventDocument> {
    const event = await loadEvent(eventId)
    const competition = await loadCompetition(event.competitionId, actor)
    if (!isHost(actor, competition)) throw forbidden('not-yours')
    if (event.state !== 'open') throw refused('schemes.frozen')
    return event
  }
}
export type SchemeService = ReturnType<typeof createSchemeService>
