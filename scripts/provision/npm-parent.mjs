import { readFileSync } from 'node:fs'

/** Calls `stop` when the npm that runs this script dies without a word (kill -9). */
export function endWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return
  const parents = [process.ppid, parentOf(process.ppid)]
  const npm = parents.find((pid) => pid > 1 && /\bnpm\b/.test(readProc(pid, 'cmdline').replaceAll('\0', ' ')))
  if (!npm) return
  const watch = setInterval(() => {
    if (readProc(npm, 'cmdline') !== '') return
    clearInterval(watch)
    stop()
  }, 1000)
  watch.unref()
}

function parentOf(pid) {
  return Number(readProc(pid, 'stat').split(') ').at(-1)?.split(' ')[1])
}

function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
