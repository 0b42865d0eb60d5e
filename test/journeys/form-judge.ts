import { load } from 'cheerio'
import { errorWords } from '../../src/web/error.words.js'
import type { Browser, Fields } from '../support/app.js'
import type { FormField, PageForm } from '../support/page-forms.js'

export const longText = '长'.repeat(5000)
type Sent = string | readonly string[]
type Wrong = (field: FormField) => Sent

const typed =
  (of: (field: FormField) => Sent): Wrong =>
  (field) =>
    ['text', 'secret', 'day', 'number'].includes(field.kind) ? of(field) : field.value
const day = (name: string, [year, month, date]: readonly [string, string, string]) =>
  name.endsWith('-year') ? year : name.endsWith('-month') ? month : date
const numbers =
  (number: string): Wrong =>
  (field) =>
    field.kind === 'number' ? number : sensible(field)
const sensible = (field: FormField): Sent => (field.kind === 'text' && field.value === '' ? '样例文字' : field.value)

/** What somebody may send by mistake or on purpose, by its name. */
export const wrongInputs: Readonly<Record<string, { on?: FormField['kind'][]; sends: Wrong }>> = {
  empty: { sends: (field) => (field.kind === 'hidden' ? field.value : '') },
  long: { on: ['text'], sends: typed(({ kind }) => (kind === 'text' ? longText : '12')) },
  'no such day': {
    on: ['day'],
    sends: (field) => (field.kind === 'day' ? day(field.name, ['2026', '02', '30']) : sensible(field)),
  },
  negative: { on: ['number'], sends: numbers('-1') },
  huge: { on: ['number'], sends: numbers('99999999999999999999') },
  'not a number': { on: ['number'], sends: numbers('十二') },
  lists: { sends: ({ kind, value }) => (kind === 'hidden' ? value : ['甲', '乙']) },
  'unknown choice': {
    on: ['choice', 'box'],
    sends: (field) => (field.kind === 'choice' || field.kind === 'box' ? 'no-such-option' : sensible(field)),
  },
  'stale version': {
    on: ['hidden'],
    sends: (field) => (field.name === 'version' ? '987654' : sensible(field)),
  },
}

export const applies = ({ fields }: PageForm, name: string): boolean => {
  const { on } = wrongInputs[name]!
  if (name === 'stale version') return fields.some((field) => field.name === 'version')
  return fields.some(({ kind }) => (on ? on.includes(kind) : kind !== 'hidden'))
}

const generic = [errorWords.refused, errorWords.checkField, errorWords['bad-request']].flat()
const raw = /Invalid (input|option|type)|Expected |Too (small|big)|Unrecognized|NaN|undefined|\[object/

export interface FormAnswer {
  status: number
  faults: string[]
}

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
/** Files that are not what they are called, by name: what a form for files is given. */
export const wrongFiles: Readonly<Record<string, { name: string; bytes: Buffer } | undefined>> = {
  'no file': undefined,
  'an empty file': { name: '名册.xlsx', bytes: Buffer.alloc(0) },
  'a picture named as a workbook': { name: '名册.xlsx', bytes: png },
  'a print named as a picture': { name: '照片.png', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') },
  'a drawing with a script': { name: '照片.svg', bytes: Buffer.from('<svg xmlns="x"><script>1</script></svg>') },
  'other columns': { name: '名册.csv', bytes: Buffer.from('甲,乙\r\n1,2\r\n') },
  'too much': { name: '名册.xlsx', bytes: Buffer.alloc(21 * 1024 * 1024, 1) },
}

/** Sends one wrong file beside sensible texts. */
export async function sendWrongFile(browser: Browser, form: PageForm, name: string): Promise<FormAnswer> {
  const field = form.fields.find(({ kind }) => kind === 'file')!.name
  const fields = form.fields.filter(({ kind }) => kind !== 'file').map((one) => [one.name, sensible(one)] as const)
  const file = wrongFiles[name]
  return judge(
    form,
    name,
    await browser.upload(form.action, field, file ? [file] : [], flat(Object.fromEntries(fields))),
  )
}

/** Sends one wrong input and says what is wrong with the answer. */
export async function sendWrong(browser: Browser, form: PageForm, name: string): Promise<FormAnswer> {
  const { sends } = wrongInputs[name]!
  const fields: Fields = Object.fromEntries(form.fields.map((field) => [field.name, sends(field)]))
  const answer = form.multipart
    ? await browser.upload(form.action, 'none', [], flat(fields))
    : await browser.post(form.action, fields)
  return judge(form, name, answer)
}

function judge(form: PageForm, name: string, { status, text }: { status: number; text: string }): FormAnswer {
  if (status < 400) return { status, faults: status === 303 ? [] : [`answers ${status}`] }
  if (status >= 500) return { status, faults: [`answers ${status}`] }
  const $ = load(text)
  const said = (summary: string) =>
    $(summary)
      .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
      .get()
      .filter(Boolean)
  const shown = [said('.xa-summary li'), said('.xa-errpage > p')].find((texts) => texts.length > 0) ?? []
  const faults = [
    ...(shown.length === 0 ? ['says nothing'] : []),
    ...shown.filter((one) => generic.includes(one)).map((one) => `says only “${one}”`),
    ...shown.filter((one) => raw.test(one) || !/[\u4e00-\u9fff]/.test(one)).map((one) => `says “${one.slice(0, 80)}”`),
  ]
  // What was typed into open boxes is there again, to be corrected; rows of a table are judged as a whole.
  if (name === 'long' && status === 422) {
    const boxes = form.fields.filter((field) => field.kind === 'text' && typeof field.value === 'string').length
    const kept = text.split(longText).length - 1
    if (kept < boxes) faults.push(`${boxes - kept} of ${boxes} texts are lost`)
  }
  return { status, faults }
}

const flat = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]),
  )
