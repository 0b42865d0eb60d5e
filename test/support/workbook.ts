/** Workbooks as programs other than ours write them: the test says the XML, this adds the frame. */
import type { ZipPart } from './zip.js'
import { zipOf } from './zip.js'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface RawSheet {
  name: string
  /** inside `<sheetData>` */
  rows: string
  state?: 'hidden' | 'veryHidden'
}

export interface RawWorkbook {
  sheets: readonly RawSheet[]
  /** `<si>` elements */
  strings?: string
  /** number formats of the cell styles 0, 1, … : a built-in id or a pattern */
  formats?: readonly (number | string)[]
  date1904?: boolean
  /** prefix of all element names, with its colon */
  prefix?: string
  extra?: readonly ZipPart[]
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

/** The sheet stands before the shared strings, the workbook at the end: nothing may depend on the order. */
export function rawXlsx({
  sheets,
  strings,
  formats = [],
  date1904 = false,
  prefix: p = '',
  extra = [],
}: RawWorkbook): Buffer {
  const namespace = p === '' ? `xmlns="${main}"` : `xmlns:${p.slice(0, -1)}="${main}"`
  const sheetParts = sheets.map(({ rows }, i) => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    content: `<?xml version="1.0"?><${p}worksheet ${namespace}><${p}sheetData>${rows}</${p}sheetData></${p}worksheet>`,
  }))
  const list = sheets.map(
    ({ name, state }, i) =>
      `<${p}sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  )
  const custom = formats.map((f, i) =>
    typeof f === 'string' ? `<numFmt numFmtId="${170 + i}" formatCode="${f.replaceAll('"', '&quot;')}"/>` : '',
  )
  const styles = formats.map((f, i) => `<xf numFmtId="${typeof f === 'string' ? 170 + i : f}"/>`)
  const relations = sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
  if (strings !== undefined) relations.push(relation('rId90', 'sharedStrings', '/xl/sharedStrings.xml'))
  if (formats.length > 0) relations.push(relation('rId91', 'styles', 'styles.xml'))
  const optional: ZipPart[] = []
  if (strings !== undefined)
    optional.push({ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${strings}</sst>` })
  if (formats.length > 0)
    optional.push({
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${main}"><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    })
  return zipOf([
    ...sheetParts,
    ...optional,
    ...extra,
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${packaged}">${relations.join('')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<${p}workbook ${namespace} xmlns:r="${office}"><${p}workbookPr date1904="${date1904 ? 1 : 0}"/><${p}sheets>${list.join('')}</${p}sheets></${p}workbook>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${packaged}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
  ])
}
