import { judgementSteps, spreadVerdict, type Aspect } from './score.rules.js'

/** What one judge has entered for one contestant: the value of each aspect by its code. */
export interface JudgeMarks {
  judgeId: string
  values: ReadonlyMap<string, number>
}
export interface SheetFacts {
  aspects: readonly Aspect[]
  panel: readonly string[]
  marks: readonly JudgeMarks[]
}

export type JudgeState = 'not-started' | 'begun' | 'submitted'
export interface JudgeStanding {
  judgeId: string
  state: JudgeState
  missing: string[]
}
export type SheetState = 'waiting' | 'marking' | 'to-discuss' | 'agreed'

/** The stored sheet and marks of one contestant as the rules read them. */
export const factsOfSheet = (
  aspects: readonly Aspect[],
  {
    sheet,
    marks,
  }: {
    sheet: { panel: readonly { accountId: string }[] }
    marks: readonly { judgeId: string; values: readonly { aspect: string; value: number }[] }[]
  },
): SheetFacts => ({
  aspects,
  panel: sheet.panel.map(({ accountId }) => accountId),
  marks: marks.map(({ judgeId, values }) => ({
    judgeId,
    values: new Map(values.map(({ aspect, value }): [string, number] => [aspect, value])),
  })),
})

/** How far one judge is: submitted once every aspect has a value. */
export function judgeStanding(
  { aspects, marks }: Pick<SheetFacts, 'aspects' | 'marks'>,
  judgeId: string,
): JudgeStanding {
  const values = marks.find((one) => one.judgeId === judgeId)?.values ?? new Map<string, number>()
  const missing = aspects.filter(({ code }) => !values.has(code)).map(({ code }) => code)
  return {
    judgeId,
    missing,
    state: missing.length === 0 && aspects.length > 0 ? 'submitted' : values.size === 0 ? 'not-started' : 'begun',
  }
}

export const valuesOfAspect = ({ panel, marks }: Pick<SheetFacts, 'panel' | 'marks'>, code: string): number[] =>
  panel.flatMap((judgeId) => marks.find((one) => one.judgeId === judgeId)?.values.get(code) ?? [])

/** Nobody sees another's marks, and nothing is compared, before all of the panel have submitted. */
export const allSubmitted = (sheet: SheetFacts): boolean =>
  sheet.panel.length > 0 && sheet.panel.every((judgeId) => judgeStanding(sheet, judgeId).state === 'submitted')

/** Aspects that must be talked about: judgements more than one step apart, measurements that are not the same. */
export function toDiscuss(sheet: SheetFacts): string[] {
  if (!allSubmitted(sheet)) return []
  return sheet.aspects.filter((aspect) => !agrees(aspect, valuesOfAspect(sheet, aspect.code))).map(({ code }) => code)
}
const agrees = ({ type }: Aspect, values: readonly number[]): boolean =>
  type === 'judgement' ? spreadVerdict(values).ok : new Set(values).size <= 1

export function sheetState(sheet: SheetFacts): SheetState {
  if (sheet.marks.every(({ values }) => values.size === 0)) return 'waiting'
  if (!allSubmitted(sheet)) return 'marking'
  return toDiscuss(sheet).length > 0 ? 'to-discuss' : 'agreed'
}

/** The aspects that still keep the sheet open: missing from somebody of the panel, or to be discussed. */
export function openAspects(sheet: SheetFacts): string[] {
  const missing = new Set(sheet.panel.flatMap((judgeId) => judgeStanding(sheet, judgeId).missing))
  return missing.size > 0
    ? sheet.aspects.filter(({ code }) => missing.has(code)).map(({ code }) => code)
    : toDiscuss(sheet)
}

export const markRefusals = [
  'locked',
  'not-on-panel',
  'not-an-aspect',
  'not-a-step',
  'not-measured',
  'agreed-already',
  'reason-missing',
  'not-ranked',
] as const
export type MarkRefusal = (typeof markRefusals)[number]
export type MarkVerdict = { ok: true; again: boolean } | { ok: false; reason: MarkRefusal; aspect?: string }
export interface MarkWish {
  judgeId: string
  values: ReadonlyMap<string, number>
  reason?: string
  locked: boolean
  standing: string
}

/**
 * May this judge save these values? Free until all have submitted; then only what is to be discussed may change,
 * and only with the reason that the talk gave.
 */
export function markVerdict(sheet: SheetFacts, { judgeId, values, reason, locked, standing }: MarkWish): MarkVerdict {
  const no = (why: MarkRefusal, aspect?: string): MarkVerdict => ({ ok: false, reason: why, ...(aspect && { aspect }) })
  if (locked) return no('locked')
  if (standing !== 'present') return no('not-ranked')
  if (!sheet.panel.includes(judgeId)) return no('not-on-panel')
  for (const [code, value] of values) {
    const aspect = sheet.aspects.find((one) => one.code === code)
    if (!aspect) return no('not-an-aspect', code)
    if (aspect.type === 'judgement' && !(judgementSteps as readonly number[]).includes(value))
      return no('not-a-step', code)
    if (aspect.type === 'measurement' && !(Number.isSafeInteger(value) && value >= 0)) return no('not-measured', code)
  }
  if (!allSubmitted(sheet)) return { ok: true, again: false }
  const open = toDiscuss(sheet)
  const own = sheet.marks.find((one) => one.judgeId === judgeId)?.values
  const changed = [...values].filter(([code, value]) => own?.get(code) !== value).map(([code]) => code)
  const closed = changed.find((code) => !open.includes(code))
  if (closed !== undefined || open.length === 0) return no('agreed-already', closed)
  return reason ? { ok: true, again: true } : no('reason-missing')
}

/** The time to complete, in thousandths of a second; it bears no mark and decides only between equals. */
export const timeAspect = {
  code: 'TIME',
  type: 'measurement',
  max: 0,
  bands: [],
  unit: '秒',
} as const satisfies Aspect & { unit: string }

/** The version of a judge's own marks that a page carries: 0 before the first save. */
export const marksVersion = (marks: { version?: number } | undefined): number =>
  marks ? Number(marks.version ?? 0) + 1 : 0
