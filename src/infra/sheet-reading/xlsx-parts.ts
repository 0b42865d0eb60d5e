/** The parts of a workbook that are small or needed first: which sheet, the shared strings, the date formats. */
import type { SafeZip } from './safe-zip.js'
import { SheetRefusal } from './sheet-read.js'
import { walkXml } from './xml-walk.js'
import { dateFormat, unescapeText } from './xlsx-values.js'
import type { DateFormat } from './xlsx-values.js'

export interface Workbook {
  /** visible sheets in the order in which they are tried */
  sheetPaths: string[]
  stringsPath?: string
  stylesPath?: string
  date1904: boolean
}

interface Relation {
  id: string
  type: string
  target: string
}

/** Targets are relative to the part that names them, or begin at the root of the archive. */
const resolved = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : new URL(target, `zip:/${folder}`).pathname.slice(1)

async function relationsOf(zip: SafeZip, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`
  const relations: Relation[] = []
  if (!zip.has(path)) return relations
  await walkXml(await zip.open(path), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name === 'Relationship')
        relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(folder, Target) })
    },
  })
  return relations
}

async function mainPart(zip: SafeZip): Promise<string> {
  const root = await relationsOf(zip, '')
  const main = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (zip.has(main) && main.endsWith('.xml')) return main
  throw new SheetRefusal('not-a-workbook', zip.has('xl/workbook.bin') ? 'xlsb' : zip.has('content.xml') ? 'ods' : 'zip')
}

/** Finds the sheets that may be read: the named one first, then the others as they stand. Lists hidden by templates are passed over. */
export async function readWorkbook(zip: SafeZip, sheetName: string): Promise<Workbook> {
  const part = await mainPart(zip)
  const relations = await relationsOf(zip, part)
  const sheets: { name: string; relation: Relation }[] = []
  let date1904 = false
  await walkXml(await zip.open(part), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      const relation = relations.find((r) => r.id === id && r.type === 'worksheet')
      if (relation) sheets.push({ name: attributes['name'] ?? '', relation })
    },
  })
  if (sheets.length === 0) throw new SheetRefusal('empty', 'no visible sheet')
  const isNamed = ({ name }: { name: string }) => name.trim() === sheetName
  const inOrder = [...sheets.filter(isNamed), ...sheets.filter((sheet) => !isNamed(sheet))]
  const partOf = (type: string): string | undefined =>
    relations.find((r) => r.type === type && zip.has(r.target))?.target
  return {
    sheetPaths: inOrder.map(({ relation }) => relation.target),
    stringsPath: partOf('sharedStrings'),
    stylesPath: partOf('styles'),
    date1904,
  }
}

/** Rich text is joined; phonetic guides (rPh) are not part of the text. */
export async function readSharedStrings(zip: SafeZip, path: string): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inGuide = false
  await walkXml(await zip.open(path), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') inGuide = true
      else if (name === 't') inText = !inGuide
    },
    text(part) {
      if (inText) text += part
    },
    close(name) {
      if (name === 'si') strings.push(unescapeText(text))
      else if (name === 'rPh') inGuide = false
      else if (name === 't') inText = false
    },
  })
  return strings
}

/** For each cell style, whether its number format shows a date. */
export async function readDateFormats(zip: SafeZip, path: string): Promise<(DateFormat | undefined)[]> {
  const codes = new Map<number, string>()
  const formats: (DateFormat | undefined)[] = []
  let inCells = false
  await walkXml(await zip.open(path), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0)
        formats.push(dateFormat(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}
