/** Prints one progress line. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Says beforehand what a step that may take long is about to do. */
export function announce(line: string): void {
  say(`  … ${line}`)
}

/** Runs one step and prints one line with the seconds it took; `describe` may add what came of it. */
export async function step<T>(label: string, work: () => Promise<T>, describe?: (result: T) => string): Promise<T> {
  const started = Date.now()
  const result = await work()
  const detail = describe ? `: ${describe(result)}` : ''
  say(`  ${detail.includes('FAILED') ? '✗' : '✓'} ${label}${detail} (${secondsSince(started)} s)`)
  return result
}

/** Seconds since an instant in milliseconds, with one decimal. */
export function secondsSince(started: number): string {
  return ((Date.now() - started) / 1000).toFixed(1)
}
