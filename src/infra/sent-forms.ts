import { Schema, model } from 'mongoose'
import { conflict } from '../shared/errors.js'
import { currentAct } from './context.js'

const sentFormSchema = new Schema(
  { _id: String, at: { type: Date, required: true }, /** where its sender was led */ place: String },
  { collection: 'sent-forms', versionKey: false, strict: 'throw' },
)
sentFormSchema.index({ at: 1 }, { expireAfterSeconds: 24 * 3600 })
const SentForm = model('SentForm', sentFormSchema)

/**
 * At the start of a transaction: the form behind it is taken with its effect, so that nobody else takes it.
 * Throws `conflict('sent-already')` when another sending of it was faster.
 */
export async function takeForm(): Promise<void> {
  const act = currentAct()
  if (!act?.form || act.recorded) return
  try {
    await SentForm.create([{ _id: act.form, at: new Date() }])
  } catch (error) {
    throw (error as { code?: number }).code === 11000 ? conflict('sent-already') : error
  }
}

/** What came to nothing after all may be sent again as it is. */
export const freeForm = async (form: string): Promise<void> => void (await SentForm.deleteOne({ _id: form }))

/** Before the sender is led on: whoever sends the same form again is led there, too. */
export async function rememberPlace(form: string, place: string): Promise<void> {
  await SentForm.updateOne({ _id: form }, { $set: { place } })
}

/** Whether the form had its effect, and where that led. */
export const sentForm = (form: string): Promise<{ place?: string | null } | null> =>
  SentForm.findById(form).select('place').lean<{ place?: string | null } | null>()
