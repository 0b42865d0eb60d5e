import { BatchRow, type BatchRowRecord } from './batch.model.js'

/** Lines of a batch; the scope is that of `recognitionBatches.getFor`. */
export const batchQueries = {
  rows: (batchId: string, states: readonly BatchRowRecord['state'][], limit: number): Promise<BatchRowRecord[]> =>
    BatchRow.find({ batchId, state: { $in: [...states] } })
      .sort({ line: 1 })
      .limit(limit)
      .lean<BatchRowRecord[]>(),
  count: (batchId: string, state: BatchRowRecord['state']): Promise<number> =>
    BatchRow.countDocuments({ batchId, state }),
}
