import { parseHundredths } from '../../shared/fraction.js'
import { halfWidth } from '../../shared/text.js'

type BandFault = 'bands-shape' | 'bands-order' | 'bands-above-max' | 'bands-open'

/** `2:1.5；4:0.8；其余:0`: up to 2 gives 1.5, up to 4 gives 0.8, everything beyond gives 0. */
export function readBands(
  text: string,
  max: number,
  say: (reason: BandFault, params?: Record<string, string>) => void,
): { upTo?: number; marks: number }[] {
  const parts = halfWidth(text)
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length === 0) return []
  const bands = parts.map((part) => {
    const [, limit = '', marks = ''] =
      /^(其余|rest|\d{1,6}(?:\.\d{1,3})?)\s*:\s*(\d{1,3}(?:\.\d{1,2})?)$/.exec(part) ?? []
    const rest = limit === '其余' || limit === 'rest'
    return {
      ...(!rest && { upTo: Math.round(Number(limit) * 1000) }),
      marks: parseHundredths(marks) ?? NaN,
      ok: limit !== '',
    }
  })
  if (bands.some(({ ok, marks }) => !ok || Number.isNaN(marks))) say('bands-shape', { text })
  else if (bands.findIndex(({ upTo }) => upTo === undefined) !== bands.length - 1) say('bands-open')
  else if (bands.some(({ upTo }, i) => i > 0 && upTo !== undefined && upTo <= bands[i - 1]!.upTo!)) say('bands-order')
  else if (Math.max(...bands.map(({ marks }) => marks)) !== max) say('bands-above-max', { max: (max / 100).toFixed(2) })
  return bands.map(({ upTo, marks }) => ({ ...(upTo !== undefined && { upTo }), marks }))
}
