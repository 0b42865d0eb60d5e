import { encodeQR } from 'qr'
import { invalid } from '../../shared/errors.js'
import { palette } from './palette.js'
import type { Box } from '../paper-text/measures.js'
import type { Pen } from './pen.js'
import { rectangle } from './path.js'

const version = 4
const mostBytes = 62
export const modulesPerSide = 17 + 4 * version

export type ModuleRun = readonly [x: number, y: number, length: number]

/** Refuses an address that would need a larger code. */
export const checkQr = (url: string) => {
  if (Buffer.byteLength(url) > mostBytes) throw invalid('verify-url-too-long', { url, mostBytes })
}

/** The dark runs of a QR code, version 4 level M, without its quiet zone. */
export const qrRuns = (url: string): ModuleRun[] => {
  checkQr(url)
  const rows = encodeQR(url, 'raw', { ecc: 'medium', version, border: 1, encoding: 'byte' })
    .slice(1, -1)
    .map((row) => row.slice(1, -1))
  const runs: ModuleRun[] = []
  rows.forEach((row, y) => {
    for (let x = 0, start = 0; x < row.length; x = start) {
      for (start = x; row[start] === row[x] && start < row.length;) start++
      if (row[x]) runs.push([x, y, start - x])
    }
  })
  return runs
}

/** Draws a code with its quiet zone of four modules filled in the ground's colour. */
export const drawQr = (pen: Pen, url: string, box: Box, ground: string) => {
  const quiet = (4 * box.w) / modulesPerSide
  pen.fill(rectangle({ x: box.x - quiet, y: box.y - quiet, w: box.w + 2 * quiet, h: box.h + 2 * quiet }), ground)
  pen.modules(qrRuns(url), modulesPerSide, box, palette.ink)
}
