import type { Day } from '../../shared/dates.js'
import type { Level } from '../../shared/levels.js'
import { Certificate } from '../certificates/certificate.model.js'
import { Recognition, type RecognitionRecord } from '../recognitions/recognition.model.js'

/**
 * The highest level of a lineage that each of these people holds on a day: by a certificate in force, or by a paper of
 * the neighbours that is recognised with the effect on the next level.
 */
export async function heldLevelsOf(
  personIds: readonly string[],
  lineage: string,
  day: Day,
): Promise<Map<string, Level>> {
  const own = { personId: { $in: [...personIds] } }
  const certificates = await Certificate.aggregate<{ _id: string; level: Level }>([
    { $match: { ...own, lineage, family: 'level', state: 'issued', level: { $ne: null } } },
    { $group: { _id: '$personId', level: { $max: '$level' } } },
  ])
  const recognised = await Recognition.find({
    ...own,
    'source.lineage': lineage,
    'source.family': { $in: ['level-certificate', 'qualification'] },
    state: 'in-force',
    effects: 'next-level',
    $or: [{ 'source.expiresOn': null }, { 'source.expiresOn': { $gte: day } }],
  })
    .select('personId source.level equivalence.row.targetLevel')
    .lean<Pick<RecognitionRecord, 'personId' | 'source' | 'equivalence'>[]>()
  const held = new Map(certificates.map(({ _id, level }) => [_id, level]))
  for (const { personId, source, equivalence } of recognised) {
    const level = (equivalence?.row?.targetLevel ?? source.level) as Level
    if (level > (held.get(personId) ?? 0)) held.set(personId, level)
  }
  return held
}
