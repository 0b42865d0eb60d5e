import { componentsOf, type FastFont } from './fast-font.js'
import { fontFile, hex4, utf16Hex } from './font-file.js'

const noCharacter = -1

/**
 * The glyphs of one font that a paper uses, keyed by code point: two characters that share an outline
 * still come out of the PDF as themselves. Outlines are copied as bytes.
 */
export class GlyphSubset {
  private readonly codes = new Map<number, number>()
  private readonly parts = new Map<number, number>()
  private readonly glyphs: number[] = [0]
  private readonly points: number[] = [noCharacter]

  constructor(readonly font: FastFont) {}

  /** The code of a character in this subset; a new character joins it. */
  include(codePoint: number): number {
    const known = this.codes.get(codePoint)
    if (known !== undefined) return known
    const glyph = this.font.glyphOf(codePoint)
    if (glyph === 0) throw new Error(`${this.font.name} has no glyph for U+${codePoint.toString(16).toUpperCase()}`)
    const code = this.add(glyph, codePoint)
    this.codes.set(codePoint, code)
    this.addParts(glyph)
    return code
  }

  /** A copy that may grow; the codes given out so far stay. */
  extended(text: Iterable<string>): GlyphSubset {
    const copy = new GlyphSubset(this.font)
    this.codes.forEach((code, point) => copy.codes.set(point, code))
    this.parts.forEach((code, glyph) => copy.parts.set(glyph, code))
    copy.glyphs.push(...this.glyphs.slice(1))
    copy.points.push(...this.points.slice(1))
    for (const character of text) if (this.font.has(character.codePointAt(0)!)) copy.include(character.codePointAt(0)!)
    return copy
  }

  get characters(): ReadonlyMap<number, number> {
    return this.codes
  }

  /** Six letters that differ when the glyphs differ, as a subset's name must. */
  get tag(): string {
    let hash = 2166136261
    for (const glyph of this.glyphs) hash = Math.imul(hash ^ glyph, 16777619) >>> 0
    return Array.from({ length: 6 }, (_, i) => String.fromCharCode(65 + (Math.floor(hash / 26 ** i) % 26))).join('')
  }

  /** The font file: copied outlines, composite parts renumbered. */
  encode(): Buffer {
    const outlines = this.glyphs.map((glyph, code) => (code === 0 ? Buffer.alloc(0) : this.renumbered(glyph)))
    const loca = Buffer.alloc((outlines.length + 1) * 4)
    const hmtx = Buffer.alloc(outlines.length * 4)
    let at = 0
    outlines.forEach((outline, code) => {
      hmtx.writeUInt16BE(this.font.advanceUnits(this.glyphs[code]!), code * 4)
      hmtx.writeInt16BE(outline.length === 0 ? 0 : outline.readInt16BE(2), code * 4 + 2)
      at += outline.length + (outline.length % 2)
      loca.writeUInt32BE(at, code * 4 + 4)
    })
    const even = outlines.flatMap((outline) => (outline.length % 2 === 0 ? [outline] : [outline, Buffer.alloc(1)]))
    return fontFile([
      ...this.hints(),
      ['glyf', Buffer.concat(even)],
      ...this.heads(),
      ['hmtx', hmtx],
      ['loca', loca],
      ['maxp', this.maxp()],
    ])
  }

  /** The W array, without the full-width characters that DW covers. */
  widths(): string {
    const groups = this.glyphs.flatMap((glyph, code) => {
      const width = Math.round(this.font.advance(glyph))
      return code > 0 && width === 1000 ? [] : [`${code}[${width}]`]
    })
    return `[${groups.join(' ')}]`
  }

  /** The map from codes back to text. */
  toUnicode(): string {
    const pairs = [...this.codes].map(([point, code]) => `<${hex4(code)}><${utf16Hex(String.fromCodePoint(point))}>`)
    const blocks: string[] = []
    for (let i = 0; i < pairs.length; i += 100) {
      const block = pairs.slice(i, i + 100)
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
    }
    return [
      '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
      '/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def',
      '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def',
      '1 begincodespacerange\n<0000><ffff>\nendcodespacerange',
      ...blocks,
      'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend',
    ].join('\n')
  }

  private add(glyph: number, point: number) {
    this.points.push(point)
    return this.glyphs.push(glyph) - 1
  }

  private addParts(glyph: number) {
    for (const { glyph: part } of componentsOf(this.font.outline(glyph))) {
      if (this.parts.has(part)) continue
      this.parts.set(part, this.add(part, noCharacter))
      this.addParts(part)
    }
  }

  private renumbered(glyph: number): Buffer {
    const outline = this.font.outline(glyph)
    const parts = componentsOf(outline)
    if (parts.length === 0) return outline
    const copy = Buffer.from(outline)
    for (const part of parts) copy.writeUInt16BE(this.parts.get(part.glyph)!, part.at)
    return copy
  }

  private hints(): [string, Buffer][] {
    return ['cvt ', 'fpgm', 'prep'].flatMap((name): [string, Buffer][] => {
      const table = this.font.table(name)
      return table ? [[name, table]] : []
    })
  }

  private heads(): [string, Buffer][] {
    const head = Buffer.from(this.font.table('head')!)
    head.writeUInt32BE(0, 8)
    head.writeInt16BE(1, 50)
    const hhea = Buffer.from(this.font.table('hhea')!)
    hhea.writeUInt16BE(this.glyphs.length, 34)
    return [
      ['head', head],
      ['hhea', hhea],
    ]
  }

  private maxp() {
    const maxp = Buffer.from(this.font.table('maxp')!)
    maxp.writeUInt16BE(this.glyphs.length, 4)
    return maxp
  }
}
