import type { PaperMeta, PaperSize } from './paper-document.js'
import { closePaper, embedPhoto, inPoints, openPaper } from './paper-document.js'
import { GrowingFonts } from '../paper-fonts/paper-fonts.js'
import { millimetres, PdfPen, type ObjectCase } from '../paper-drawing/pdf-pen.js'
import type { Pen } from '../paper-drawing/pen.js'
import type { Photo } from '../paper-drawing/photo.js'

/** A piece of the structure that a screen reader walks: H1, P, Table, TR, TH, TD. */
interface Tag {
  type: string
  scope?: 'Row' | 'Column'
  children: Tag[]
  content?: unknown
}

interface Piece {
  content: string
  tag?: Tag
}

interface Page {
  pen: PdfPen
  pieces: Piece[]
}

/** The markings of PDFKit that its type package does not know. */
interface Marking {
  markStructureContent(type: string): unknown
  markContent(type: string, options: object): unknown
  endMarkedContent(): unknown
  struct(type: string, options: object, children: unknown[]): unknown
  addStructure(element: unknown): unknown
}

export interface WorkingPaperOptions {
  meta: PaperMeta
  size: PaperSize
}

/** A white, tagged paper of several pages: reports, rosters, lists (papers 5 to 9). What is drawn outside a tag is decoration. */
export class WorkingPaper {
  readonly size: PaperSize
  private readonly meta: PaperMeta
  private readonly fonts = new GrowingFonts()
  private readonly photos: Photo[] = []
  private readonly pages: Page[] = []
  private readonly root: Tag = { type: 'Document', children: [] }
  private parent = this.root

  constructor({ meta, size }: WorkingPaperOptions) {
    this.meta = meta
    this.size = size
    this.newPage()
  }

  /** The pen of the current page, for decoration. */
  get pen(): Pen {
    return this.page.pen
  }

  get pageCount() {
    return this.pages.length
  }

  newPage() {
    const objects: ObjectCase = { photo: (photo) => `Photo${this.photos.push(photo)}` }
    this.pages.push({ pen: new PdfPen(this.fonts, objects), pieces: [] })
  }

  /** Draws text that belongs to the document. */
  tagged(type: string, paint: (pen: Pen) => void, scope?: 'Row' | 'Column') {
    this.settle()
    const tag: Tag = { type, children: [], ...(scope ? { scope } : {}) }
    this.parent.children.push(tag)
    paint(this.page.pen)
    this.page.pieces.push({ content: this.page.pen.take(), tag })
  }

  /** Puts what is drawn inside under one tag, such as Table or TR. */
  group(type: string, build: () => void) {
    const [tag, outer]: [Tag, Tag] = [{ type, children: [] }, this.parent]
    outer.children.push(tag)
    this.parent = tag
    build()
    this.parent = outer
  }

  /** Draws head and foot on every page, now that their number is known, and gives the bytes. */
  finish(furnish: (pen: Pen, page: number, pages: number) => void): Buffer {
    this.settle()
    this.pages.forEach(({ pen, pieces }, i) => {
      furnish(pen, i + 1, this.pages.length)
      pieces.push({ content: pen.take() })
    })
    const doc = openPaper(this.meta, this.size, { compress: true, tagged: true })
    const fonts = this.fonts.embed(doc)
    const photos = Object.fromEntries(this.photos.map((photo, i) => [`Photo${i + 1}`, embedPhoto(doc, photo)]))
    for (const { pieces } of this.pages) {
      doc.addPage({ size: [inPoints(this.size.width), inPoints(this.size.height)], margin: 0 })
      Object.assign(doc.page.fonts, fonts)
      Object.assign(doc.page.xobjects, photos)
      writePieces(doc, pieces)
    }
    const marking = doc as unknown as Marking
    marking.addStructure(elementOf(marking, this.root))
    return closePaper(doc)
  }

  private get page(): Page {
    return this.pages.at(-1)!
  }

  /** Closes what was drawn outside a tag. */
  private settle() {
    const content = this.page.pen.take()
    if (content !== '') this.page.pieces.push({ content })
  }
}

const writePieces = (doc: PDFKit.PDFDocument, pieces: readonly Piece[]) => {
  const marking = doc as unknown as Marking
  doc.addContent(millimetres)
  for (const { content, tag } of pieces) {
    if (tag) tag.content = marking.markStructureContent(tag.type)
    else marking.markContent('Artifact', { type: 'Layout' })
    doc.addContent(Buffer.from(`${content}\n`, 'latin1'))
    marking.endMarkedContent()
  }
  doc.addContent('Q')
}

const elementOf = (marking: Marking, { type, scope, children, content }: Tag): unknown =>
  marking.struct(type, scope ? { scope } : {}, [
    ...(content === undefined ? [] : [content]),
    ...children.map((child) => elementOf(marking, child)),
  ])
