import { deflateSync } from 'node:zlib'
import type { FastFont } from './fast-font.js'
import { hex4 } from './font-file.js'
import type { GlyphSubset } from './font-subset.js'

/** A subset that many papers share: its streams are deflated once, and a character that it lacks is an error, never a blank. */
export class FrozenSubset {
  readonly font: FastFont
  readonly tag: string
  readonly widths: string
  readonly file: Buffer
  readonly fileLength: number
  readonly toUnicode: Buffer
  private readonly codes: Map<number, string>

  constructor(subset: GlyphSubset) {
    const file = subset.encode()
    this.font = subset.font
    this.tag = subset.tag
    this.widths = subset.widths()
    this.file = deflateSync(file, { level: 9 })
    this.fileLength = file.length
    this.toUnicode = deflateSync(subset.toUnicode(), { level: 9 })
    this.codes = new Map([...subset.characters].map(([point, code]) => [point, hex4(code)]))
  }

  hasAll(text: string) {
    for (const character of text) if (!this.codes.has(character.codePointAt(0)!)) return false
    return true
  }

  /** The hexadecimal codes of a text. */
  encode(text: string): string {
    let hex = ''
    for (const character of text) {
      const code = this.codes.get(character.codePointAt(0)!)
      if (code === undefined) throw new Error(`the frozen subset of ${this.font.name} lacks ${character}`)
      hex += code
    }
    return hex
  }
}
