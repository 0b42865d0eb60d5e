import { setImmediate } from 'node:timers/promises'

const turn = 200

/** All of a long reading, others being answered after each 200: thousands of lines are not read in one breath. */
export async function inTurns<T>(items: Iterable<T>): Promise<T[]> {
  const all: T[] = []
  for (const item of items) {
    all.push(item)
    if (all.length % turn === 0) await setImmediate()
  }
  return all
}
