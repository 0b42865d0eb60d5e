import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import { invalid } from '../../shared/errors.js'
import type { RecognitionEffect, RecognitionObject, SourceFamily } from '../recognition-agreements/agreement.data.js'
import { rowKey, type EquivalenceRow } from './equivalence.rules.js'

export interface NewRows {
  object: RecognitionObject
  region: string
  family?: SourceFamily
  occupationId?: string
  levels?: readonly number[]
  targetLevel?: number
  effects: readonly RecognitionEffect[]
}
/** One line for each level of the paper; a body or an institution is one line. */
export async function rowsOf(
  occupations: OccupationService,
  { object, region, family, occupationId, levels = [], targetLevel, effects }: NewRows,
): Promise<EquivalenceRow[]> {
  if (object !== 'certificate') return [{ key: rowKey({ object, region }), object, region, effects }]
  const occupation = await occupations.get(occupationId ?? '')
  const { edition, lineage, name: occupationName } = occupation
  const missing = levels.filter((level) => !occupation.levels.includes(level))
  if (levels.length === 0 || missing.length > 0) throw invalid('agreements.level-not-in-standard')
  return levels.map((level) => {
    const row = {
      object,
      region,
      family: family!,
      edition,
      lineage,
      occupationName,
      level,
      targetLevel: targetLevel ?? level,
    }
    return { key: rowKey(row), ...row, effects }
  })
}
