import PDFDocument from 'pdfkit'
import type { FastFont } from '../paper-fonts/fast-font.js'
import { pointsPerMm } from '../paper-text/measures.js'
import type { Photo } from '../paper-drawing/photo.js'

export interface PaperMeta {
  title: string
  /** The business day that the paper bears; it is also the file's creation date, so that the same data give the same bytes. */
  day: string
  subject?: string
}

export interface PaperSize {
  width: number
  height: number
}

export const a4: PaperSize = { width: 210, height: 297 }
export const a4Landscape: PaperSize = { width: 297, height: 210 }

export interface OpenOptions {
  /** Certificates bring their streams ready; working papers let PDFKit deflate theirs. */
  compress?: boolean
  /** Tagged for screen readers; pages are then added by the caller. */
  tagged?: boolean
}

export const inPoints = (mm: number) => Math.round(mm * pointsPerMm * 100) / 100

/** A document of the house: title shown, Chinese, no fonts but ours. */
export const openPaper = (
  meta: PaperMeta,
  { width, height }: PaperSize,
  options: OpenOptions = {},
): PDFKit.PDFDocument =>
  new PDFDocument({
    size: [inPoints(width), inPoints(height)],
    margin: 0,
    font: null as unknown as string,
    compress: options.compress ?? false,
    tagged: options.tagged ?? false,
    autoFirstPage: !options.tagged,
    lang: 'zh-CN',
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: meta.title,
      ...(meta.subject === undefined ? {} : { Subject: meta.subject }),
      Author: "雄安技能 Xiong'an Skills",
      Creator: "Xiong'an Skills",
      Producer: 'PDFKit',
      CreationDate: new Date(`${meta.day}T12:00:00+08:00`),
    },
  })

/** Ends a document and takes all its bytes; PDFKit writes synchronously, so they are there. */
export const closePaper = (doc: PDFKit.PDFDocument): Buffer => {
  doc.end()
  return doc.read() as Buffer
}

/** A value that is written into a PDF dictionary as it stands. */
class Verbatim {
  constructor(private readonly text: string) {}
  get [Symbol.toStringTag]() {
    return 'Verbatim'
  }
  toString() {
    return this.text
  }
}

export const verbatim = (text: string) => new Verbatim(text)

export interface FontBytes {
  font: FastFont
  tag: string
  widths: string
  file: Buffer
  fileLength: number
  toUnicode: Buffer
  /** Whether both streams are deflated already. */
  deflated: boolean
}

/** Writes the five objects of a font and gives the reference that page resources name. */
export const embedFont = (doc: PDFKit.PDFDocument, bytes: FontBytes) => {
  const filter = bytes.deflated ? { Filter: 'FlateDecode' } : {}
  const file = doc.ref({ Length1: bytes.fileLength, ...filter })
  file.end(bytes.file)
  const toUnicode = doc.ref({ ...filter })
  toUnicode.end(bytes.toUnicode)
  const name = `${bytes.tag}+${bytes.font.name}`
  const descriptor = doc.ref({ ...descriptorOf(bytes.font), FontName: name, FontFile2: file })
  descriptor.end(undefined)
  const descendant = doc.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: verbatim('<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>'),
    FontDescriptor: descriptor,
    CIDToGIDMap: 'Identity',
    DW: 1000,
    W: verbatim(bytes.widths),
  })
  descendant.end(undefined)
  const font = doc.ref({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: toUnicode,
  })
  font.end(undefined)
  return font
}

/** Ascent and descent are those of the ideographic em box, so that a selection is as high as the line. */
const descriptorOf = (font: FastFont) => {
  const head = font.table('head')!
  const bounds = [36, 38, 40, 42].map((at) => Math.round((head.readInt16BE(at) * 1000) / font.unitsPerEm))
  return {
    Type: 'FontDescriptor',
    Flags: 4,
    FontBBox: verbatim(`[${bounds.join(' ')}]`),
    ItalicAngle: 0,
    Ascent: 880,
    Descent: -120,
    CapHeight: 733,
    StemV: 80,
  }
}

/** Writes a photo's bytes as they are. */
export const embedPhoto = (doc: PDFKit.PDFDocument, photo: Photo) => {
  const image = doc.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: photo.width,
    Height: photo.height,
    ColorSpace: photo.channels === 1 ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
  })
  image.end(photo.bytes)
  return image
}
