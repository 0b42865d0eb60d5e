import { MongoClient } from 'mongodb'
import type { Admin, Document } from 'mongodb'

export const replicaSetName = 'rs0'

/** Makes a lone mongod the writable primary of its replica set, also when the set was last seen on another port. */
export async function ensurePrimary(port: number, timeoutMs = 60_000): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: timeoutMs,
  })
  try {
    await client.connect()
    const admin = client.db('admin').admin()
    await settleMembership(admin, `127.0.0.1:${port}`)
    await waitUntilWritable(admin, Date.now() + timeoutMs)
  } finally {
    await client.close()
  }
}

async function settleMembership(admin: Admin, host: string): Promise<void> {
  const kept = await keptConfig(admin)
  if (!kept) {
    await admin.command({ replSetInitiate: { _id: replicaSetName, members: [{ _id: 0, host }] } })
  } else if (kept.members.length !== 1 || kept.members[0]?.host !== host) {
    // Forced: on a new port the node finds itself in no configuration, so that there is no primary to ask.
    const config = { ...kept, version: kept.version + 1, members: [{ _id: 0, host }] }
    await admin.command({ replSetReconfig: config, force: true })
  }
}

type SetConfig = Document & { version: number; members: { host: string }[] }

async function keptConfig(admin: Admin): Promise<SetConfig | undefined> {
  try {
    const { config } = (await admin.command({ replSetGetConfig: 1 })) as { config: SetConfig }
    return config
  } catch (error) {
    if (error instanceof Error && 'codeName' in error && error.codeName === 'NotYetInitialized') return undefined
    throw error
  }
}

async function waitUntilWritable(admin: Admin, deadline: number): Promise<void> {
  for (;;) {
    const hello = await admin.command({ hello: 1 })
    if (hello.isWritablePrimary) return
    if (Date.now() > deadline) throw new Error('mongod did not become a writable primary in time')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
