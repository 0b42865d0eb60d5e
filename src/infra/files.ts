import { createHash } from 'node:crypto'
import mongoose, { Schema, model, type InferSchemaType } from 'mongoose'
import { notFound } from '../shared/errors.js'
import { transact } from './mongo.js'
import { joinParts, splitByShared, type SharedBytes } from './file-parts.js'
import type { Sealed, Vault } from './vault.js'

// A document holds 16 MB; what is larger goes to GridFS under the same name.
const inDocument = 12 * 1024 * 1024

const fileSchema = new Schema(
  {
    _id: String,
    contentType: { type: String, required: true },
    size: { type: Number, required: true },
    bytes: Buffer,
    inGrid: Boolean,
    /** own bytes and stretches of other files, in order */ parts: [{ _id: false, file: String, bytes: Buffer }],
    /** how the bytes were sealed, of a file that holds ID numbers */
    seal: { type: { v: Number, kid: String, iv: Buffer, tag: Buffer }, _id: false },
    createdAt: { type: Date, required: true },
  },
  { collection: 'files', versionKey: false, strict: 'throw' },
)
type FileRecord = InferSchemaType<typeof fileSchema>
const StoredFile = model('StoredFile', fileSchema)

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export interface NewFile {
  bytes: Buffer
  contentType: string
  sha256: string
  shared?: readonly SharedBytes[]
}

/** Files named by the SHA-256 of their bytes: storing the same bytes twice is one file; inside a transaction they commit with their row. */
export function createFileStore(vault: Vault) {
  const grid = () => new mongoose.mongo.GridFSBucket(mongoose.connection.db!, { bucketName: 'files-large' })
  const store = {
    /** Returns the SHA-256 that names the file. */
    put: (bytes: Buffer, contentType: string): Promise<string> => write(sha256(bytes), bytes, { contentType }),

    /** As `put`, for a file of ID numbers: encrypted at rest, under the name of what it holds. */
    async putSealed(bytes: Buffer, contentType: string): Promise<string> {
      const id = sha256(bytes)
      if (await store.exists(id)) return id
      const { ct, ...seal } = vault.sealBytes(bytes, placeOf(id))
      return write(id, ct, { contentType, seal })
    },
    /** Seals a file that was stored open; its open bytes go last, so that a crash loses nothing and the next call ends it. */
    async seal(id: string): Promise<void> {
      const row = await StoredFile.findById(id).lean<FileRecord>()
      if (!row) return
      if (!row.seal) {
        const bytes = await bytesOf(id, row)
        await transact(async () => {
          await StoredFile.deleteOne({ _id: id })
          await store.putSealed(bytes, row.contentType)
        })
      }
      await removeFromGrid(id)
    },
    /**
     * Many small new files in one round trip (certificates of a chunk). What they share with stored files is referred to,
     * not stored again; such a file is never removed while others name it.
     */
    async putMany(files: readonly NewFile[]): Promise<void> {
      const createdAt = new Date()
      await StoredFile.insertMany(
        files.map(({ bytes, contentType, sha256: _id, shared = [] }) => {
          const parts = splitByShared(bytes, shared)
          return { _id, contentType, size: bytes.length, ...(parts.length > 1 ? { parts } : { bytes }), createdAt }
        }),
        { lean: true },
      )
    },
    async get(id: string): Promise<{ bytes: Buffer; contentType: string }> {
      const row = await StoredFile.findById(id).lean<FileRecord>()
      if (!row) throw notFound('file', id)
      return { bytes: await bytesOf(id, row), contentType: row.contentType }
    },
    /** Several files at once by their names; what is not there is left out. */
    async getMany(ids: readonly string[]): Promise<Map<string, Buffer>> {
      const rows = await StoredFile.find({ _id: { $in: [...new Set(ids)] } }).lean<FileRecord[]>()
      const found: (readonly [string, Buffer])[] = []
      for (const row of rows) found.push([String(row._id), await bytesOf(String(row._id), row)])
      return new Map(found)
    },
    exists: async (id: string): Promise<boolean> => (await StoredFile.exists({ _id: id })) !== null,
  }
  return store

  async function write(id: string, bytes: Buffer, facts: { contentType: string; seal?: Omit<Sealed, 'ct'> }) {
    const large = bytes.length > inDocument
    if (large) await putInGrid(gridNameOf(id, facts.seal), bytes)
    const row = { ...facts, size: bytes.length, createdAt: new Date(), ...(large ? { inGrid: true } : { bytes }) }
    await StoredFile.updateOne({ _id: id }, { $setOnInsert: row }, { upsert: true })
    return id
  }
  async function bytesOf(id: string, row: FileRecord): Promise<Buffer> {
    const stored = await storedBytesOf(id, row)
    return row.seal ? vault.openBytes({ ...(row.seal as Sealed), ct: stored }, placeOf(id)) : stored
  }
  async function storedBytesOf(id: string, { inGrid, parts, bytes, seal }: FileRecord): Promise<Buffer> {
    if (inGrid) return getFromGrid(gridNameOf(id, seal as Sealed | undefined))
    if (!parts?.length) return toBuffer(bytes)
    const shared = await StoredFile.find({ _id: { $in: parts.flatMap(({ file }) => file ?? []) } })
      .select('bytes')
      .lean<FileRecord[]>()
    const whole = joinParts(
      parts.map((part) => ({
        ...(part.file && { file: part.file }),
        ...(part.bytes && { bytes: toBuffer(part.bytes) }),
      })),
      new Map(shared.map((row) => [String(row._id), toBuffer(row.bytes)])),
    )
    if (sha256(whole) !== id) throw new Error(`file ${id} is not what was stored`)
    return whole
  }
  async function putInGrid(name: string, bytes: Buffer) {
    const found = await grid().find({ filename: name }).limit(1).toArray()
    if (found.length > 0) return
    await new Promise<void>((done, fail) =>
      grid()
        .openUploadStream(name)
        .once('finish', () => done())
        .once('error', fail)
        .end(bytes),
    )
  }
  async function removeFromGrid(id: string) {
    for (const { _id } of await grid().find({ filename: id }).toArray()) await grid().delete(_id)
  }
  async function getFromGrid(name: string): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of grid().openDownloadStreamByName(name)) parts.push(part as Buffer)
    return Buffer.concat(parts)
  }
}
export type FileStore = ReturnType<typeof createFileStore>

/** Each sealing has other bytes: those of one that was broken off must not be taken for those of the next. */
const gridNameOf = (id: string, seal?: Pick<Sealed, 'tag'> | null): string =>
  seal ? `${id}.${toBuffer(seal.tag).toString('hex')}` : id
const placeOf = (id: string): string => `files.bytes.${id}`

function toBuffer(value: unknown): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from((value as { buffer: Uint8Array }).buffer)
}
