/** Papers are described in millimetres from the top left corner; type sizes are in points (papers.md). */
export const pointsPerMm = 72 / 25.4
export const mmPerPoint = 25.4 / 72

export interface Box {
  x: number
  y: number
  w: number
  h: number
}

export const box = (x: number, y: number, w: number, h: number): Box => ({ x, y, w, h })

/** Two decimals of a millimetre are finer than any printer used here. */
export const n2 = (value: number) => String(Math.round(value * 100) / 100)
export const n3 = (value: number) => String(Math.round(value * 1000) / 1000)

export const em = (points: number) => points * mmPerPoint

/** Baseline of one line whose ideographic em box stands centred in a box (papers.md section 3). */
export const baselineIn = (top: number, height: number, points: number) => top + height / 2 + 0.38 * em(points)
