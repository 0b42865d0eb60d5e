import { parseYuan } from '../../shared/money.js'
import { kindOf, type PolicyKey } from './policy.data.js'

/** Reads what was typed as the value of a figure; undefined when it cannot be one. */
export function policyValue(key: PolicyKey, text: string): number | boolean | string | undefined {
  const kind = kindOf(key)
  if (kind.kind === 'flag') return text === 'yes' ? true : text === 'no' ? false : undefined
  if (kind.kind === 'text') return kind.shape.test(text) ? text : undefined
  if (kind.kind === 'choice') return kind.options.includes(text) ? text : undefined
  if (kind.kind === 'money') {
    const fen = parseYuan(text)
    return fen !== undefined && fen >= kind.min && fen <= kind.max ? fen : undefined
  }
  if (!/^\d{1,5}$/.test(text)) return undefined
  const value = Number(text)
  return value >= kind.min && value <= kind.max ? value : undefined
}

export type PolicyState = 'in-force' | 'coming' | 'replaced'

/** Of the rows of one key, newest first: the first that has begun is in force. */
export function policyStates(rows: readonly { from: string }[], today: string): PolicyState[] {
  const current = rows.findIndex(({ from }) => from <= today)
  return rows.map((_, i) => (current === -1 || i < current ? 'coming' : i === current ? 'in-force' : 'replaced'))
}
