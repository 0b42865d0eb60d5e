import { notFound } from '../../shared/errors.js'
import { occupationId, occupations as entries } from './occupation.data.js'
import { Occupation, type OccupationRecord } from './occupation.model.js'

export interface LineageName {
  name: string
  nameEn: string
}

/** Occupations and levels, from the reviewed data file. */
export function createOccupationService() {
  return {
    list: (): Promise<OccupationRecord[]> =>
      Occupation.find().sort({ edition: -1, code: 1 }).lean<OccupationRecord[]>(),
    /** What a new course may name: the edition in force. */
    current: (): Promise<OccupationRecord[]> =>
      Occupation.find({ edition: '2022' }).sort({ code: 1 }).lean<OccupationRecord[]>(),
    /** What each lineage is called today, in the order of the codes; for choices and for reading licences. */
    async lineages(): Promise<ReadonlyMap<string, LineageName>> {
      const current = await Occupation.find({ edition: '2022' })
        .sort({ code: 1 })
        .select('lineage name nameEn')
        .lean<(LineageName & { lineage: string })[]>()
      return new Map(current.map(({ lineage, name, nameEn }) => [lineage, { name, nameEn }]))
    },
    async get(id: string): Promise<OccupationRecord> {
      const occupation = await Occupation.findById(id).lean<OccupationRecord>()
      if (!occupation) throw notFound('occupation', id)
      return occupation
    },
    /** Loads or refreshes every entry of the data file; part of the migration. */
    async loadSeeds(): Promise<void> {
      await Occupation.bulkWrite(
        entries.map((entry) => {
          const { edition, code, name, nameEn, lineage, levels, workTypes, field, status } = entry
          return {
            updateOne: {
              filter: { _id: occupationId(entry) },
              update: {
                $set: {
                  edition,
                  code,
                  name,
                  nameEn,
                  lineage,
                  levels: [...levels],
                  workTypes: [...workTypes],
                  field,
                  status,
                },
              },
              upsert: true,
            },
          }
        }),
      )
    },
  }
}
export type OccupationService = ReturnType<typeof createOccupationService>
