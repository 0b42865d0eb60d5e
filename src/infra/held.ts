import type { Clock } from '../shared/dates.js'

/** A reading, and the way to have it read anew: after an act that changes it. */
export interface Held<A, T> {
  (asked: A): Promise<T>
  forget(asked: A): void
}

/**
 * What is read is held for a while, and whoever asks meanwhile waits for the same reading: for figures that are asked for far more
 * often than they change, and that need not be of this second. A reading that failed is not held.
 */
export function held<A, T>(
  clock: Clock,
  forMs: number,
  read: (asked: A) => Promise<T>,
  keyOf: (asked: A) => unknown = (asked) => asked,
): Held<A, T> {
  const readings = new Map<unknown, { until: number; value: Promise<T> }>()
  const ask = (asked: A): Promise<T> => {
    const [now, key] = [clock.now().getTime(), keyOf(asked)]
    const known = readings.get(key)
    if (known && now < known.until) return known.value
    for (const [old, { until }] of readings) if (until <= now) readings.delete(old)
    const value = read(asked)
    readings.set(key, { until: now + forMs, value })
    value.catch(() => readings.delete(key))
    return value
  }
  return Object.assign(ask, { forget: (asked: A) => void readings.delete(keyOf(asked)) })
}
