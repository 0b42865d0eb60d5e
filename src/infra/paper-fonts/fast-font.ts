/** The tables of a static TrueType font that a page needs, read once per process (performance.md, s07 and s08). */
interface Table {
  at: number
  length: number
}

const tablesOf = (bytes: Buffer) => {
  const tables = new Map<string, Table>()
  for (let i = 0, at = 12; i < bytes.readUInt16BE(4); i++, at += 16)
    tables.set(bytes.toString('latin1', at, at + 4), {
      at: bytes.readUInt32BE(at + 8),
      length: bytes.readUInt32BE(at + 12),
    })
  return tables
}

/** The best Unicode subtable: format 12 where there is one, else format 4. */
const subtableOf = (bytes: Buffer, cmap: number) => {
  let best = { at: 0, format: 0 }
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const platform = bytes.readUInt16BE(cmap + 4 + i * 8)
    const at = cmap + bytes.readUInt32BE(cmap + 8 + i * 8)
    const format = bytes.readUInt16BE(at)
    if ((platform === 0 || platform === 3) && (format === 4 || format === 12) && format > best.format)
      best = { at, format }
  }
  return best
}

const readFormat12 = (bytes: Buffer, at: number, put: (point: number, glyph: number) => void) => {
  for (let i = 0, group = at + 16; i < bytes.readUInt32BE(at + 12); i++, group += 12) {
    const [first, last, glyph] = [0, 4, 8].map((o) => bytes.readUInt32BE(group + o)) as [number, number, number]
    for (let point = first; point <= last; point++) put(point, glyph + point - first)
  }
}

const readFormat4 = (bytes: Buffer, at: number, put: (point: number, glyph: number) => void) => {
  const twice = bytes.readUInt16BE(at + 6)
  for (let i = 0; i < twice; i += 2) {
    const last = bytes.readUInt16BE(at + 14 + i)
    const first = bytes.readUInt16BE(at + 16 + twice + i)
    const delta = bytes.readUInt16BE(at + 16 + 2 * twice + i)
    const rangeAt = at + 16 + 3 * twice + i
    const range = bytes.readUInt16BE(rangeAt)
    for (let point = first; point <= last && point < 0xffff; point++) {
      const glyph = range === 0 ? point : bytes.readUInt16BE(rangeAt + range + (point - first) * 2)
      if (glyph !== 0) put(point, (glyph + delta) & 0xffff)
    }
  }
}

const lastPoint = 0x323af

const readCmap = (bytes: Buffer, cmap: Table) => {
  const glyphs = new Uint16Array(lastPoint + 1)
  const put = (point: number, glyph: number) => {
    if (point <= lastPoint) glyphs[point] = glyph
  }
  const { at, format } = subtableOf(bytes, cmap.at)
  if (format === 12) readFormat12(bytes, at, put)
  else if (format === 4) readFormat4(bytes, at, put)
  return glyphs
}

/** A composite glyph's parts: where in its data each part's glyph id stands. */
export interface Component {
  at: number
  glyph: number
}

const argumentsAreWords = 1
const hasScale = 8
const moreComponents = 32
const hasTwoScales = 64
const hasMatrix = 128

export const componentsOf = (data: Buffer): Component[] => {
  if (data.length === 0 || data.readInt16BE(0) >= 0) return []
  const parts: Component[] = []
  for (let at = 10, flags = moreComponents; flags & moreComponents;) {
    flags = data.readUInt16BE(at)
    parts.push({ at: at + 2, glyph: data.readUInt16BE(at + 2) })
    at += 4 + (flags & argumentsAreWords ? 4 : 2)
    at += flags & hasMatrix ? 8 : flags & hasTwoScales ? 4 : flags & hasScale ? 2 : 0
  }
  return parts
}

export class FastFont {
  readonly unitsPerEm: number
  private readonly tables: Map<string, Table>
  private readonly glyphs: Uint16Array
  private readonly offsets: Uint32Array
  private readonly advances: Uint16Array

  constructor(
    /** The PostScript name that the PDF shows. */
    readonly name: string,
    readonly bytes: Buffer,
  ) {
    this.tables = tablesOf(bytes)
    this.unitsPerEm = bytes.readUInt16BE(this.at('head') + 18)
    this.glyphs = readCmap(bytes, this.tables.get('cmap')!)
    this.offsets = this.readLoca()
    this.advances = this.readAdvances()
  }

  has(codePoint: number) {
    return (this.glyphs[codePoint] ?? 0) !== 0
  }

  glyphOf(codePoint: number) {
    return this.glyphs[codePoint] ?? 0
  }

  /** Advance width in thousandths of the em. */
  advance(glyph: number) {
    return (this.advanceUnits(glyph) * 1000) / this.unitsPerEm
  }

  advanceUnits(glyph: number) {
    return this.advances[Math.min(glyph, this.advances.length - 1)]!
  }

  /** The raw outline: subsets copy it, nothing decodes it. */
  outline(glyph: number): Buffer {
    const glyf = this.at('glyf')
    return this.bytes.subarray(glyf + this.offsets[glyph]!, glyf + this.offsets[glyph + 1]!)
  }

  table(name: string): Buffer | undefined {
    const table = this.tables.get(name)
    return table && this.bytes.subarray(table.at, table.at + table.length)
  }

  private at(name: string) {
    const table = this.tables.get(name)
    if (!table) throw new Error(`${this.name} has no ${name} table: a static TrueType font is needed`)
    return table.at
  }

  private readLoca() {
    const count = this.bytes.readUInt16BE(this.at('maxp') + 4) + 1
    const long = this.bytes.readInt16BE(this.at('head') + 50) === 1
    const loca = this.at('loca')
    return Uint32Array.from({ length: count }, (_, i) =>
      long ? this.bytes.readUInt32BE(loca + i * 4) : this.bytes.readUInt16BE(loca + i * 2) * 2,
    )
  }

  private readAdvances() {
    const hmtx = this.at('hmtx')
    const count = this.bytes.readUInt16BE(this.at('hhea') + 34)
    return Uint16Array.from({ length: count }, (_, i) => this.bytes.readUInt16BE(hmtx + i * 4))
  }
}
