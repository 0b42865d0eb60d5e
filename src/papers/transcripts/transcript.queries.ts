import { CreditEntry } from '../credit-entries/credit-entry.model.js'
import { learningAccountQueries, type Holder } from '../learning-accounts/learning-account.queries.js'
import { cleanToken } from '../verification/verification.rules.js'
import { Transcript, TranscriptToken, type TranscriptRecord } from './transcript.model.js'
import { isCurrent } from './transcript.rules.js'

/** What happened to the account after a print. */
export interface Since {
  current: boolean
  added: number
  reversedSerials: number[]
  renamed: boolean
}

export const transcriptQueries = {
  find: (id: string): Promise<TranscriptRecord | null> => Transcript.findById(id).lean<TranscriptRecord>(),
  ofPerson: (personId: string): Promise<TranscriptRecord[]> =>
    Transcript.find({ personId }).sort({ printedAt: -1 }).limit(20).lean<TranscriptRecord[]>(),
  async byToken(token: string): Promise<TranscriptRecord | null> {
    const found = await TranscriptToken.findById(cleanToken(token)).lean<{ transcriptId: string }>()
    return found && Transcript.findById(found.transcriptId).lean<TranscriptRecord>()
  },
  /** Whether the account still says what the print says; if not, how many entries came and which printed lines were taken back. */
  async since(print: TranscriptRecord): Promise<Since> {
    const [account, holder] = [
      await learningAccountQueries.account(print.personId),
      await learningAccountQueries.holder(print.personId),
    ]
    const later = await CreditEntry.find({ personId: print.personId, serial: { $gt: print.lastSerial } })
      .select('reverses')
      .lean<{ reverses?: string }[]>()
    const undone = await CreditEntry.find({
      _id: { $in: later.flatMap(({ reverses }) => reverses ?? []) },
      serial: { $lte: print.lastSerial },
    })
      .select('serial')
      .lean<{ serial: number }[]>()
    return {
      current: isCurrent(print, { entries: account?.entries ?? 0 }, holder ?? gone),
      added: later.length,
      reversedSerials: undone.map(({ serial }) => serial),
      renamed: holder?.name !== print.name || holder.idMasked !== print.idMasked,
    }
  },
}
const gone: Holder = { _id: '', name: '', idMasked: '', organisationIds: [] }
