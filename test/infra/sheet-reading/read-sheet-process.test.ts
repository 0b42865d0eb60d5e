import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { expect } from 'chai'
import { heardFrom, readSheetSafely } from '../../../src/infra/sheet-reading/read-sheet-process.js'
import { writeSheet } from '../../../src/infra/sheets/write-sheet.js'
import { scratchFolder } from '../../support/scratch.js'

const columns = Array.from({ length: 12 }, (_, i) => ({ header: `列${i}`, width: 12, kind: 'text' as const }))
const roster = (count: number) =>
  writeSheet({
    sheetName: '名册',
    columns,
    rows: Array.from({ length: count }, (_, i) => columns.map((_, k) => `第${i}行第${k}列`)),
  })

describe('readSheetSafely', () => {
  const save = scratchFolder()
  const originalName = '名册.xlsx'

  it('gives what the reader in the other process found, good or bad', async () => {
    const path = save('small.xlsx', await roster(3))
    const read = await readSheetSafely(path, { originalName })
    expect(read.ok && [read.header[0], read.rows.length, read.rows[2]!.cells[11]]).to.deep.equal([
      '列0',
      3,
      { text: '第2行第11列', kind: 'text' },
    ])
    expect(await readSheetSafely(save('bad.xlsx', 'text'), { originalName })).to.deep.equal({
      ok: false,
      reason: 'not-a-workbook',
      detail: 'text',
    })
    expect(await readSheetSafely('/nowhere/at/all', { originalName })).to.include({ reason: 'unreadable' })
  })

  it('ends a reading that takes too long, or too much memory, and lives on', async function () {
    this.timeout(60_000)
    const path = save('large.xlsx', await roster(20_000))
    expect(await readSheetSafely(path, { originalName, timeoutMs: 20 })).to.include({ reason: 'timeout' })
    expect(await readSheetSafely(path, { originalName, memoryMb: 20 })).to.include({ reason: 'too-big' })
    const started = performance.now()
    const read = await readSheetSafely(path, { originalName })
    expect(read.ok && read.rows).to.have.length(20_000)
    console.log(`        20,000 rows of 12 columns read in ${Math.round(performance.now() - started)} ms`)
  })

  it('hears out a reader whose exit is known before its last words, as under load', async () => {
    const child = new EventEmitter()
    const heard = heardFrom(child as ChildProcess)
    const row = { line: 2, cells: [{ text: '张三', kind: 'text' as const }] }
    child.emit('exit', 0, null)
    child.emit('message', { rows: [row] })
    child.emit('message', { end: { ok: true, header: ['姓名'] } })
    child.emit('close', 0, null)
    expect(await heard).to.deep.equal({ ok: true, header: ['姓名'], rows: [row] })
  })

  it('reads two at a time and forgets none of the others', async () => {
    const path = save('queue.xlsx', await roster(2))
    const reads = await Promise.all(Array.from({ length: 5 }, () => readSheetSafely(path, { originalName })))
    expect(reads.map(({ ok }) => ok)).to.deep.equal([true, true, true, true, true])
  })
})
