import { WorkplaceLog, type LogRecord } from './log.model.js'

export type LogRow = LogRecord & { _id: string; version: number }
/** Logs of one apprentice in figures; `lastOn` is the last day that has one. */
export interface LogTally {
  signed: number
  waiting: number
  returned: number
  lastOn?: string
}

export const logQueries = {
  /** What the mentor has to sign, oldest first. */
  waitingFor: (mentorId: string, limit = 200): Promise<LogRow[]> =>
    WorkplaceLog.find({ mentorId, state: 'waiting', writer: 'apprentice' })
      .sort({ on: 1, personName: 1 })
      .limit(limit)
      .lean<LogRow[]>(),
  countWaitingFor: (mentorId: string): Promise<number> =>
    WorkplaceLog.countDocuments({ mentorId, state: 'waiting', writer: 'apprentice' }),
  /** Entries of the mentor that an apprentice gave back. */
  returnedTo: (mentorId: string): Promise<LogRow[]> =>
    WorkplaceLog.find({ mentorId, state: 'returned', writer: 'mentor' }).sort({ on: 1 }).limit(50).lean<LogRow[]>(),
  find: (id: string): Promise<LogRow | null> => WorkplaceLog.findById(id).lean<LogRow>(),
  count: (apprenticeId: string): Promise<number> => WorkplaceLog.countDocuments({ apprenticeId }),
  page: (apprenticeId: string, skip: number, limit: number): Promise<LogRow[]> =>
    WorkplaceLog.find({ apprenticeId }).sort({ on: -1 }).skip(skip).limit(limit).lean<LogRow[]>(),

  async tallies(apprenticeIds: readonly string[]): Promise<Map<string, LogTally>> {
    const rows = await WorkplaceLog.aggregate<{
      _id: { apprenticeId: string; state: 'signed' | 'waiting' | 'returned' }
      count: number
      lastOn: string
    }>([
      { $match: { apprenticeId: { $in: [...apprenticeIds] } } },
      {
        $group: {
          _id: { apprenticeId: '$apprenticeId', state: '$state' },
          count: { $sum: 1 },
          lastOn: { $max: '$on' },
        },
      },
    ])
    const tallies = new Map<string, LogTally>(apprenticeIds.map((id) => [id, { signed: 0, waiting: 0, returned: 0 }]))
    for (const { _id, count, lastOn } of rows) {
      const tally = tallies.get(_id.apprenticeId)!
      tally[_id.state] = count
      if (!tally.lastOn || tally.lastOn < lastOn) tally.lastOn = lastOn
    }
    return tallies
  },
}
