import { createRequire } from 'node:module'
import type { Face } from '../src/infra/paper-fonts/faces.js'
import { em, pointsPerMm, type Box } from '../src/infra/paper-text/measures.js'
import type { Path, Segment } from '../src/infra/paper-drawing/path.js'
import type { Matrix, Pen, TextLine } from '../src/infra/paper-drawing/pen.js'
import type { Photo } from '../src/infra/paper-drawing/photo.js'

const require = createRequire(import.meta.url)
const noto = (path: string) => require.resolve(`@expo-google-fonts/noto-${path}`)
const fontPaths: Record<Face, string> = {
  SerifB: noto('serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  SerifS: noto('serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf'),
  SerifM: noto('serif-sc/500Medium/NotoSerifSC_500Medium.ttf'),
  SerifR: noto('serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  SansB: noto('sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf'),
  SansM: noto('sans-sc/500Medium/NotoSansSC_500Medium.ttf'),
  SansR: noto('sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
}

type Six = [number, number, number, number, number, number]
const curveOf = (segment: Segment) => segment.slice(1) as Six

/** Draws the same page as a first PDFKit program would: fonts by path, each stroke a call, each line a call, the code a PNG. */
export class NaivePen implements Pen {
  private readonly tiles = new Map<string, (pen: Pen) => void>()

  constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly qrPng: Buffer,
  ) {
    doc.scale(pointsPerMm).lineCap('round').lineJoin('round')
  }

  fill(path: Path, colour: string) {
    this.trace(path)
    this.doc.fill(colour)
  }

  stroke(path: Path, colour: string, width: number, dash?: readonly [number, number]) {
    this.trace(path)
    this.doc.lineWidth(width)
    if (dash) this.doc.dash(dash[0], { space: dash[1] })
    this.doc.stroke(colour)
    if (dash) this.doc.undash()
  }

  text(line: TextLine) {
    this.doc.font(fontPaths[line.face]).fontSize(em(line.size)).fillColor(line.colour)
    this.doc.text(line.text, line.x, line.baseline, { characterSpacing: em(line.tracking), baseline: 'alphabetic' })
  }

  photo(photo: Photo, { x, y, w, h }: Box) {
    this.doc.image(photo.bytes, x, y, { width: w, height: h })
  }

  modules(_runs: unknown, _side: number, { x, y, w, h }: Box) {
    this.doc.image(this.qrPng, x, y, { width: w, height: h })
  }

  tile(name: string, paint: (pen: Pen) => void) {
    this.tiles.set(name, paint)
  }

  stamp(name: string, matrix: Matrix) {
    this.doc.save().transform(...matrix)
    this.tiles.get(name)!(this)
    this.doc.restore()
  }

  turned(degrees: number, cx: number, cy: number, paint: () => void) {
    this.doc.save().rotate(degrees, { origin: [cx, cy] })
    paint()
    this.doc.restore()
  }

  private trace(path: Path) {
    for (const segment of path) {
      if (segment[0] === 'M') this.doc.moveTo(segment[1], segment[2])
      else if (segment[0] === 'L') this.doc.lineTo(segment[1], segment[2])
      else if (segment[0] === 'R') this.doc.rect(segment[1], segment[2], segment[3], segment[4])
      else if (segment[0] === 'C') this.doc.bezierCurveTo(...curveOf(segment))
      else this.doc.closePath()
    }
  }
}
