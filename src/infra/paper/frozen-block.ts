type Reference = PDFKit.PDFKitReference & { offset?: number }
type Named = Record<string, Reference>

/** What PDFKit keeps about written objects; its version is pinned, and the papers' tests check each file with qpdf. */
interface Internals {
  _offset: number
  _offsets: (number | null)[]
  _write(data: Uint8Array): void
  _refEnd(reference: Reference): void
}

const internals = (doc: PDFKit.PDFDocument) => doc as unknown as Internals

/**
 * Objects that many documents begin with, serialised once: fonts, tiles and art of a template.
 * They can be written again as one piece of bytes because every paper of a kind opens alike, so their numbers are equal.
 */
export class FrozenBlock {
  private readonly bytes: Buffer
  private readonly first: number
  private readonly offsets: number[]
  private readonly names: [name: string, index: number][]

  constructor(doc: PDFKit.PDFDocument, build: (doc: PDFKit.PDFDocument) => Named) {
    doc.read()
    const { _offset: start, _offsets: before } = internals(doc)
    this.first = before.length + 1
    const named = build(doc)
    this.bytes = doc.read() as Buffer
    this.offsets = internals(doc)
      ._offsets.slice(this.first - 1)
      .map((offset) => offset! - start)
    this.names = Object.entries(named).map(([name, { id }]) => [name, id - this.first])
  }

  /** Writes the objects into a fresh document and gives the named ones. */
  writeInto(doc: PDFKit.PDFDocument): Named {
    const writer = internals(doc)
    if (writer._offsets.length + 1 !== this.first)
      throw new Error('a frozen block must be the first thing in a document')
    const references: Reference[] = this.offsets.map(() => doc.ref({}))
    const start = writer._offset
    writer._write(this.bytes)
    references.forEach((reference, i) => {
      reference.offset = start + this.offsets[i]!
      writer._refEnd(reference)
    })
    return Object.fromEntries(this.names.map(([name, index]) => [name, references[index]!]))
  }
}
