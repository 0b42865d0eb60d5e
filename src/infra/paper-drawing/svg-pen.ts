import { runsOf } from '../paper-fonts/font-chain.js'
import { glyphPath } from '../paper-fonts/glyph-outline.js'
import { em, n2, type Box } from '../paper-text/measures.js'
import { svgPath, type Path } from './path.js'
import type { Matrix, Pen, TextLine } from './pen.js'
import type { Photo } from './photo.js'
import type { ModuleRun } from './qr-path.js'

const round = (value: number) => String(Math.round(value * 1e5) / 1e5)

/** Writes SVG in millimetres; text becomes outlines, so that a picture needs no font where it is rendered. */
export class SvgPen implements Pen {
  private readonly out: string[] = []

  constructor(private readonly tiles = new Map<string, string>()) {}

  fill(path: Path, colour: string) {
    this.out.push(`<path d="${svgPath(path)}" fill="${colour}"/>`)
  }

  stroke(path: Path, colour: string, width: number, dash?: readonly [number, number]) {
    const pattern = dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''
    this.out.push(
      `<path d="${svgPath(path)}" fill="none" stroke="${colour}" stroke-width="${round(width)}"${pattern}/>`,
    )
  }

  text(line: TextLine) {
    const points = em(line.size)
    let x = line.x
    for (const { font, text, thicken } of runsOf(line.face, line.text, line.field)) {
      const scale = points / font.unitsPerEm
      const edge = thicken > 0 ? ` stroke="${line.colour}" stroke-width="${round(thicken * font.unitsPerEm)}"` : ''
      for (const character of text) {
        const glyph = font.glyphOf(character.codePointAt(0)!)
        const at = `translate(${round(x)} ${round(line.baseline)}) scale(${round(scale)} ${round(-scale)})`
        this.out.push(`<path transform="${at}" fill="${line.colour}"${edge} d="${glyphPath(font, glyph)}"/>`)
        x += (font.advance(glyph) / 1000) * points + em(line.tracking)
      }
    }
  }

  photo(photo: Photo, { x, y, w, h }: Box) {
    const href = `data:image/jpeg;base64,${photo.bytes.toString('base64')}`
    const box = `x="${n2(x)}" y="${n2(y)}" width="${n2(w)}" height="${n2(h)}"`
    this.out.push(`<image ${box} preserveAspectRatio="xMidYMid slice" href="${href}"/>`)
  }

  modules(runs: readonly ModuleRun[], side: number, { x, y, w, h }: Box, colour: string) {
    const d = runs.map(([column, row, length]) => `M${column} ${row}h${length}v1h${-length}z`).join('')
    const at = `translate(${n2(x)} ${n2(y)}) scale(${round(w / side)} ${round(h / side)})`
    this.out.push(`<path transform="${at}" fill="${colour}" shape-rendering="crispEdges" d="${d}"/>`)
  }

  tile(name: string, paint: (pen: Pen) => void) {
    const pen = new SvgPen(this.tiles)
    paint(pen)
    this.tiles.set(name, pen.out.join(''))
  }

  stamp(name: string, matrix: Matrix) {
    this.out.push(`<g transform="matrix(${matrix.map(round).join(' ')})">${this.tiles.get(name)!}</g>`)
  }

  turned(degrees: number, cx: number, cy: number, paint: () => void) {
    this.out.push(`<g transform="rotate(${degrees} ${n2(cx)} ${n2(cy)})">`)
    paint()
    this.out.push('</g>')
  }

  /** The whole picture. */
  svg(width: number, height: number) {
    const size = `width="${n2(width)}mm" height="${n2(height)}mm" viewBox="0 0 ${n2(width)} ${n2(height)}"`
    const body = `<g stroke-linecap="round" stroke-linejoin="round">${this.out.join('')}</g>`
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${body}</svg>`
  }
}
