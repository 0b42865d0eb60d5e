import { box } from '../../infra/paper-text/measures.js'
import { drawLines, setInBox, type Pen, type TextStyle } from '../../infra/paper-drawing/pen.js'

export const put = (
  pen: Pen,
  text: string,
  area: readonly [x: number, y: number, w: number, h: number],
  style: Omit<TextStyle, 'field'> & { field?: string },
): void => drawLines(pen, setInBox(text, box(...area), { field: 'report', ...style }))
