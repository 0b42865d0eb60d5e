import { widthOf } from '../paper-fonts/font-chain.js'
import { em, type Box } from '../paper-text/measures.js'
import { palette } from '../paper-drawing/palette.js'
import { ellipse, quarter, rectangle, rounded } from '../paper-drawing/path.js'
import { setInBox, type Pen, type TextLine } from '../paper-drawing/pen.js'
import { photoOf } from '../paper-drawing/photo.js'

/** Small shared parts of papers.md section 7. */

/** All that numbers, codes and addresses are written with. */
export const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')

/** Microtext, justified by tracking and kept out of the text of the page. */
export const drawMicrotext = (pen: Pen, phrase: string, x: number, baseline: number, width: number, size = 1.6) => {
  const repeats = Math.max(1, Math.floor(width / widthOf('SansR', phrase, size)))
  const text = phrase.repeat(repeats).trimEnd()
  const letters = [...text].length
  const slack = width - widthOf('SansR', text, size)
  const tracking = slack / Math.max(1, letters - 1) / em(1)
  pen.text({ x, baseline, text, face: 'SansR', size, tracking, colour: palette.lake, silent: true })
}

/** Chinese label with its small English, placed by the centre of their row. */
export const drawFieldLabel = (pen: Pen, x: number, rowCentre: number, zh: string, en: string) => {
  const put = (text: string, top: number, height: number, face: 'SansM' | 'SansR', size: number, colour: string) =>
    setInBox(text, { x, y: top, w: 60, h: height }, { field: 'label', face, size, colour }).forEach((line) =>
      pen.text(line),
    )
  put(zh, rowCentre - 4.1, 4.45, 'SansM', 9.5, palette.lake)
  put(en, rowCentre + 0.5, 3, 'SansR', 6.3, palette.mute)
}

/** 样例 SAMPLE in its red frame. */
export const drawSampleMark = (pen: Pen, x: number, y: number) => {
  pen.stroke(rounded({ x, y, w: 34, h: 8 }, 0.8), palette.red, 0.3)
  const zh = { field: 'sample', face: 'SerifB', size: 11, tracking: 0.7, colour: palette.red } as const
  const en = { field: 'sample', face: 'SansM', size: 9, tracking: 0.5, colour: palette.red } as const
  for (const line of setInBox('样例', { x: x + 3, y, w: 12, h: 8 }, zh)) pen.text(line)
  for (const line of setInBox('SAMPLE', { x: x + 18.2, y, w: 15.8, h: 8 }, en)) pen.text(line)
}

/** The dashed hint of the seal area; samples only. The area itself stays free. */
export const drawSealHint = (pen: Pen, area: Box) => {
  pen.stroke(rounded(area, 1), palette.t4, 0.15, [1.2, 1.2])
  const style = { field: 'seal', face: 'SansR', size: 6.5, colour: palette.mute, align: 'center' } as const
  for (const line of setInBox('盖章处 60×60 mm', { x: area.x, y: area.y + 2, w: area.w, h: 4 }, style)) pen.text(line)
}

const drawSilhouette = (pen: Pen, { x, y, w, h }: Box) => {
  const [cx, shoulder, r] = [x + w / 2, y + h * 0.66, w * 0.36]
  pen.fill(ellipse(cx, y + h * 0.4, w * 0.19, w * 0.19), palette.placeholder)
  const k = r * (1 - quarter) * 0.6
  pen.fill(
    [
      ['M', cx - r, y + h],
      ['C', cx - r, shoulder + k, cx - r + k, shoulder, cx - r * 0.25, shoulder],
      ['L', cx + r * 0.25, shoulder],
      ['C', cx + r - k, shoulder, cx + r, shoulder + k, cx + r, y + h],
      ['Z'],
    ],
    palette.placeholder,
  )
  const style = { field: 'photo', face: 'SansR', size: (w / 26) * 6.5, colour: palette.mute, align: 'center' } as const
  for (const line of setInBox('照片样例', { x, y: y + h - 5, w, h: 3.4 }, style)) pen.text(line)
}

/** The photo on white in its thin frame; a silhouette in samples, else an empty frame. */
export const drawPhoto = (pen: Pen, area: Box, photo: Uint8Array | undefined, sample = false) => {
  pen.fill(rectangle(area), palette.white)
  if (photo) pen.photo(photoOf(photo), area)
  else if (sample) drawSilhouette(pen, area)
  pen.stroke(rectangle(area), palette.line, 0.15)
}

/** The certificate number repeated under the photo: a photo pasted over breaks it. */
export const drawPhotoMicroline = (pen: Pen, area: Box, number: string) =>
  drawMicrotext(pen, `${number} · `, area.x, area.y + area.h + 1.4, area.w, 1.5)

/** The lines under a certificate's QR code; an empty one is left out. */
export const layoutQrCaption = (qr: Box, caption: string, host: string, code: string): TextLine[] => {
  const put = (text: string, drop: number, height: number, face: 'SansM' | 'SansR', size: number, colour: string) => {
    const area = { x: qr.x - 8, y: qr.y + qr.h + drop, w: qr.w + 16, h: height }
    const style = { field: 'verify', face, size, min: size - 1.3, colour, align: 'center' } as const
    return text === '' ? [] : setInBox(text, area, style)
  }
  return [
    ...put(caption, 3.7, 3.5, 'SansM', 6.8, palette.lake),
    ...put(host, 7.3, 3.3, 'SansR', 6.8, palette.soft),
    ...put(code, 10.7, 3.7, 'SansM', 7.2, palette.ink),
  ]
}

/** A verify code as it is printed: groups of four. */
export const grouped = (code: string) =>
  code
    .replaceAll('-', '')
    .match(/.{1,4}/g)
    ?.join('-') ?? code
