import { say } from './steps.js'

/** A process that is meant to run until it is told to stop. */
export type Running = { pid: number; ended: Promise<unknown>; stop(): Promise<void>; kill?: () => void }
export type Supervised = { stop(): Promise<void>; kill(): void; crashes(): number }

type Plan = { name: string; start: () => Promise<Running> | Running; onStart?: (running: Running) => void }

/** The delay before the next start, in milliseconds: 1 s after the first crash, doubling up to 30 s. */
export function restartDelay(crashesInARow: number): number {
  return Math.min(1000 * 2 ** Math.max(0, crashesInARow - 1), 30_000)
}

/** Starts a process and starts it again, with growing delay, whenever it ends unasked. */
export async function supervise({ name, start, onStart }: Plan): Promise<Supervised> {
  let running = await start()
  onStart?.(running)
  let stopping = false
  let crashes = 0
  const halt = new AbortController()
  const loop = keepRunning()

  async function keepRunning(): Promise<void> {
    for (let inARow = 0; ;) {
      const startedAt = Date.now()
      await running.ended
      if (stopping) return
      crashes++
      // A minute of quiet work makes up for earlier crashes.
      inARow = Date.now() - startedAt > 60_000 ? 1 : inARow + 1
      await restart(inARow)
      if (stopping) return
    }
  }

  async function restart(inARow: number): Promise<void> {
    const delay = restartDelay(inARow)
    say(`  ! ${name} ended unexpectedly: starting it again in ${delay / 1000} s`)
    await pause(delay, halt.signal)
    if (stopping) return
    try {
      running = await start()
      onStart?.(running)
    } catch (error) {
      say(`  ! ${name} did not start: ${error instanceof Error ? error.message : String(error)}`)
      if (!stopping) await restart(inARow + 1)
    }
  }

  return {
    async stop() {
      stopping = true
      halt.abort()
      await running.stop()
      await loop
      // A start that was under way when the stop came.
      await running.stop()
    },
    kill: () => running.kill?.(),
    crashes: () => crashes,
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true })
  })
}
