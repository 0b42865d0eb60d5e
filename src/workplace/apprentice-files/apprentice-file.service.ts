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
import { may, type Actor } from '../../shared/permissions.js'
import type { ContractService } from '../apprentice-contracts/contract.service.js'
import { Apprentice, ApprenticePlace, type ApprenticeRecord } from '../apprentices/apprentice.model.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { Mentorship } from '../mentorships/mentorship.model.js'
import { mentorshipQueries } from '../mentorships/mentorship.queries.js'
import type { MentorshipService } from '../mentorships/mentorship.service.js'
import { WorkplaceLog } from '../workplace-logs/log.model.js'
import { apprenticeColumns } from './apprentice-columns.data.js'
import { ApprenticeFile, type ApprenticeFileRecord } from './apprentice-file.model.js'
import { readApprentices, type ApprenticeGiven, type ApprenticeLine } from './apprentice-row.rules.js'

type Needs = Pick<Infra, 'clock' | 'vault'> & {
  apprentices: ApprenticeService
  contracts: ContractService
  mentorships: MentorshipService
}

/** Apprentices of a class by file: staged and shown, written after the confirmation, each line with its mark in one transaction. */
export function createApprenticeFileService({ clock, vault, apprentices, contracts, mentorships }: Needs) {
  const place = (id: string): string => `apprentice-files.cells:${id}`
  const service = {
    async stage(
      classId: string,
      { fileName, header, rows }: { fileName: string; header: readonly string[]; rows: readonly SheetRow[] },
      actor: Actor,
    ): Promise<string> {
      if (!may(actor, 'apprentice.edit')) throw forbidden('not-your-role')
      const one = await apprentices.classFor(classId, actor)
      apprentices.assertOpen(one)
      const places = placesOf(header, apprenticeColumns)
      if (!places.ok) throw invalid('apprenticeFiles.header-missing', { columns: places.missing.join('、') })
      if (rows.length > mostStagedRows)
        throw invalid('apprenticeFiles.too-many', { most: mostStagedRows, found: rows.length })
      const lines = readApprentices(rows, places.at, {
        today: clock.today(),
        startsOn: one.startsOn,
        endsOn: one.endsOn,
        mentors: await mentorshipQueries.choices(one.enterpriseId, clock.today()),
      })
      if (lines.length === 0) throw invalid('apprenticeFiles.no-lines')
      const id = newId()
      await transact(async () => {
        await ApprenticeFile.create([
          {
            _id: id,
            classId,
            enterpriseId: one.enterpriseId,
            fileName,
            good: lines.filter(({ given }) => given).length,
            cells: vault.seal(JSON.stringify(lines), place(id)),
            createdAt: clock.now(),
            createdBy: actor.id,
            expiresAt: stagedUntil(clock.now()),
          },
        ])
        noteAct('apprentice-file', id, { classId, lines: lines.length })
      })
      return id
    },

    /** Files of a class that were read and not confirmed. */
    waiting: (classId: string): Promise<WaitingFile[]> => waitingFiles(ApprenticeFile, { classId }),

    async getFor(id: string, actor: Actor): Promise<ApprenticeFileRecord> {
      const file = await ApprenticeFile.findById(id).lean<ApprenticeFileRecord>()
      if (!file) throw notFound('apprentice-file', id)
      if (file.enterpriseId !== actor.organisationId) throw forbidden('not-yours')
      return file
    },
    linesOf: (file: ApprenticeFileRecord): ApprenticeLine[] =>
      JSON.parse(vault.open(file.cells as unknown as Sealed, place(String(file._id)))) as ApprenticeLine[],

    /** How many people a file has brought into the class; whoever was there before is none of them. */
    entered: (file: Pick<ApprenticeFileRecord, '_id'>): Promise<number> =>
      Apprentice.countDocuments({ importId: String(file._id) }),

    /** Enters the good lines; asked again after a crash it goes on where it stopped. */
    async confirm(id: string, actor: Actor): Promise<void> {
      const file = await service.getFor(id, actor)
      if (file.state !== 'preview') throw refused('apprenticeFiles.not-a-preview')
      const good = service.linesOf(file).flatMap(({ line, given }) => (given ? [[line, given] as const] : []))
      await writeStagedParts(ApprenticeFile, file, good, {
        audit: 'apprentice-file',
        write: (given) => enter(file.classId, id, given, actor),
      })
    },

    /** Takes back everybody whom this file entered; refused as a whole once one of them has a log, a check or a change. */
    async withdraw(id: string, actor: Actor): Promise<number> {
      if (!may(actor, 'apprentice.edit')) throw forbidden('not-your-role')
      return transact(async () => {
        const file = await service.getFor(id, actor)
        if (file.state !== 'done') throw refused('apprenticeFiles.not-written')
        const entered = await Apprentice.find({ importId: id }).lean<ApprenticeRecord[]>()
        const ids = entered.map(({ _id }) => String(_id))
        const logged = new Set(await WorkplaceLog.distinct('apprenticeId', { apprenticeId: { $in: ids } }))
        const begun = entered.find(
          ({ _id, state, midTerm, assessment, breaks }) =>
            state !== 'training' || midTerm || assessment || (breaks ?? []).length > 0 || logged.has(String(_id)),
        )
        if (begun) throw refused('apprenticeFiles.begun', { name: begun.personName })
        await Apprentice.deleteMany({ _id: { $in: ids } })
        await ApprenticePlace.deleteMany({ apprenticeId: { $in: ids } })
        await Mentorship.deleteMany({ apprenticeId: { $in: ids } })
        await ApprenticeFile.updateOne({ _id: id }, { $set: { state: 'withdrawn' }, $inc: { version: 1 } })
        noteAct('apprentice-file', id, { to: 'withdrawn', people: ids.length })
        return ids.length
      })
    },
  }
  return service

  /** Somebody who is in the class already stays as entered; contracts and mentor are added where there are none. */
  async function enter(classId: string, importId: string, given: ApprenticeGiven, actor: Actor): Promise<void> {
    const { facts, post, from, labour, training, mentorId } = given
    const { id: apprenticeId } = await apprentices.enter(classId, { facts, post, from, importId }, actor)
    const known = await Apprentice.findById(apprenticeId).lean<ApprenticeRecord>()
    if (labour && !known!.labourContract) await contracts.record(apprenticeId, 'labour', labour, actor)
    if (training && !known!.trainingAgreement) await contracts.record(apprenticeId, 'training', training, actor)
    if (mentorId && !(await Mentorship.exists({ apprenticeId, kind: 'mentor' })))
      await mentorships.pair([apprenticeId], { kind: 'mentor', accountId: mentorId, from: known!.from }, actor)
  }
}
export type ApprenticeFileService = ReturnType<typeof createApprenticeFileService>
