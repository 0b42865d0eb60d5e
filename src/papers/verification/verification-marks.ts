import { palette } from '../../infra/paper-drawing/palette.js'
import { ellipse, lineTo, rectangle, type Path } from '../../infra/paper-drawing/path.js'
import type { Pen } from '../../infra/paper-drawing/pen.js'
import type { AnswerKind } from './verification.rules.js'

/** Word, colour and ground of each state on the print; the word alone is enough (papers.md 8.10). */
export interface StateLook {
  word: string
  english: string
  colour: string
  ground: string
}

export const stateLooks: Readonly<Record<AnswerKind, StateLook>> = {
  valid: { word: '有效', english: 'VALID', colour: palette.lake, ground: palette.valid },
  expired: { word: '已过期', english: 'EXPIRED', colour: '#7a5c12', ground: '#f6f1e2' },
  suspended: { word: '暂停使用', english: 'SUSPENDED', colour: '#7a5c12', ground: '#f6f1e2' },
  revoked: { word: '已撤销', english: 'REVOKED', colour: palette.red, ground: palette.revoked },
  superseded: { word: '已换发新证', english: 'REPLACED', colour: '#2f4b8a', ground: '#e4e9f5' },
}

const [cx, cy] = [38, 68.5]
const at = (...points: readonly (readonly [number, number])[]): Path =>
  points.map(([x, y], i) => [i === 0 ? 'M' : 'L', cx + x, cy + y] as const)

/** Told apart without colour: tick, clock hands, bars, cross, arrow. */
const marks: Readonly<Record<AnswerKind, readonly Path[]>> = {
  valid: [at([-3.4, 0.3], [-1, 2.8], [3.6, -2.6])],
  expired: [at([0, -4.2], [0, 0], [3, 1.8])],
  suspended: [at([-1.7, -3], [-1.7, 3]), at([1.7, -3], [1.7, 3])],
  revoked: [lineTo(cx - 2.8, cy - 2.8, cx + 2.8, cy + 2.8), lineTo(cx - 2.8, cy + 2.8, cx + 2.8, cy - 2.8)],
  superseded: [at([-3.8, 0], [3.6, 0]), at([1, -2.7], [3.8, 0], [1, 2.7])],
}

/** The box with its ring and mark. */
export function drawState(pen: Pen, kind: AnswerKind): void {
  const { colour, ground } = stateLooks[kind]
  const area = { x: 22, y: 55, w: 166, h: 27 }
  pen.fill(rectangle(area), ground)
  pen.stroke(rectangle(area), colour, 0.4)
  pen.stroke(ellipse(cx, cy, 7.5, 7.5), colour, 0.9)
  for (const path of marks[kind]) pen.stroke(path, colour, 1.3)
}
