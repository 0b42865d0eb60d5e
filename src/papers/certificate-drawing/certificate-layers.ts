import type { Face } from '../../infra/paper-fonts/faces.js'
import {
  drawPhoto,
  drawPhotoMicroline,
  layoutQrCaption,
  drawSampleMark,
  drawSealHint,
  grouped,
} from '../../infra/paper-ornaments/furnishings.js'
import type { Box } from '../../infra/paper-text/measures.js'
import { palette, tint } from '../../infra/paper-drawing/palette.js'
import { rectangle } from '../../infra/paper-drawing/path.js'
import { drawLines, setInBox, type Pen, type TextLine, type TextStyle } from '../../infra/paper-drawing/pen.js'
import type { PaperSize } from '../../infra/paper/paper-document.js'
import { photoOf } from '../../infra/paper-drawing/photo.js'
import { checkQr, drawQr } from '../../infra/paper-drawing/qr-path.js'
import { longDay, type PaperIssue } from './certificate-paper.js'

/** Where a certificate has its shared values. */
export interface Places {
  photo: Box
  qr: Box
  seal: Box
  sampleMark: readonly [x: number, y: number]
  issuer: Box
  date: Box
}

export type Style = Partial<TextStyle>

/** A value's box and type; ink, left and Sans unless told. */
export const place = (
  field: string,
  value: string,
  box: Box,
  face: Face,
  size: number,
  style: Style = {},
): TextLine[] => setInBox(value, box, { field, face, size, colour: palette.ink, ...style })

/** What lies under the quiet zone of a code. */
export const groundOf = ({ forPrint }: PaperIssue) => (forPrint ? palette.white : palette.paper)

const watermark = '样例 SAMPLE'

/** Layer P, and the large mark of a draft: a solid tint behind everything else. */
export const drawUnder = (pen: Pen, issue: PaperIssue, { width, height }: PaperSize) => {
  if (!issue.forPrint) pen.fill(rectangle({ x: 0, y: 0, w: width, h: height }), palette.paper)
  if (!issue.draft) return
  const colour = tint(palette.red, groundOf(issue), 0.055)
  const wide = { field: 'draft', face: 'SerifB', size: 64, colour, align: 'center' } as const
  pen.turned(-28, width / 2, height / 2, () =>
    drawLines(pen, setInBox(watermark, { x: 0, y: height / 2 - 20, w: width, h: 40 }, wide)),
  )
}

/** Issuer and date, the only two things in the seal area. */
export const layoutSeal = (issue: PaperIssue, { issuer, date }: Pick<Places, 'issuer' | 'date'>): TextLine[] => [
  ...place('issuer', issue.issuerName, issuer, 'SerifS', 12.5, {
    min: 9,
    lines: 3,
    align: 'center',
    vertical: 'bottom',
  }),
  ...place('issue date', longDay(issue.issuedOn), date, 'SerifR', 12, { align: 'center' }),
]

/** The lines under the code; also refuses a photo or an address that the paper could not carry. */
export const layoutProofs = (issue: PaperIssue, { qr }: Pick<Places, 'qr'>): TextLine[] => {
  if (issue.photo) photoOf(issue.photo)
  checkQr(issue.verifyUrl)
  return layoutQrCaption(qr, '', issue.verifyHost, grouped(issue.verifyCode))
}

/** The QR code, and the layer of samples when asked. */
export const drawCode = (pen: Pen, issue: PaperIssue, { qr, seal, sampleMark }: Omit<Places, 'photo'>) => {
  drawQr(pen, issue.verifyUrl, qr, groundOf(issue))
  if (!issue.sample) return
  drawSampleMark(pen, ...sampleMark)
  drawSealHint(pen, seal)
}

/** Photo and QR code with their small lines; the layer of samples when asked. */
export const drawProofs = (pen: Pen, issue: PaperIssue, places: Places) => {
  drawPhoto(pen, places.photo, issue.photo, issue.sample)
  drawPhotoMicroline(pen, places.photo, issue.number)
  drawCode(pen, issue, places)
}
