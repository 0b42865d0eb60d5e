import type { FastFont } from './fast-font.js'
import type { Run } from './font-chain.js'
import { hex4 } from './font-file.js'
import { GlyphSubset } from './font-subset.js'
import type { FrozenSubset } from './frozen-subset.js'
import { embedFont } from '../paper/paper-document.js'
import type { FontCase } from '../paper-drawing/pdf-pen.js'

const resourceOf = (font: FastFont) => font.name.replace('-', '')

/** Fonts that take in what is drawn: those of a working paper, and those of a template until it freezes them. */
export class GrowingFonts implements FontCase {
  readonly subsets = new Map<FastFont, GlyphSubset>()

  place({ font, text }: Run) {
    const subset = this.of(font)
    let codes = ''
    for (const character of text) codes += hex4(subset.include(character.codePointAt(0)!))
    return { resource: resourceOf(font), codes }
  }

  of(font: FastFont): GlyphSubset {
    const known = this.subsets.get(font) ?? new GlyphSubset(font)
    this.subsets.set(font, known)
    return known
  }

  /** Writes the fonts into a document and gives them by resource name. */
  embed(doc: PDFKit.PDFDocument, suffix = '') {
    return Object.fromEntries(
      [...this.subsets].map(([font, subset]) => {
        const file = subset.encode()
        const toUnicode = Buffer.from(subset.toUnicode())
        const parts = { font, tag: subset.tag, widths: subset.widths(), file, fileLength: file.length, toUnicode }
        return [`${resourceOf(font)}${suffix}`, embedFont(doc, { ...parts, deflated: false })]
      }),
    )
  }
}

export type FrozenFonts = ReadonlyMap<FastFont, FrozenSubset>

export const embedFrozen = (doc: PDFKit.PDFDocument, fonts: FrozenFonts) =>
  Object.fromEntries(
    [...fonts].map(([font, subset]) => [resourceOf(font), embedFont(doc, { ...subset, font, deflated: true })]),
  )

/** Fonts of one paper: the template's frozen ones, and small ones of its own for what those lack. */
export class PaperFonts implements FontCase {
  private readonly own = new GrowingFonts()

  constructor(private readonly frozen: FrozenFonts) {}

  place(run: Run) {
    const frozen = this.frozen.get(run.font)
    if (frozen?.hasAll(run.text)) return { resource: resourceOf(run.font), codes: frozen.encode(run.text) }
    const { resource, codes } = this.own.place(run)
    return { resource: `${resource}Own`, codes }
  }

  embedOwn(doc: PDFKit.PDFDocument) {
    return this.own.embed(doc, 'Own')
  }
}
