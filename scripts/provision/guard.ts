import { spawn } from 'node:child_process'

// The pipe to the guard closes when this process ends, however it ends; a line on it means that all is well.
const script = `read -r dismissed && exit 0
kill -TERM "$1" 2>/dev/null
for second in 1 2 3 4 5; do kill -0 "$1" 2>/dev/null || exit 0; sleep 1; done
kill -KILL "$1" 2>/dev/null`

/** Has a tiny shell end a server when this process dies, even by kill -9; the returned function calls the guard off. */
export function guardProcess(pid: number): () => void {
  const guard = spawn('sh', ['-c', script, 'guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.on('error', () => undefined)
  guard.stdin.on('error', () => undefined)
  guard.unref()
  return () => void guard.stdin.end('dismissed\n')
}
