import { box } from '../paper-text/measures.js'
import { palette } from '../paper-drawing/palette.js'
import { drawLines, setInBox, type TextStyle } from '../paper-drawing/pen.js'
import type { WorkingPaper } from './working-paper.js'

export type SheetFacts = readonly (readonly [label: string, value: string])[]

/** Title and facts, three to a row, of a landscape sheet (papers.md 8.8); the table begins below them at y 45. */
export function drawSheetHead(paper: WorkingPaper, title: string, continued: boolean, facts: SheetFacts): void {
  const style: TextStyle = { field: 'title', face: 'SerifB', size: 18, tracking: 1.5, colour: palette.lake }
  const lines = setInBox(title, box(15, 20.5, 150, 9), style)
  paper.tagged('H1', (pen) => drawLines(pen, lines))
  if (continued)
    paper.tagged('P', (pen) =>
      drawLines(
        pen,
        setInBox('（续）', box(15 + [...title].length * 6.95 + 3, 21.3, 20, 9), {
          field: 'title',
          face: 'SansR',
          size: 10,
          colour: palette.soft,
        }),
      ),
    )
  facts.forEach(([label, value], i) => {
    const [x, y] = [15 + (i % 3) * 89, 30.5 + Math.floor(i / 3) * 6.4]
    paper.tagged('P', (pen) => {
      drawLines(
        pen,
        setInBox(label, box(x, y, 18, 6), { field: label, face: 'SansM', size: 8.5, colour: palette.lake }),
      )
      drawLines(
        pen,
        setInBox(value, box(x + 18, y, 68, 6), {
          field: label,
          face: 'SansR',
          size: 9.5,
          min: 7.5,
          lines: 2,
          // Names that were registered before they were bounded by what a certificate prints may have 80 characters.
          last: { size: 4.75, lines: 3 },
          colour: palette.ink,
        }),
      )
    })
  })
}
