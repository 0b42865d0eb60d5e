import { setImmediate } from 'node:timers/promises'

const turn = 200

/** Works through a long list 200 at a time; `work` waits for the database, so that others are answered between two. */
export async function inPortions<T>(
  items: readonly T[],
  work: (portion: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < items.length; i += turn) await work(items.slice(i, i + turn))
}

/** All of a long reading, others being answered after each 200: thousands of lines are not read in one breath. */
export async function inTurns<T>(items: Iterable<T>): Promise<T[]> {
  const all: T[] = []
  for (const item of items) {
    all.push(item)
    if (all.length % turn === 0) await setImmediate()
  }
  return all
}
