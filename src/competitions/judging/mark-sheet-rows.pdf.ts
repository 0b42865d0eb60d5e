import { box, type Box } from '../../infra/paper-text/measures.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { rounded } from '../../infra/paper-drawing/path.js'
import { drawLines, setInBox, type Pen } from '../../infra/paper-drawing/pen.js'
import type { Cell } from '../../infra/paper/table-cell.js'
import type { Column } from '../../infra/paper/table.js'
import type { MarkedAspect } from '../marking/marking.queries.js'

const column = (head: string, width: number, align: Column['align'], more: Partial<Column> = {}): Column => ({
  head,
  width,
  align,
  size: 8.5,
  ...more,
})

export const columns: readonly Column[] = [
  column('编号', 14, 'center', { face: 'SansM' }),
  column('评分点与基准', 74, 'left', { size: 9 }),
  column('类', 9, 'center'),
  column('满分', 14, 'right'),
  column('裁判 1', 16, 'center'),
  column('裁判 2', 16, 'center'),
  column('裁判 3', 16, 'center'),
  column('得分', 21, 'center'),
]

export const full = (hundredths: number): string => (hundredths / 100).toFixed(2)

/** An empty box in a cell, with a small word when it is for a measured value. */
export function frame(width: number, colour: string, line: number, word = ''): Cell {
  return {
    text: '',
    paint: (pen: Pen, { x, y, h }: Box) => {
      pen.stroke(rounded({ x, y: y + (h - 8) / 2, w: width, h: 8 }, 0.8), colour, line)
      if (word)
        drawLines(
          pen,
          setInBox(word, box(x + 1.4, y, 12, h), { field: 'measured', face: 'SansR', size: 6.5, colour: palette.mute }),
        )
    },
  }
}

const nothing: Cell = { text: '', paint: () => undefined }

export function rowOf({ code, text, type, max }: MarkedAspect): (string | Cell)[] {
  const boxes =
    type === 'judgement'
      ? [1, 2, 3].map(() => frame(12.8, palette.t4, 0.2))
      : [frame(44.8, palette.t4, 0.2, '实测'), nothing, nothing]
  const isTime = code === 'TIME'
  return [
    isTime ? '用时' : code,
    isTime ? '完成用时（分:秒），总分相同时用' : text,
    type === 'judgement' ? 'J' : 'M',
    isTime ? '—' : full(max),
    ...boxes,
    isTime ? nothing : frame(17.8, palette.lake, 0.35),
  ]
}
