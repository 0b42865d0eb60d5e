import type { SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import { canonicalId } from '../../shared/id-card.js'
import { normaliseName } from '../../shared/text.js'
import { resultFields, type ResultField, type Typed } from '../assessments/result-entry.rules.js'

export const resultHeaders = {
  rowId: '行标识',
  name: '姓名',
  idNumber: '证件号码',
  attendedTheoryHours: '理论出勤学时',
  attendedPracticeHours: '实操出勤学时',
  theoryScore: '理论成绩',
  practiceScore: '实操成绩',
  absent: '缺考',
} as const
type HeaderKey = keyof typeof resultHeaders
export const resultHeaderNames: readonly string[] = Object.values(resultHeaders)

export interface OnRoster {
  personId: string
  name: string
  idMasked: string
  idNumber: string
}
export const fileFaults = ['nobody', 'several', 'name-differs', 'twice'] as const
export interface FileFault {
  line: number
  reason: (typeof fileFaults)[number]
  name: string
}
export type ResultFile = { ok: false; missing: string[] } | { ok: true; typed: Map<string, Typed>; faults: FileFault[] }

const bare = (text: string): string => text.replace(/[\s*＊（）()]/g, '')

/** Reads a filled sheet: each line goes to the person whose row id or document it names, and only if the name agrees (a sorted column moves marks to others). */
export function readResultFile(
  header: readonly string[],
  rows: readonly SheetRow[],
  roster: readonly OnRoster[],
): ResultFile {
  const at = Object.fromEntries(
    (Object.entries(resultHeaders) as [HeaderKey, string][]).map(([key, name]) => [
      key,
      header.findIndex((text) => bare(text) === name),
    ]),
  ) as Record<HeaderKey, number>
  const missing =
    at.name < 0 ? [resultHeaders.name] : resultFields.every((field) => at[field] < 0) ? [resultHeaders.theoryScore] : []
  if (missing.length > 0) return { ok: false, missing }
  const typed = new Map<string, Typed>()
  const faults: FileFault[] = []
  for (const { line, cells } of rows) {
    const text = (key: HeaderKey): string => (at[key] < 0 ? '' : (cells[at[key]]?.text ?? ''))
    const name = normaliseName(text('name'))
    const owner = ownerOf({ rowId: text('rowId'), name, idNumber: text('idNumber') }, roster)
    if (typeof owner === 'string') faults.push({ line, reason: owner, name })
    else if (typed.has(owner.personId)) faults.push({ line, reason: 'twice', name })
    else typed.set(owner.personId, typedOf(text))
  }
  return { ok: true, typed, faults }
}

/** An empty cell says nothing: what is recorded stays. */
const typedOf = (text: (key: ResultField) => string): Typed =>
  Object.fromEntries(resultFields.filter((field) => text(field) !== '').map((field) => [field, text(field)]))

function ownerOf(
  { rowId, name, idNumber }: { rowId: string; name: string; idNumber: string },
  roster: readonly OnRoster[],
): OnRoster | 'nobody' | 'several' | 'name-differs' {
  const byRow = rowId && roster.find(({ personId }) => personId === rowId)
  if (byRow) return byRow.name === name ? byRow : 'name-differs'
  const number = canonicalId(idNumber)
  const found =
    number === ''
      ? roster.filter((one) => one.name === name)
      : roster.filter((one) => one.idNumber === number || (one.idMasked === number && one.name === name))
  if (found.length === 0) return 'nobody'
  if (found.length > 1) return 'several'
  return found[0]!.name === name ? found[0]! : 'name-differs'
}
