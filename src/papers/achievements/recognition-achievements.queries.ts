import { levelPrinted, type Level } from '../../shared/levels.js'
import { Recognition, type RecognitionRecord } from '../recognitions/recognition.model.js'
import { voidOf, type Achievement, type Standing } from './achievement.rules.js'

const standings: Readonly<Partial<Record<RecognitionRecord['state'], Standing>>> = {
  'in-force': { standing: 'holds' },
  flagged: voidOf('paper-suspended'),
  revoked: voidOf('source-revoked'),
}

/** Papers of the neighbours that were recognised here: they hold as long as their source does, and are never papers of ours. */
export async function recognitionAchievements(personIds: readonly string[]): Promise<Achievement[]> {
  const rows = await Recognition.find({
    personId: { $in: [...personIds] },
    state: { $in: ['in-force', 'flagged', 'revoked'] },
  }).lean<RecognitionRecord[]>()
  return rows.map(({ _id, personId, source, region, state, inForceOn, effects, equivalence }) => {
    const level = equivalence?.row?.targetLevel ?? source.level
    return {
      key: `recognition:${String(_id)}`,
      personId,
      kind: 'recognition',
      title: `${source.occupationName} ${levelPrinted(level as Level, 'zh-CN')}`,
      source: source.issuer,
      on: inForceOn!,
      grade: 'verified',
      level,
      lineage: source.lineage,
      occupation: source.occupationName,
      region,
      credited: effects.includes('credits'),
      counted: effects.includes('talent-statistics'),
      number: source.number,
      recordId: String(_id),
      ...standings[state]!,
    }
  })
}
