import { Schema, model, type PipelineStage } from 'mongoose'
import type { Vault } from '../../infra/vault.js'
import type { Clock } from '../../shared/dates.js'
import { Account } from '../accounts/account.model.js'
import { lockSeconds, mostAtOnce } from './sign-in.rules.js'

/** A name that nobody has, as a keyed hash: what is typed there may be a password. */
const guessSchema = new Schema(
  {
    _id: String,
    failures: { type: Number, required: true, default: 0 },
    lockedUntil: Date,
    at: { type: Date, required: true },
  },
  { collection: 'guessed-names', versionKey: false, strict: 'throw' },
)
guessSchema.index({ at: 1 }, { expireAfterSeconds: 24 * 3600 })
const GuessedName = model('GuessedName', guessSchema)

interface Door {
  failures: number
  lockedUntil?: Date | null
}
export type Try = { ok: true; failures: number } | { ok: false; until: Date }

const longestTable = 20
const locks = Array.from({ length: longestTable }, (_, failures) =>
  failures >= mostAtOnce ? lockSeconds(failures) : 0,
)

/**
 * Counts the tries at a name. A name that nobody has closes like any other, so that the answer tells nothing; a try is
 * counted before the password is looked at, so that a crowd at once learns no more than one after another.
 */
export function createSignInDoor({ clock, vault }: { clock: Clock; vault: Vault }) {
  const guessId = (username: string) => vault.blindIndex('username', username)

  return {
    async tried(accountId: string | undefined, username: string): Promise<Try> {
      const now = clock.now()
      const open = { $or: [{ lockedUntil: null }, { lockedUntil: { $lte: now } }] }
      if (!accountId)
        await GuessedName.updateOne(
          { _id: guessId(username) },
          { $setOnInsert: { failures: 0, at: now } },
          { upsert: true },
        )
      const counted = accountId
        ? await Account.findOneAndUpdate({ _id: accountId, ...open }, count(now), {
            updatePipeline: true,
            returnDocument: 'after',
          }).lean<Door>()
        : await GuessedName.findOneAndUpdate({ _id: guessId(username), ...open }, count(now), {
            updatePipeline: true,
            returnDocument: 'after',
          }).lean<Door>()
      if (counted) return { ok: true, failures: counted.failures }
      const closed = accountId
        ? await Account.findById(accountId).lean<Door>()
        : await GuessedName.findById(guessId(username)).lean<Door>()
      return { ok: false, until: closed?.lockedUntil ?? now }
    },
    /** After a wrong password: closes for a while when there were too many. */
    async failed(accountId: string | undefined, username: string, failures: number): Promise<void> {
      const wait = lockSeconds(failures)
      const until = { $max: { lockedUntil: new Date(clock.now().getTime() + wait * 1000) } }
      if (accountId) await Account.updateOne({ _id: accountId }, wait > 0 ? until : {})
      else await GuessedName.updateOne({ _id: guessId(username) }, wait > 0 ? until : {})
    },
  }
}

/** One statement, so that two tries never count as one; beyond the crowd each try closes the door behind itself. */
function count(now: Date): PipelineStage.Set[] {
  const failures = { $add: ['$failures', 1] }
  const seconds = { $arrayElemAt: [locks, { $min: [failures, longestTable - 1] }] }
  return [
    {
      $set: {
        failures,
        lockedUntil: {
          $cond: [{ $gt: [seconds, 0] }, { $dateAdd: { startDate: now, unit: 'second', amount: seconds } }, null],
        },
      },
    },
  ]
}
