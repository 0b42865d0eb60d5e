import { hostname } from 'node:os'
import { Schema, model } from 'mongoose'

const heartbeatSchema = new Schema(
  { _id: String, at: { type: Date, required: true } },
  { collection: 'heartbeats', versionKey: false, strict: 'throw' },
)
heartbeatSchema.index({ at: 1 }, { expireAfterSeconds: 3600 })
const Heartbeat = model('Heartbeat', heartbeatSchema)

/** A worker says that it lives. */
export async function beat(now: Date): Promise<void> {
  await Heartbeat.updateOne({ _id: `${hostname()}:${process.pid}` }, { $set: { at: now } }, { upsert: true })
}

/** Seconds since any worker was last seen; undefined when none was seen within the hour. */
export async function secondsSinceBeat(now: Date): Promise<number | undefined> {
  const last = await Heartbeat.findOne().sort({ at: -1 }).lean<{ at: Date }>()
  return last ? Math.max(0, Math.round((now.getTime() - last.at.getTime()) / 1000)) : undefined
}
