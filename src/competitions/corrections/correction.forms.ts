import { z } from 'zod'
import { parseHundredths } from '../../shared/fraction.js'
import { choiceOf, optionalText, requiredText } from '../../web/form.js'
import type { MarkedAspect } from '../marking/marking.queries.js'
import { parseMark, parseMeasured } from '../judging/measure.rules.js'
import { standings } from '../rankings/ranking.rules.js'
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
  const known = aspects.find(({ code }) => code === aspect)
  const stored = kind === 'theory' ? parseHundredths(value) : known ? parseMark(value, known) : parseMeasured(value)
  return stored === undefined ? undefined : String(stored)
}
