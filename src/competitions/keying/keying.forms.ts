import { parseHundredths } from '../../shared/fraction.js'
import { cleanText, halfWidth } from '../../shared/text.js'
import type { MarkedAspect } from '../marking/marking.queries.js'
import { markFault, parseMark } from '../judging/measure.rules.js'
import type { KeyedValue } from './keying.rules.js'

/** The box of a judge's aspect: the seat on the panel and the aspect's code. */
export const keyedBox = (seat: number, code: string): string => `k-${seat}-${code.replace(/[^A-Za-z0-9]/g, '-')}`
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
  const theory = parseHundredths(text('theory'))
  if (text('theory') && (theory === undefined || theory > 10_000)) errors['theory'] = 'keying.theory-format'
  panel.forEach(({ accountId }, i) => {
    for (const aspect of aspects) {
      const box = keyedBox(i + 1, aspect.code)
      if (text(box) === '') continue
      const value = parseMark(text(box), aspect)
      if (value === undefined) errors[box] = markFault(aspect)
      else values.push({ judgeId: accountId, aspect: aspect.code, value })
    }
  })
  return { ...(theory !== undefined && !errors['theory'] && { theory }), values, errors }
}
