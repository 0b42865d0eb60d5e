import { box } from '../../infra/paper-text/measures.js'
import { signatureLines } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { drawLines, setInBox } from '../../infra/paper-drawing/pen.js'
import type { Column } from '../../infra/paper/table.js'
import type { WorkingPaper } from '../../infra/paper/working-paper.js'

/** What every roster has alike (papers.md 8.8): the columns' hand, and the foot to sign. */
export const column = (
  head: string,
  width: number,
  align: 'left' | 'center',
  size = 8.5,
  more: Partial<Column> = {},
): Column => ({ head, width, align, size, ...more })
export const signature = (head: string, width: number): Column => column(head, width, 'left', 8.5, { signature: true })

/** The rule below the table and the lines to sign. */
export function drawRosterFoot(paper: WorkingPaper, rule: string, labels: readonly string[]): void {
  paper.tagged('P', (pen) =>
    drawLines(
      pen,
      setInBox(rule, box(15, 168.8, 267, 5), { field: 'rule', face: 'SansR', size: 9, min: 8, colour: palette.ink }),
    ),
  )
  signatureLines(paper.pen, { labels, x: 15, y: 177.3, pitch: 89, from: 27, to: 78, size: 9.5 })
}
