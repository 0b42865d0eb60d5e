import { createHash } from 'node:crypto'
import mongoose, { Schema, model, type InferSchemaType } from 'mongoose'
import { notFound } from '../shared/errors.js'

// A document holds 16 MB; what is larger goes to GridFS under the same name.
const inDocument = 12 * 1024 * 1024

const fileSchema = new Schema(
  { _id: String, contentType: { type: String, required: true }, size: { type: Number, required: true }, bytes: Buffer, inGrid: Boolean, createdAt: { type: Date, required: true } },
  { collection: 'files', versionKey: false, strict: 'throw' },
)
type FileRecord = InferSchemaType<typeof fileSchema>
const StoredFile = model('StoredFile', fileSchema)

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Files named by the SHA-256 of their bytes: storing the same bytes twice is one file; inside a transaction they commit with their row. */
export function createFileStore() {
  const grid = () => new mongoose.mongo.GridFSBucket(mongoose.connection.db!, { bucketName: 'files-large' })
  return {
    /** Returns the SHA-256 that names the file. */
    async put(bytes: Buffer, contentType: string): Promise<string> {
      const id = sha256(bytes)
      const large = bytes.length > inDocument
      if (large) await putInGrid(id, bytes)
      const row = { contentType, size: bytes.length, createdAt: new Date(), ...(large ? { inGrid: true } : { bytes }) }
      await StoredFile.updateOne({ _id: id }, { $setOnInsert: row }, { upsert: true })
      return id
    },
    /** Many small files in one round trip (certificates of a chunk). */
    async putMany(files: readonly { bytes: Buffer; contentType: string; sha256: string }[]): Promise<void> {
      const createdAt = new Date()
      await StoredFile.bulkWrite(
        files.map(({ bytes, contentType, sha256: id }) => ({
          updateOne: { filter: { _id: id }, update: { $setOnInsert: { contentType, size: bytes.length, bytes, createdAt } }, upsert: true },
        })),
        { ordered: false },
      )
    },
    async get(id: string): Promise<{ bytes: Buffer; contentType: string }> {
      const row = await StoredFile.findById(id).lean<FileRecord>()
      if (!row) throw notFound('file', id)
      return { bytes: row.inGrid ? await getFromGrid(id) : toBuffer(row.bytes), contentType: row.contentType }
    },
    exists: async (id: string): Promise<boolean> => (await StoredFile.exists({ _id: id })) !== null,
  }

  async function putInGrid(id: string, bytes: Buffer) {
    const found = await grid().find({ filename: id }).limit(1).toArray()
    if (found.length > 0) return
    await new Promise<void>((done, fail) => grid().openUploadStream(id).once('finish', () => done()).once('error', fail).end(bytes))
  }
  async function getFromGrid(id: string): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of grid().openDownloadStreamByName(id)) parts.push(part as Buffer)
    return Buffer.concat(parts)
  }
}
export type FileStore = ReturnType<typeof createFileStore>

function toBuffer(value: unknown): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from((value as { buffer: Uint8Array }).buffer)
}
