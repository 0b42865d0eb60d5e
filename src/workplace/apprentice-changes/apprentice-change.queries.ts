import { Apprenticeship } from '../apprenticeships/apprenticeship.model.js'
import type { ClassChoice } from './apprentice-change.view.js'

/** Classes in training of the same enterprise, occupation and level, to which an apprentice may change. */
export async function classesFor({
  apprenticeshipId,
  enterpriseId,
  level,
}: {
  apprenticeshipId: string
  enterpriseId: string
  level: number
}): Promise<ClassChoice[]> {
  const own = await Apprenticeship.findById(apprenticeshipId).select('lineage').lean<{ lineage: string }>()
  const rows = await Apprenticeship.find({
    _id: { $ne: apprenticeshipId },
    enterpriseId,
    level,
    lineage: own?.lineage ?? '',
    state: { $in: ['running', 'mid-checked'] },
  })
    .select('title number')
    .sort({ startsOn: -1 })
    .limit(50)
    .lean<{ _id: string; title: string; number: string }[]>()
  return rows.map(({ _id, title, number }) => ({ id: _id, title: `${title} ${number}` }))
}
