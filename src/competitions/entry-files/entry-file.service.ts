import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import {
  mostStagedRows,
  stagedUntil,
  waitingFiles,
  writeStagedParts,
  type WaitingFile,
} from '../../infra/sheets/staged-file.js'
import type { Sealed } from '../../infra/vault.js'
import { placesOf } from '../../shared/columns.js'
import { forbidden, invalid, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { Competition, type CompetitionRecord } from '../competitions/competition.model.js'
import type { EntryService } from '../entries/entry.service.js'
import { loadEvent } from '../events/event-record.js'
import { entryColumns } from './entry-columns.data.js'
import { EntryFile, type EntryFileRecord } from './entry-file.model.js'
import { readEntries, type EntryLine, type EntryTeam } from './entry-row.rules.js'

interface Sheet {
  lines: EntryLine[]
  teams: EntryTeam[]
}

/** Entries of an organisation by file: staged and shown, written after the confirmation, each team with its mark in one transaction. */
export function createEntryFileService({
  clock,
  vault,
  entries,
}: Pick<Infra, 'clock' | 'vault'> & { entries: EntryService }) {
  const place = (id: string): string => `competition-entry-files.cells:${id}`
  const service = {
    async stage(
      eventId: string,
      { fileName, header, rows }: { fileName: string; header: readonly string[]; rows: readonly SheetRow[] },
      actor: Actor,
    ): Promise<string> {
      if (!actor.organisationId) throw forbidden('not-your-role')
      const places = placesOf(header, entryColumns)
      if (!places.ok) throw invalid('entryFiles.header-missing', { columns: places.missing.join('、') })
      if (rows.length > mostStagedRows)
        throw invalid('entryFiles.too-many', { most: mostStagedRows, found: rows.length })
      const { teamSize, identities, honoursBarred, minAge, competitionId } = await loadEvent(eventId)
      const { contestFrom } = (await Competition.findById(competitionId)
        .select('contestFrom')
        .lean<CompetitionRecord>())!
      const admission = { teamSize, identities, honoursBarred, minAge: minAge ?? 0, contestFrom }
      const sheet = readEntries(rows, places.at, { ...admission, today: clock.today() })
      if (sheet.lines.length === 0) throw invalid('entryFiles.no-lines')
      const id = newId()
      await transact(async () => {
        await EntryFile.create([
          {
            _id: id,
            eventId,
            organisationId: actor.organisationId,
            fileName,
            good: sheet.teams.length,
            faults: sheet.lines.filter(({ faults }) => faults.length > 0).length,
            cells: vault.seal(JSON.stringify(sheet), place(id)),
            createdAt: clock.now(),
            createdBy: actor.id,
            expiresAt: stagedUntil(clock.now()),
          },
        ])
        noteAct('entry-file', id, { eventId, teams: sheet.teams.length })
      })
      return id
    },

    /** Files of one's own delegation that were read and not confirmed. */
    waiting: (eventId: string, { organisationId = 'none' }: Actor): Promise<WaitingFile[]> =>
      waitingFiles(EntryFile, { eventId, organisationId }),

    async getFor(id: string, actor: Actor): Promise<EntryFileRecord> {
      const file = await EntryFile.findById(id).lean<EntryFileRecord>()
      if (!file) throw notFound('entry-file', id)
      if (file.organisationId !== actor.organisationId) throw forbidden('not-yours')
      return file
    },
    sheetOf: (file: EntryFileRecord): Sheet =>
      JSON.parse(vault.open(file.cells as unknown as Sealed, place(String(file._id)))) as Sheet,

    /** Enters the good teams; asked again after a crash it goes on where it stopped. */
    async confirm(id: string, actor: Actor): Promise<{ written: number; refused: number }> {
      const file = await service.getFor(id, actor)
      if (file.state !== 'preview') throw refused('entryFiles.not-a-preview')
      const { teams } = service.sheetOf(file)
      return writeStagedParts(EntryFile, file, teams.entries(), {
        audit: 'entry-file',
        write: ({ teamName, members }) =>
          entries.enter(file.eventId, { members, importId: id, ...(teamName && { teamName }) }, actor),
      })
    },
  }
  return service
}
export type EntryFileService = ReturnType<typeof createEntryFileService>
