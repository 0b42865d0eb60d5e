import { Appeal } from '../appeals/appeal.model.js'
import { Correction } from '../corrections/correction.model.js'
import { Result, type ResultRecord } from './result.model.js'

export const resultQueries = {
  /** In the order of the published list. */
  async of(eventId: string): Promise<ResultRecord[]> {
    const rows = await Result.find({ eventId }).lean<ResultRecord[]>()
    return rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.number < b.number ? -1 : 1))
  },
  ofPerson: (personId: string): Promise<ResultRecord[]> => Result.find({ personIds: personId }).lean<ResultRecord[]>(),
  openAppeals: (eventId: string): Promise<number> => Appeal.countDocuments({ eventId, state: 'open' }),
  openCorrections: (eventId: string): Promise<number> => Correction.countDocuments({ eventId, state: 'proposed' }),
}
