import { Enrolment } from '../enrolments/enrolment.model.js'
import type { RosterOutcome } from '../roster-files/roster-change.rules.js'
import { RosterImport, RosterRow, type RosterImportRecord, type RosterRowRecord } from './roster-import.model.js'

/** Reads of imports and their lines; the scope is that of `rosterImports.getFor` or of the run. */
export const importQueries = {
  async ofRun(courseRunId: string, limit: number) {
    const rows = await RosterImport.find({ courseRunId })
      .sort({ createdAt: -1 })
      .limit(limit)
      .lean<RosterImportRecord[]>()
    return rows.map(({ _id, fileName, createdAt, counts, state }) => ({
      id: String(_id),
      fileName,
      at: createdAt,
      state,
      counts: { new: counts?.new ?? 0, update: counts?.update ?? 0, fault: counts?.fault ?? 0 },
    }))
  },
  /** Lines of one of the four counts, as the file numbers them. */
  lines: (importId: string, outcome: RosterOutcome, skip: number, limit: number): Promise<RosterRowRecord[]> =>
    RosterRow.find({ importId, outcome }).sort({ line: 1 }).skip(skip).limit(limit).lean<RosterRowRecord[]>(),
  countLines: (importId: string, outcome: RosterOutcome): Promise<number> =>
    RosterRow.countDocuments({ importId, outcome }),
  warned: (importId: string, limit: number): Promise<RosterRowRecord[]> =>
    RosterRow.find({ importId, outcome: { $ne: 'fault' }, 'warnings.0': { $exists: true } })
      .sort({ line: 1 })
      .limit(limit)
      .lean<RosterRowRecord[]>(),
  faultsOf: (importId: string): Promise<RosterRowRecord[]> =>
    RosterRow.find({ importId, outcome: 'fault' }).sort({ line: 1 }).lean<RosterRowRecord[]>(),
  /** Those whom a withdrawal would take off the roster. */
  enrolledBy: (importId: string): Promise<number> => Enrolment.countDocuments({ importId, state: 'enrolled' }),
}
