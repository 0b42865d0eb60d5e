import {
  SourceEntry,
  SourceKey,
  SourceLine,
  SourceRegister,
  sourceEntryId,
  type SourceEntryRecord,
  type SourceKeyRecord,
  type SourceLineRecord,
  type SourceRegisterRecord,
} from './source-register.model.js'

/** Reads of keys, registers and what they say; only officers of recognition come here. */
export const sourceRegisterQueries = {
  keys: (): Promise<SourceKeyRecord[]> => SourceKey.find().sort({ region: 1, createdAt: -1 }).lean<SourceKeyRecord[]>(),
  activeKeys: (): Promise<SourceKeyRecord[]> =>
    SourceKey.find({ state: 'active' }).sort({ region: 1, sender: 1 }).lean<SourceKeyRecord[]>(),
  list: (skip: number, limit: number): Promise<SourceRegisterRecord[]> =>
    SourceRegister.find({ state: { $ne: 'discarded' } })
      .select('-faults')
      .sort({ createdAt: -1 })
      .skip(skip)
      .limit(limit)
      .lean<SourceRegisterRecord[]>(),
  count: (): Promise<number> => SourceRegister.countDocuments({ state: { $ne: 'discarded' } }),
  find: (id: string): Promise<SourceRegisterRecord | null> => SourceRegister.findById(id).lean<SourceRegisterRecord>(),
  entry: (region: string, number: string): Promise<SourceEntryRecord | null> =>
    SourceEntry.findById(sourceEntryId(region, number)).lean<SourceEntryRecord>(),
  /** The numbers of one part of a written register, as a job names it. */
  numbersOf: async (registerId: string, first: number, last: number): Promise<string[]> =>
    (
      await SourceLine.find({ registerId, line: { $gte: first, $lte: last } })
        .select('number')
        .lean<Pick<SourceLineRecord, 'number'>[]>()
    ).map(({ number }) => number),
}
