import type { Level } from '../../shared/levels.js'
import { Certificate } from './certificate.model.js'

/** The highest level of a lineage that each of these people holds by a certificate in force. */
export async function heldLevelsOf(personIds: readonly string[], lineage: string): Promise<Map<string, Level>> {
  const rows = await Certificate.aggregate<{ _id: string; level: Level }>([
    { $match: { personId: { $in: [...personIds] }, lineage, family: 'level', state: 'issued', level: { $ne: null } } },
    { $group: { _id: '$personId', level: { $max: '$level' } } },
  ])
  return new Map(rows.map(({ _id, level }) => [_id, level]))
}
