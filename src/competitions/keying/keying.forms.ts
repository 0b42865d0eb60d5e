import { cleanText, halfWidth } from '../../shared/text.js'
import type { MarkedAspect } from '../marking/marking.queries.js'
import { parseMeasured } from '../judging/measure.rules.js'
import type { KeyedValue } from './keying.rules.js'

/** The box of a judge's aspect: the seat on the panel and the aspect's code. */
export const keyedBox = (seat: number, code: string): string => `k-${seat}-${code.replace(/[^A-Za-z0-9]/g, '-')}`
/** Whether a value is typed as a whole step: a judgement, or met and not met. */
export const isStep = ({ type, bands, code }: MarkedAspect): boolean =>
  type === 'judgement' || (bands?.length === 0 && code !== 'TIME')

/** What a keyer typed; errors are word keys by box. */
export function readKeyed(
  aspects: readonly MarkedAspect[],
  panel: readonly { accountId: string }[],
  body: unknown,
): { theory?: number; values: KeyedValue[]; errors: Record<string, string> } {
  const fields = (body ?? {}) as Record<string, unknown>
  const text = (name: string): string => (typeof fields[name] === 'string' ? halfWidth(cleanText(fields[name])) : '')
  const errors: Record<string, string> = {}
  const values: KeyedValue[] = []
  const typedTheory = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text('theory'))
  const theory = typedTheory ? Number(typedTheory[1]) * 100 + Number((typedTheory[2] ?? '').padEnd(2, '0')) : undefined
  if (text('theory') && (theory === undefined || theory > 10_000)) errors['theory'] = 'keying.theory-format'
  panel.forEach(({ accountId }, i) => {
    for (const aspect of aspects) {
      const box = keyedBox(i + 1, aspect.code)
      if (text(box) === '') continue
      const value = isStep(aspect)
        ? /^[0-3]$/.test(text(box))
          ? Number(text(box))
          : undefined
        : parseMeasured(text(box), aspect.unit)
      if (value === undefined) errors[box] = aspect.type === 'judgement' ? 'marking.not-a-step' : 'marking.not-measured'
      else values.push({ judgeId: accountId, aspect: aspect.code, value })
    }
  })
  return { ...(theory !== undefined && !errors['theory'] && { theory }), values, errors }
}
