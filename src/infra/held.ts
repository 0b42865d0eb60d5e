import type { Clock } from '../shared/dates.js'

/**
 * What is read is held for a while, and whoever asks meanwhile waits for the same reading: for figures that anybody may ask for
 * as often as he likes, and that need not be of this second. A reading that failed is not held.
 */
export function held<K, T>(clock: Clock, forMs: number, read: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const readings = new Map<K, { until: number; value: Promise<T> }>()
  return (key) => {
    const now = clock.now().getTime()
    const known = readings.get(key)
    if (known && now < known.until) return known.value
    const value = read(key)
    readings.set(key, { until: now + forMs, value })
    value.catch(() => readings.delete(key))
    return value
  }
}
