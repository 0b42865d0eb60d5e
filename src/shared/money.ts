/** Money is integer fen everywhere; yuan exist only as text on a page and as a cell of a sheet. */
import { halfWidth } from './text.js'

/** `1,234.50` */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
  const text = `${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
  return fen < 0 ? `-${text}` : text
}

/** Whole yuan without decimals when there are none: `5,000`, `1,234.50`. */
export const yuanShort = (fen: number): string => yuan(fen).replace(/\.00$/, '')

/** Reads an amount in yuan as typed (`5000`, `5,000.5`, `¥5,000.00`, `5000元`) to the fen; more than two decimals is refused. */
export function parseYuan(text: string): number | undefined {
  const clean = halfWidth(text)
    .replace(/\s+/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/元整?$/, '')
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(clean)
  if (!found) return undefined
  const fen = Number(found[1]!.replaceAll(',', '')) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? fen : undefined
}
