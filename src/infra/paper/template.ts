import { deflateSync } from 'node:zlib'
import { fontOf, type Face } from './faces.js'
import type { FastFont } from './fast-font.js'
import type { GlyphSubset } from './font-subset.js'
import { FrozenSubset } from './frozen-subset.js'
import { closePaper, embedPhoto, openPaper, verbatim, type PaperMeta, type PaperSize } from './paper-document.js'
import { GrowingFonts, PaperFonts, type FrozenFonts } from './paper-fonts.js'
import { n2, pointsPerMm } from './measures.js'
import { inMillimetres, PdfPen, type ObjectCase } from './pdf-pen.js'
import type { Pen } from './pen.js'

export interface TemplateSpec extends PaperSize {
  /** Layer F: motif, frame, rules, titles, labels, fixed texts. */
  art(pen: Pen): void
  /** Characters of the values that are known beforehand, by face. */
  alphabet: Partial<Record<Face, string>>
}

/** Words that many papers of a batch share, such as occupation and issuer, by face. */
export type SharedText = Partial<Record<Face, string>>

const mostFontSets = 64

/**
 * What all papers of one kind share, made once: the art as ready form XObjects and the fonts with its labels.
 * The art's bytes are the same in every paper; the fonts may carry more glyphs for a batch, their codes stay.
 */
export class Template {
  readonly art: Buffer
  readonly tiles = new Map<string, Buffer>()
  private readonly base: Map<FastFont, GlyphSubset>
  private readonly fontSets = new Map<string, FrozenFonts>()

  constructor(readonly spec: TemplateSpec) {
    const fonts = new GrowingFonts()
    const pen = new PdfPen(fonts, {
      photo: () => {
        throw new Error('the art of a template carries no photo')
      },
      tile: (name, content) => this.tiles.set(name, deflateSync(content, { level: 9 })),
    })
    spec.art(pen)
    this.art = deflateSync(inMillimetres(pen.content), { level: 9 })
    for (const [face, text] of Object.entries(spec.alphabet) as [Face, string][])
      fonts.place({ font: fontOf(face), text })
    this.base = fonts.subsets
  }

  /** The frozen fonts with the words of a batch; the last 64 sets are kept. */
  fontsFor(shared: SharedText): FrozenFonts {
    const key = JSON.stringify(shared)
    const known = this.fontSets.get(key)
    if (known) {
      this.fontSets.delete(key)
      this.fontSets.set(key, known)
      return known
    }
    const words = new Map((Object.entries(shared) as [Face, string][]).map(([face, text]) => [fontOf(face), text]))
    const fresh = new Map(
      [...this.base].map(([font, set]) => [font, new FrozenSubset(set.extended(words.get(font) ?? ''))]),
    )
    this.fontSets.set(key, fresh)
    if (this.fontSets.size > mostFontSets) this.fontSets.delete(this.fontSets.keys().next().value!)
    return fresh
  }
}

const formOf = (doc: PDFKit.PDFDocument, bytes: Buffer, bbox: string, resources: object) => {
  const form = doc.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: verbatim(bbox),
    Resources: resources,
    Filter: 'FlateDecode',
  })
  form.end(bytes)
  return form
}

/** Tiles are drawn about their origin; no tile is larger than a page. */
const anyTile = '[-420 -420 420 420]'

const artOf = (doc: PDFKit.PDFDocument, { spec, art, tiles }: Template, fonts: object) => {
  const forms = [...tiles].map(([name, bytes]) => [name, formOf(doc, bytes, anyTile, {})])
  const bbox = `[0 0 ${n2(spec.width * pointsPerMm)} ${n2(spec.height * pointsPerMm)}]`
  return formOf(doc, art, bbox, { Font: fonts, XObject: Object.fromEntries(forms) })
}

export interface Composition {
  meta: PaperMeta
  shared: SharedText
  /** Layer P and what lies under the art. */
  under(pen: Pen): void
  /** Layers V and S. */
  values(pen: Pen): void
}

/** One paper as bytes: the template's ready parts, and what is this paper's own. */
export const composePaper = (template: Template, { meta, shared, under, values }: Composition): Buffer => {
  const doc = openPaper(meta, template.spec)
  const fonts = new PaperFonts(template.fontsFor(shared))
  const photos: PDFKit.PDFKitReference[] = []
  const objects: ObjectCase = { photo: (photo) => `Photo${photos.push(embedPhoto(doc, photo))}` }
  const [below, above] = [new PdfPen(fonts, objects), new PdfPen(fonts, objects)]
  under(below)
  values(above)
  const frozen = fonts.embedFrozen(doc)
  Object.assign(doc.page.fonts, frozen, fonts.embedOwn(doc))
  doc.page.xobjects.Art = artOf(doc, template, frozen)
  photos.forEach((photo, i) => (doc.page.xobjects[`Photo${i + 1}`] = photo))
  const content = `${inMillimetres(below.content)}\n/Art Do\n${inMillimetres(above.content)}\n`
  doc.addContent(Buffer.from(content, 'latin1'))
  return closePaper(doc)
}
