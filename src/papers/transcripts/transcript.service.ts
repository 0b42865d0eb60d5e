import { noteAct } from '../../infra/context.js'
import { sha256 } from '../../infra/files.js'
import { newCode } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import { isAppError, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import type { Entry } from '../credit-entries/credit-entry.service.js'
import { bookedOf } from '../credit-entries/booking.rules.js'
import { learningAccountQueries, type Holder } from '../learning-accounts/learning-account.queries.js'
import type { LearningAccountRecord } from '../learning-accounts/learning-account.model.js'
import { Transcript, TranscriptToken, type TranscriptRecord } from './transcript.model.js'
import { renderTranscript } from '../transcript-drawing/transcript.pdf.js'
import { transcriptHeights } from '../transcript-drawing/transcript-table.pdf.js'
import { rowsOnPages, transcriptRows, transcriptSums, type LedgerLine, type TranscriptRow } from './transcript.rules.js'

const issuer = '雄安新区公共服务局（样例）'
const lineOf = (entry: Entry): LedgerLine => ({
  ...bookedOf(entry),
  serial: entry.serial,
  on: entry.on,
  title: entry.title,
  kind: entry.kind,
  source: entry.source,
  hours: entry.hours ?? null,
  reason: entry.reason ?? null,
})

/** Prints of an account; the same state of an account on the same day is one print. */
export function createTranscriptService({ clock, files, publicUrl }: Pick<Infra, 'clock' | 'files' | 'publicUrl'>) {
  return {
    /** Returns the id of the print. */
    async print(personId: string, actor: Actor): Promise<string> {
      const [holder, account] = [
        await learningAccountQueries.holder(personId),
        await learningAccountQueries.account(personId),
      ]
      const entries = await learningAccountQueries.entries(personId)
      if (!holder || !account || entries.length === 0) throw refused('transcripts.nothing-to-print')
      const content = contentOf(holder, account, entries)
      const _id = sha256(Buffer.from(JSON.stringify([personId, content, clock.today()]))).slice(0, 32)
      if (await Transcript.exists({ _id })) return _id
      const print = { ...content, token: newCode(), printedAt: clock.now() }
      const bytes = renderTranscript({ ...print, publicUrl, issuer })
      await transact(async () => {
        const fileSha256 = await files.put(bytes, 'application/pdf')
        await Transcript.create([
          { _id, personId, ...print, lastSerial: entries.at(-1)!.serial, fileSha256, printedBy: actor.id },
        ])
        await TranscriptToken.create([{ _id: print.token, transcriptId: _id }])
        noteAct('transcript', _id, { entries: entries.length })
      }).catch(unlessPrinted)
      return _id
    },
    pdf: async ({ fileSha256 }: TranscriptRecord): Promise<Buffer> => (await files.get(fileSha256)).bytes,
  }

  function contentOf(holder: Holder, account: LearningAccountRecord, entries: readonly Entry[]) {
    const lines = entries.map(lineOf)
    const rows = transcriptRows(lines)
    return {
      name: holder.name,
      idMasked: holder.idMasked,
      accountNumber: account.number,
      from: rows[0]!.on,
      to: clock.today(),
      rows,
      sums: transcriptSums(lines),
      pages: pagesOf(rows),
    }
  }
}
export type TranscriptService = ReturnType<typeof createTranscriptService>

/** Two clicks at once: the other one has printed it. */
function unlessPrinted(error: unknown): void {
  if (!isAppError(error, 'conflict') || error.code !== 'already-exists') throw error
}

/** The digest of a page is that of its rows, so that anybody with the register can tell a changed page. */
function pagesOf(rows: readonly TranscriptRow[]): { rows: number; digest: string }[] {
  let done = 0
  return rowsOnPages(transcriptHeights(rows)).map((count) => {
    const own = rows.slice(done, (done += count))
    return { rows: count, digest: sha256(Buffer.from(JSON.stringify(own))) }
  })
}
