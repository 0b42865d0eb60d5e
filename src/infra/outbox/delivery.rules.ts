/** After the eighth failure the work is a dead letter: a person retries it or voids it with a reason. */
export const maxAttempts = 8
/** A worker that died is replaced after this long; a living one renews every quarter of it. */
export const leaseMs = 20_000
/** Bull is told again of work that nobody has claimed: Redis may have been emptied. */
export const ringAgainMs = 10_000

/** 1 s, 4 s, 16 s … at most an hour. */
export const backoffMs = (attempts: number): number => Math.min(3_600_000, 1000 * 4 ** Math.max(0, attempts - 1))

export type AfterFailure = { state: 'pending'; delayMs: number } | { state: 'dead' }

/** A refusal will be refused again, so only what may pass by itself is tried again. */
export function afterFailure(attempts: number, worthRetrying: boolean): AfterFailure {
  return worthRetrying && attempts < maxAttempts
    ? { state: 'pending', delayMs: backoffMs(attempts) }
    : { state: 'dead' }
}
