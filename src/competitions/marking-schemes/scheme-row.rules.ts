import { rowTexts } from '../../infra/sheet-reading/row-texts.rules.js'
import type { SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import { parseHundredths } from '../../shared/fraction.js'
import { halfWidth } from '../../shared/text.js'
import type { AspectType } from './marking-scheme.model.js'
import { readBands } from './scheme-bands.rules.js'
import { schemeColumns, typeNames, type SchemeKey } from './scheme-columns.data.js'

export const schemeFaults = [
  'missing',
  'cell-error',
  'cell-as-number',
  'cell-long',
  'code-shape',
  'code-twice',
  'title-differs',
  'module-unknown',
  'type-unknown',
  'max-shape',
  'bands-shape',
  'bands-order',
  'bands-above-max',
  'bands-open',
  'benchmarks-missing',
  'sum',
  'module-empty',
  'no-lines',
] as const
export type SchemeFault = (typeof schemeFaults)[number]
export interface SchemeCellFault {
  row: number
  column?: SchemeKey
  reason: SchemeFault
  params?: Record<string, string | number>
}

/** `max` and `marks` in hundredths of a mark, `upTo` in thousandths of the unit. */
export interface NewAspect {
  code: string
  criterion: string
  criterionTitle: string
  sub: string
  subTitle: string
  module: string
  text: string
  type: AspectType
  max: number
  standard?: string
  benchmarks: string[]
  spec?: string
  unit?: string
  bands: { upTo?: number; marks: number }[]
}
export type SchemeTexts = Partial<Record<SchemeKey, string>>
export interface SchemeRead {
  aspects: NewAspect[]
  faults: SchemeCellFault[]
  typed: { row: number; texts: SchemeTexts }[]
}

const wholeSum = 10_000

/** Reads a marking scheme; every fault of a row is told at once, what concerns the whole file at row 0. */
export function readScheme(
  rows: readonly SheetRow[],
  at: Partial<Record<SchemeKey, number>>,
  modules: readonly string[],
): SchemeRead {
  const read: SchemeRead = { aspects: [], faults: [], typed: [] }
  const titles = new Map<string, string>()
  for (const { line, cells } of rows) {
    const { texts, faults: unread } = rowTexts({ cells }, schemeColumns, at)
    if (Object.keys(texts).length === 0) continue
    const faults: SchemeCellFault[] = unread.map(({ column, code, params }) => ({
      row: line,
      column,
      reason: code,
      params,
    }))
    const aspect = readAspect(
      texts,
      modules,
      (column, reason, params) =>
        void (
          unread.some((other) => other.column === column) ||
          faults.push({ row: line, column, reason, ...(params && { params }) })
        ),
    )
    if (aspect && unread.length === 0) noteTitles(aspect, titles, line, faults)
    if (aspect && read.aspects.some(({ code }) => code === aspect.code))
      faults.push({ row: line, column: 'code', reason: 'code-twice', params: { code: aspect.code } })
    if (faults.length > 0) read.typed.push({ row: line, texts })
    read.faults.push(...faults)
    if (aspect && faults.length === 0) read.aspects.push(aspect)
  }
  if (read.faults.length === 0) read.faults.push(...wholeFaults(read.aspects, modules))
  return read
}

/** One letter is one criterion, one number one sub-criterion: a second name for the same code is a slip. */
function noteTitles(
  { criterion, criterionTitle, sub, subTitle }: NewAspect,
  titles: Map<string, string>,
  row: number,
  faults: SchemeCellFault[],
): void {
  for (const [code, title, column] of [
    [criterion, criterionTitle, 'criterionTitle'],
    [sub, subTitle, 'subTitle'],
  ] as const) {
    const known = titles.get(code)
    if (known === undefined) titles.set(code, title)
    else if (known !== title) faults.push({ row, column, reason: 'title-differs', params: { code, title: known } })
  }
}

function wholeFaults(aspects: readonly NewAspect[], modules: readonly string[]): SchemeCellFault[] {
  if (aspects.length === 0) return [{ row: 0, reason: 'no-lines' }]
  const sum = aspects.reduce((total, { max }) => total + max, 0)
  const bare = modules.filter((module) => !aspects.some((aspect) => aspect.module === module))
  return [
    ...(sum === wholeSum ? [] : [{ row: 0, reason: 'sum' as const, params: { sum: (sum / 100).toFixed(2) } }]),
    ...bare.map((module): SchemeCellFault => ({ row: 0, reason: 'module-empty', params: { module } })),
  ]
}

type Say = (column: SchemeKey, reason: SchemeFault, params?: Record<string, string | number>) => void

function readAspect(texts: SchemeTexts, modules: readonly string[], say: Say): NewAspect | undefined {
  const needed = (key: SchemeKey): string => {
    if (!texts[key]) say(key, 'missing')
    return texts[key] ?? ''
  }
  const code = halfWidth(needed('code')).toUpperCase()
  const place = /^([A-Z])([1-9]\d?)\.([1-9]\d?)$/.exec(code)
  if (code && !place) say('code', 'code-shape', { text: code })
  const [criterionTitle, subTitle, text] = [needed('criterionTitle'), needed('subTitle'), needed('text')]
  const module = halfWidth(needed('module')).toUpperCase()
  if (module && !modules.includes(module))
    say('module', 'module-unknown', { text: module, modules: modules.join('、') })
  const type = readType(needed('type'), say)
  const max = readMax(needed('max'), say)
  if (!place || !type || !max) return undefined
  return {
    code,
    criterion: place[1]!,
    criterionTitle,
    sub: `${place[1]}${place[2]}`,
    subTitle,
    module,
    text,
    type,
    max,
    ...(texts.standard && { standard: texts.standard }),
    ...(texts.spec && { spec: texts.spec }),
    ...(texts.unit && { unit: texts.unit }),
    benchmarks: type === 'judgement' ? readBenchmarks(texts, say) : [],
    bands:
      type === 'measurement' ? readBands(texts.bands ?? '', max, (reason, params) => say('bands', reason, params)) : [],
  }
}

function readType(text: string, say: Say): AspectType | undefined {
  const type = (typeNames as Readonly<Record<string, AspectType>>)[text]
  if (text && !type) say('type', 'type-unknown', { text })
  return type
}

function readMax(text: string, say: Say): number | undefined {
  const max = parseHundredths(halfWidth(text))
  if (text && (!max || max > wholeSum)) return void say('max', 'max-shape', { text })
  return max
}

function readBenchmarks(texts: SchemeTexts, say: Say): string[] {
  const steps = ([0, 1, 2, 3] as const).map((step) => texts[`benchmark${step}`] ?? '')
  const bare = steps.flatMap((one, step) => (one ? [] : [String(step)]))
  if (bare.length > 0) say('benchmark0', 'benchmarks-missing', { steps: bare.join('、') })
  return steps
}
