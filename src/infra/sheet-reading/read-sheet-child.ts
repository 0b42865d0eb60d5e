/** The process in which one spreadsheet is read: it may run out of memory or time without taking the server along. */
import { readSheet } from './read-sheet.js'
import type { SheetRead, SheetReadOptions } from './sheet-read.js'

/** In portions, so that the parent is never busy with one long message. */
const portion = 2000

async function tell(message: unknown): Promise<void> {
  await new Promise<void>((resolve, reject) =>
    process.send!(message, undefined, {}, (error) => (error ? reject(error) : resolve())),
  )
}

async function answer(read: SheetRead): Promise<void> {
  if (read.ok) for (let i = 0; i < read.rows.length; i += portion) await tell({ rows: read.rows.slice(i, i + portion) })
  await tell({ end: read.ok ? { ok: true, header: read.header } : read })
}

process.once('message', ({ path, options }: { path: string; options: SheetReadOptions }) => {
  void readSheet(path, options)
    .then(answer)
    .finally(() => process.disconnect())
})

// Also when the parent is gone: nobody waits for the answer.
process.once('disconnect', () => process.exit())
