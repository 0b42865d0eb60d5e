import { deflateSync } from 'node:zlib'
import { fontOf, type Face } from '../paper-fonts/faces.js'
import type { FastFont } from '../paper-fonts/fast-font.js'
import type { GlyphSubset } from '../paper-fonts/font-subset.js'
import { FrozenBlock } from './frozen-block.js'
import { FrozenSubset } from '../paper-fonts/frozen-subset.js'
import { closePaper, embedPhoto, openPaper, verbatim, type PaperMeta, type PaperSize } from './paper-document.js'
import { embedFrozen, GrowingFonts, PaperFonts, type FrozenFonts } from '../paper-fonts/paper-fonts.js'
import { n2, pointsPerMm } from '../paper-text/measures.js'
import { inMillimetres, PdfPen, type ObjectCase } from '../paper-drawing/pdf-pen.js'
import type { Pen } from '../paper-drawing/pen.js'

export interface TemplateSpec extends PaperSize {
  /** Layer F: motif, frame, rules, titles, labels, fixed texts. */
  art(pen: Pen): void
  /** Characters of the values that are known beforehand, by face. */
  alphabet: Partial<Record<Face, string>>
}

/** Words that many papers of a batch share, such as occupation and issuer, by face. */
export type SharedText = Partial<Record<Face, string>>

interface FrozenParts {
  fonts: FrozenFonts
  block: FrozenBlock
}

const mostParts = 64
const artName = 'Art'

/**
 * What all papers of one kind share, made once: the art as ready form XObjects and the fonts with its labels.
 * The art's bytes are the same in every paper; the fonts may carry more glyphs for a batch, their codes stay.
 */
export class Template {
  readonly art: Buffer
  readonly tiles = new Map<string, Buffer>()
  private readonly base: Map<FastFont, GlyphSubset>
  private readonly parts = new Map<string, FrozenParts>()

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
      fonts.place({ font: fontOf(face), text, thicken: 0 })
    this.base = fonts.subsets
  }

  /** The frozen parts with the words of a batch; the last 64 sets are kept. */
  partsFor(shared: SharedText): FrozenParts {
    const key = JSON.stringify(shared)
    const parts = this.parts.get(key) ?? this.freeze(shared)
    this.parts.delete(key)
    this.parts.set(key, parts)
    if (this.parts.size > mostParts) this.parts.delete(this.parts.keys().next().value!)
    return parts
  }

  private freeze(shared: SharedText): FrozenParts {
    const words = new Map((Object.entries(shared) as [Face, string][]).map(([face, text]) => [fontOf(face), text]))
    const fonts = new Map(
      [...this.base].map(([font, set]) => [font, new FrozenSubset(set.extended(words.get(font) ?? ''))]),
    )
    const block = new FrozenBlock(openPaper({ title: '', day: '2026-01-01' }, this.spec), (doc) => {
      const embedded = embedFrozen(doc, fonts)
      return { ...embedded, [artName]: artOf(doc, this, embedded) }
    })
    return { fonts, block }
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
  const parts = template.partsFor(shared)
  const { [artName]: art, ...frozen } = parts.block.writeInto(doc)
  const fonts = new PaperFonts(parts.fonts)
  const photos: PDFKit.PDFKitReference[] = []
  const objects: ObjectCase = { photo: (photo) => `Photo${photos.push(embedPhoto(doc, photo))}` }
  const [below, above] = [new PdfPen(fonts, objects), new PdfPen(fonts, objects)]
  under(below)
  values(above)
  Object.assign(doc.page.fonts, frozen, fonts.embedOwn(doc))
  doc.page.xobjects[artName] = art
  photos.forEach((photo, i) => (doc.page.xobjects[`Photo${i + 1}`] = photo))
  const content = `${inMillimetres(below.content)}\n/${artName} Do\n${inMillimetres(above.content)}\n`
  doc.addContent(Buffer.from(content, 'latin1'))
  return closePaper(doc)
}
