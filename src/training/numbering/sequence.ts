import { isDuplicateKey } from '../../infra/mongo.js'
import { CourseCounter } from '../courses/course.model.js'

/**
 * The next number of a sequence, taken in the caller's transaction: a change that fails gives its number back,
 * and two at once take turns, because both write the same document.
 */
export async function nextInSequence(id: string): Promise<number> {
  const counter = await CourseCounter.findOneAndUpdate(
    { _id: id },
    { $inc: { last: 1 } },
    { returnDocument: 'after' },
  ).lean<{ last: number }>()
  if (!counter) throw new Error(`The sequence ${id} was not opened before its first number was asked for.`)
  return counter.last
}

/** Opens a sequence before the transaction, where two that open it at once do not make each other fail. */
export async function openSequence(id: string): Promise<void> {
  if (await CourseCounter.exists({ _id: id })) return
  try {
    await CourseCounter.updateOne({ _id: id }, { $setOnInsert: { last: 0 } }, { upsert: true })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}
