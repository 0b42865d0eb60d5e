import { Schema, model, type Model } from 'mongoose'
import { isAppError } from '../../shared/errors.js'
import { noteAct } from '../context.js'
import { transact } from '../mongo.js'
import { sealedType } from '../vault.js'

/** The fields of a small uploaded file that is looked at first and then written part by part (a team, a line). */
export const stagedFileFields = {
  _id: String,
  fileName: { type: String, required: true as const },
  /** how many parts may be written */
  good: { type: Number, required: true as const },
  /** what was read, as JSON: it holds ID numbers */
  cells: sealedType,
  /** parts that were written, and those refused with their reason, by their number */
  written: [Number],
  refused: [
    {
      _id: false,
      part: { type: Number, required: true as const },
      code: { type: String, required: true as const },
      params: Schema.Types.Mixed,
    },
  ],
  createdAt: { type: Date, required: true as const },
  createdBy: { type: String, required: true as const },
  expiresAt: Date,
}

/** A file that was read and waits for its confirmation. */
export interface WaitingFile {
  _id: unknown
  fileName: string
}
/** What an owner has uploaded and not confirmed yet, the newest first. */
export const waitingFiles = (
  { modelName }: { modelName: string },
  owner: Record<string, string>,
): Promise<WaitingFile[]> =>
  model<StagedFile>(modelName)
    .find({ ...owner, state: 'preview' })
    .sort({ createdAt: -1 })
    .limit(3)
    .select('fileName')
    .lean<WaitingFile[]>()

export const mostStagedRows = 300
const keptFor = 30 * 24 * 3_600_000
/** The day on which mongod may forget a file that was staged at `now`. */
export const stagedUntil = (now: Date): Date => new Date(now.getTime() + keptFor)

interface StagedFile {
  _id?: string | null
  state: string
  written: number[]
  refused: { part: number; code: string; params?: unknown }[]
}

/**
 * Writes the parts of a previewed file, each with its mark in one transaction, and closes the file as `done`.
 * A crash in between loses none and doubles none: asked again it goes on where it stopped.
 */
export async function writeStagedParts<P>(
  { modelName }: { modelName: string },
  file: StagedFile,
  parts: Iterable<readonly [number, P]>,
  { audit, write }: { audit: string; write: (part: P) => Promise<unknown> },
): Promise<{ written: number; refused: number }> {
  const files = model<StagedFile>(modelName)
  const id = String(file._id)
  const dealt = new Set([...file.written, ...file.refused.map(({ part }) => part)])
  for (const [number, part] of parts) if (!dealt.has(number)) await writePart(files, id, number, () => write(part))
  await transact(async () => {
    await files.updateOne({ _id: id, state: 'preview' }, { $set: { state: 'done' }, $inc: { version: 1 } })
    noteAct(audit, id, { to: 'done' })
  })
  const after = (await files.findById(id, { written: 1, refused: 1 }).lean<StagedFile>())!
  return { written: after.written.length, refused: after.refused.length }
}

async function writePart(
  files: Model<StagedFile>,
  id: string,
  part: number,
  write: () => Promise<unknown>,
): Promise<void> {
  try {
    await transact(async () => {
      const { modifiedCount } = await files.updateOne(
        { _id: id, state: 'preview', written: { $ne: part } },
        { $push: { written: part }, $inc: { version: 1 } },
      )
      if (modifiedCount > 0) await write()
    })
  } catch (error) {
    if (!isAppError(error, 'refused') && !isAppError(error, 'invalid')) throw error
    await files.updateOne(
      { _id: id, 'refused.part': { $ne: part } },
      { $push: { refused: { part, code: error.code, params: error.details } }, $inc: { version: 1 } },
    )
  }
}
