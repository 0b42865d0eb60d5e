import { runsOf, type Run } from '../paper-fonts/font-chain.js'
import { utf16Hex } from '../paper-fonts/font-file.js'
import { em, n2, n3, pointsPerMm, type Box } from '../paper-text/measures.js'
import { pdfColour } from './palette.js'
import { pdfPath, type Path } from './path.js'
import type { Matrix, Pen, TextLine } from './pen.js'
import type { ModuleRun } from './qr-path.js'
import type { Photo } from './photo.js'

/** Gives a run its font resource and codes; what it gives out must be embedded in the same document. */
export interface FontCase {
  place(run: Run, line: TextLine): { resource: string; codes: string }
}

/** Takes photos and tiles into the document and gives their resource names. */
export interface ObjectCase {
  photo(photo: Photo): string
  tile?(name: string, content: string): void
}

/** Beyond this share of the em a reader would see spaces between the letters (papers.md section 3). */
const widestPlainTracking = 0.085

const colours = new Map<string, string>()
const operands = (hex: string) => {
  const known = colours.get(hex)
  if (known !== undefined) return known
  const fresh = pdfColour(hex)
  colours.set(hex, fresh)
  return fresh
}

/** Writes PDF operators. Inside a pen one unit is a millimetre and y grows downwards. */
export class PdfPen implements Pen {
  private readonly out: string[] = []
  private fillColour = ''
  private strokeState = ''

  constructor(
    private readonly fonts: FontCase,
    private readonly objects: ObjectCase,
  ) {}

  fill(path: Path, colour: string) {
    this.useFill(colour)
    this.out.push(pdfPath(path), 'f')
  }

  stroke(path: Path, colour: string, width: number, dash?: readonly [number, number]) {
    const state = `${operands(colour)} RG ${n3(width)} w${dash ? ` [${dash.map(n2).join(' ')}] 0 d` : ''}`
    if (dash) this.out.push('q')
    if (dash || state !== this.strokeState) this.out.push(state)
    this.out.push(pdfPath(path), dash ? 'S Q' : 'S')
    if (!dash) this.strokeState = state
  }

  text(line: TextLine) {
    const points = em(line.size)
    const tracked = line.silent || Math.abs(line.tracking) > widestPlainTracking * line.size
    if (tracked) this.out.push(`/Span <</ActualText <feff${line.silent ? '' : utf16Hex(line.text)}>>> BDC`)
    this.useFill(line.colour)
    const runs = runsOf(line.face, line.text, line.field)
    if (runs.some(({ thicken }) => thicken > 0)) this.forgetStroke(line.colour)
    const shows = runs.map((run) => {
      const { resource, codes } = this.fonts.place(run, line)
      const show = `/${resource} ${n3(points)} Tf <${codes}> Tj`
      return run.thicken > 0 ? `${n3(points * run.thicken)} w 2 Tr ${show} 0 Tr` : show
    })
    const at = `1 0 0 -1 ${n3(line.x)} ${n3(line.baseline)} Tm`
    this.out.push(`BT ${n3(em(line.tracking))} Tc ${at} ${shows.join(' ')} ET`)
    if (tracked) this.out.push('EMC')
  }

  photo(photo: Photo, { x, y, w, h }: Box) {
    const scale = Math.max(w / photo.width, h / photo.height)
    const [width, height] = [photo.width * scale, photo.height * scale]
    const [left, bottom] = [x + (w - width) / 2, y + (h + height) / 2]
    this.out.push(
      `q ${pdfPath([['R', x, y, w, h]])} W n ${n3(width)} 0 0 ${n3(-height)} ${n3(left)} ${n3(bottom)} cm`,
      `/${this.objects.photo(photo)} Do Q`,
    )
  }

  modules(runs: readonly ModuleRun[], side: number, { x, y, w, h }: Box, colour: string) {
    this.useFill(colour)
    const rects = runs.map(([column, row, length]) => `${column} ${row} ${length} 1 re`).join('\n')
    this.out.push(`q ${(w / side).toFixed(6)} 0 0 ${(h / side).toFixed(6)} ${n3(x)} ${n3(y)} cm`, rects, 'f Q')
  }

  tile(name: string, paint: (pen: Pen) => void) {
    const pen = new PdfPen(this.fonts, this.objects)
    paint(pen)
    this.objects.tile!(name, pen.content)
  }

  stamp(name: string, matrix: Matrix) {
    this.out.push(`q ${matrix.map((n) => String(Math.round(n * 1e5) / 1e5)).join(' ')} cm /${name} Do Q`)
  }

  turned(degrees: number, cx: number, cy: number, paint: () => void) {
    const angle = (degrees * Math.PI) / 180
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const [e, f] = [cx - c * cx + s * cy, cy - s * cx - c * cy]
    this.out.push(`q ${[c, s, -s, c, e, f].map((n) => n.toFixed(5)).join(' ')} cm`)
    paint()
    this.out.push('Q')
    this.fillColour = this.strokeState = ''
  }

  /** All that was drawn, in millimetres. */
  get content() {
    return this.out.join('\n')
  }

  /** What was drawn since the last call; the pen goes on where it stands. */
  take() {
    return this.out.splice(0).join('\n')
  }

  /** Outlined letters leave their own width and colour behind. */
  private forgetStroke(colour: string) {
    this.strokeState = ''
    this.out.push(`${operands(colour)} RG`)
  }

  private useFill(colour: string) {
    if (colour === this.fillColour) return
    this.fillColour = colour
    this.out.push(`${operands(colour)} rg`)
  }
}

/** Turns the page's points, y downwards as PDFKit leaves them, into the pen's millimetres; caps and joins are round. */
export const millimetres = `q ${pointsPerMm.toFixed(5)} 0 0 ${pointsPerMm.toFixed(5)} 0 0 cm 1 J 1 j`

export const inMillimetres = (content: string) => `${millimetres}\n${content}\nQ`
