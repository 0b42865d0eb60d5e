import { z } from 'zod'
import { choiceOf, optionalText, requiredText } from '../../web/form.js'
import type { MarkedAspect } from '../marking/marking.queries.js'
import { parseMeasured } from '../judging/measure.rules.js'
import { standings } from '../results/ranking.rules.js'
import { correctionKinds, type CorrectionKind } from './correction.model.js'

export const correctionForm = z.object({
  code: requiredText('corrections.codeMissing', 8),
  kind: choiceOf(correctionKinds, 'corrections.kindMissing'),
  judgeId: optionalText(40),
  aspect: optionalText(12),
  value: optionalText(12),
  standing: z.enum(standings).optional().catch(undefined),
  reason: requiredText('corrections.reasonMissing', 300),
})

/** What would be stored of the typed value: a step, thousandths of a unit, hundredths of the theory, or a standing; undefined when it is none. */
export function storedValue(
  kind: CorrectionKind,
  { value = '', standing, aspect }: { value?: string; standing?: string; aspect?: string },
  aspects: readonly MarkedAspect[],
): string | undefined {
  if (kind === 'standing') return standing
  if (kind === 'theory') {
    const parts = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(value)
    return parts ? String(Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))) : undefined
  }
  const known = aspects.find(({ code }) => code === aspect)
  const step = known && (known.type === 'judgement' || (known.bands?.length === 0 && known.code !== 'TIME'))
  const stored = step ? (/^[0-3]$/.test(value) ? Number(value) : undefined) : parseMeasured(value, known?.unit)
  return stored === undefined ? undefined : String(stored)
}
