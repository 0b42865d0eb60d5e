import type { Aspect } from '../marking/score.rules.js'
import { timeAspect } from '../marking/sheet.rules.js'

/** Seconds may also be typed as minutes and seconds, 8:42. */
const isSeconds = (unit: string | undefined): boolean => unit !== undefined && /^(秒|s|sec|seconds?)$/i.test(unit)

/** Reads a measured value into thousandths of its unit; undefined when it is no such value. */
export function parseMeasured(text: string, unit?: string): number | undefined {
  const clock = /^(\d{1,3})[:：]([0-5]\d)(?:\.(\d{1,3}))?$/.exec(text)
  if (clock && isSeconds(unit))
    return (Number(clock[1]) * 60 + Number(clock[2])) * 1000 + Number((clock[3] ?? '').padEnd(3, '0'))
  const plain = /^(\d{1,6})(?:\.(\d{1,3}))?$/.exec(text)
  return plain ? Number(plain[1]) * 1000 + Number((plain[2] ?? '').padEnd(3, '0')) : undefined
}

/** As typed and shown: 522 → `8:42` of seconds, 12500 → `12.5`. */
export function measuredText(value: number, unit?: string): string {
  const rest = String(value % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  const whole = Math.floor(value / 1000)
  const head =
    isSeconds(unit) && whole >= 60 ? `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}` : String(whole)
  return rest ? `${head}.${rest}` : head
}

type Typed = Pick<Aspect, 'type' | 'bands' | 'code'> & { unit?: string }
/** Whether an aspect is marked by a whole step: a judgement, or met (1) and not met (0). */
export const isStep = ({ type, bands, code }: Typed): boolean =>
  type === 'judgement' || (bands?.length === 0 && code !== timeAspect.code)

/** What is stored of a typed mark: a step as it is, a measured value in thousandths of its unit; undefined when it is neither. */
export function parseMark(text: string, aspect: Typed): number | undefined {
  if (!isStep(aspect)) return parseMeasured(text, aspect.unit)
  const most = aspect.type === 'judgement' ? 3 : 1
  return /^[0-3]$/.test(text) && Number(text) <= most ? Number(text) : undefined
}

/** The word key that says what to type instead. */
export const markFault = (aspect: Typed): string =>
  aspect.type === 'judgement' ? 'marking.not-a-step' : isStep(aspect) ? 'marking.not-met' : 'marking.not-measured'
