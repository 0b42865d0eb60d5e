import type { ChildProcess } from 'node:child_process'
import { ProvisionError } from './provision-error.js'
import { AlreadyRunning } from './run-file.js'
import { say } from './steps.js'
import type { Supervised } from './supervise.js'

class Stopped extends Error {}

/** The processes on stage: they enter one after another and leave in the opposite order. */
export class Stage {
  isStopping = false
  private readonly actors: { name: string; process: Supervised }[] = []
  private readonly epilogues: (() => void)[] = []
  private opening: Promise<void> = Promise.resolve()
  private script: ChildProcess | undefined

  /** Runs the opening; afterwards the processes stay until a signal or the parent's death ends them. */
  async run(open: () => Promise<void>): Promise<void> {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void this.leave(0))
    process.on('disconnect', () => void this.leave(1))
    this.opening = open()
    await this.opening.catch((error: unknown) => (error instanceof Stopped ? undefined : this.fail(error)))
  }

  enter(name: string, process: Supervised): void {
    this.actors.push({ name, process })
  }

  /** Something to do when all have left. */
  afterwards(work: () => void): void {
    this.epilogues.push(work)
  }

  /** Ends the opening here if a stop was asked for meanwhile. */
  checkpoint(): void {
    if (this.isStopping) throw new Stopped()
  }

  /** Waits for a short-lived script, which a stop ends at once. */
  async during<T>(script: ChildProcess, ended: Promise<T>): Promise<T> {
    this.script = script
    return ended.finally(() => (this.script = undefined))
  }

  private async fail(error: unknown): Promise<void> {
    const plain = error instanceof ProvisionError || error instanceof AlreadyRunning
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    if (!plain && process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    await this.leave(1)
  }

  private async leave(code: number): Promise<void> {
    if (this.isStopping) return this.hurry()
    this.isStopping = true
    this.script?.kill('SIGTERM')
    await this.opening.catch(() => undefined)
    if (this.actors.length > 0) say('\nStopping …')
    for (const { name, process } of this.actors.toReversed()) {
      await process.stop()
      say(`  ✓ ${name} stopped`)
    }
    for (const work of this.epilogues) work()
    process.exit(code)
  }

  // A second Ctrl-C: whatever can lose nothing by it is killed, the databases still stop in order.
  private hurry(): void {
    this.script?.kill('SIGKILL')
    for (const { process } of this.actors) process.kill()
  }
}
