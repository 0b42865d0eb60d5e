import { AsyncLocalStorage } from 'node:async_hooks'
import mongoose from 'mongoose'
import { conflict } from '../shared/errors.js'
import { currentAct } from './context.js'
import { takeForm } from './sent-forms.js'

mongoose.set('strictQuery', 'throw')
mongoose.set('sanitizeFilter', false)
mongoose.set('autoIndex', false)
mongoose.set('autoCreate', false)
mongoose.set('transactionAsyncLocalStorage', true)

// What a crash may take because it is then written anew need not wait for the disk.
const concerns = {
  lasting: { writeConcern: { w: 'majority', j: true, wtimeoutMS: 10_000 }, readConcern: { level: 'majority' } },
  repeatable: { writeConcern: { w: 1, j: false }, readConcern: { level: 'local' } },
} as const

/** Connects to a replica set or a sharded cluster; refuses a lone server, because it has no transactions. */
export async function connectMongo(uri: string, writes: keyof typeof concerns = 'lasting'): Promise<void> {
  await mongoose.connect(uri, {
    ...concerns[writes],
    serverSelectionTimeoutMS: 10_000,
    ignoreUndefined: true,
  })
  const hello = await mongoose.connection.db!.command({ hello: 1 })
  if (!hello.setName && hello.msg !== 'isdbgrid') {
    throw new Error(
      'MONGODB_URI names a single server. Start it as a replica set (mongod --replSet rs0), because every write is a transaction.',
    )
  }
}

export const disconnectMongo = (): Promise<void> => mongoose.disconnect()

type BeforeCommit = () => Promise<void>
let beforeCommit: BeforeCommit = async () => undefined
/** The wiring hands in what each transaction must also write (the audit entry). */
export const onBeforeCommit = (hook: BeforeCommit): void => void (beforeCommit = hook)

const nested = new AsyncLocalStorage<true>()

/**
 * Runs one business change as one transaction with majority write concern; every Mongoose call inside joins it.
 * The body may run more than once, so it must not act outside the database. A call inside another joins the outer one.
 * Duplicate keys and version errors become `conflict`.
 */
export async function transact<T>(work: () => Promise<T>): Promise<T> {
  if (nested.getStore()) return work()
  const act = currentAct()
  const notesBefore = act?.notes.length ?? 0
  let result!: T
  try {
    await nested.run(true, () =>
      mongoose.connection.transaction(async () => {
        if (act) act.notes.length = notesBefore
        await takeForm()
        result = await work()
        await beforeCommit()
      }),
    )
  } catch (error) {
    throw asConflict(error)
  }
  if (act) act.recorded = true
  return result
}

interface MongoFault {
  code?: number
  name?: string
  keyValue?: Record<string, unknown>
  message?: string
}

export const isDuplicateKey = (error: unknown): boolean =>
  (error as MongoFault)?.code === 11000 || ((error as { cause?: MongoFault })?.cause?.code ?? 0) === 11000

function asConflict(error: unknown): unknown {
  const fault = error as MongoFault
  if (fault?.code === 11000)
    return Object.assign(conflict('already-exists', { keys: Object.keys(fault.keyValue ?? {}) }), { cause: error })
  if (fault?.name === 'VersionError') return Object.assign(conflict('changed-meanwhile'), { cause: error })
  return error
}
