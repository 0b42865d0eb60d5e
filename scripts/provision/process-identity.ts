import { readFileSync } from 'node:fs'

/** A process and when it began: a pid alone may have gone to another program since. */
export type ProcessIdentity = { pid: number; began: string }

/** Describes a running process. */
export function identify(pid: number): ProcessIdentity {
  return { pid, began: readStat(pid)?.began ?? '' }
}

/** Whether that very process still runs (one that is dead but not yet collected does not). */
export function isSameProcess({ pid, began }: ProcessIdentity): boolean {
  if (process.platform !== 'linux') return answersSignal(pid)
  const stat = readStat(pid)
  return stat !== undefined && stat.state !== 'Z' && (began === '' || stat.began === began)
}

/** Ends processes that an earlier run left behind: first it waits for them, then it kills. */
export async function endLeftovers(processes: ProcessIdentity[], patienceMs = 8000): Promise<void> {
  const alive = () => processes.filter((one) => one.pid > 1 && isSameProcess(one))
  for (const deadline = Date.now() + patienceMs; alive().length > 0 && Date.now() < deadline;) {
    await new Promise((done) => setTimeout(done, 100))
  }
  for (const { pid } of alive()) process.kill(pid, 'SIGKILL')
  for (let turn = 0; turn < 50 && alive().length > 0; turn++) await new Promise((done) => setTimeout(done, 100))
}

function readStat(pid: number): { state: string; began: string } | undefined {
  try {
    // The program's name stands in brackets and may hold anything: count fields from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return { state: fields[0] ?? '', began: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
