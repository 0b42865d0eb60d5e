import { newId } from '../../infra/ids.js'
import type { Clock } from '../../shared/dates.js'
import { Task, type TaskRecord } from './task.model.js'

export interface NewTask {
  kind: TaskRecord['kind']
  title: string
  ownerId: string
  organisationId?: string
  total?: number
  request?: Record<string, unknown>
}
export interface TaskResult {
  resultHref?: string
  resultFile?: string
  resultName?: string
  message?: string
}

/** Background work as its owner follows it. `create` is called inside the transaction that publishes the work. */
export function createTaskService({ clock }: { clock: Clock }) {
  return {
    async create({ kind, title, ownerId, organisationId, total = 0, request = {} }: NewTask): Promise<string> {
      const id = newId()
      await Task.create([{ _id: id, kind, title, ownerId, organisationId, total, request, createdAt: clock.now() }])
      return id
    },
    /** Counts are set, not added, so that work delivered twice shows the truth. */
    async progress(id: string, counts: { done: number; failed?: number; total?: number }): Promise<void> {
      await Task.updateOne(
        { _id: id, state: { $in: ['waiting', 'running'] } },
        { $set: { ...counts, state: 'running' }, $min: { startedAt: clock.now() } },
      )
    },
    async finish(id: string, result: TaskResult = {}): Promise<void> {
      await Task.updateOne(
        { _id: id, state: { $ne: 'cancelled' } },
        { $set: { ...result, state: 'done', finishedAt: clock.now() } },
      )
    },
    async fail(id: string, message: string): Promise<void> {
      await Task.updateOne({ _id: id }, { $set: { state: 'failed', message, finishedAt: clock.now() } })
    },
    async cancel(id: string): Promise<boolean> {
      const { modifiedCount } = await Task.updateOne(
        { _id: id, state: { $in: ['waiting', 'running'] } },
        { $set: { state: 'cancelled', finishedAt: clock.now() } },
      )
      return modifiedCount === 1
    },
    find: (id: string): Promise<TaskRecord | null> => Task.findById(id).lean<TaskRecord>(),
    listFor: (ownerId: string): Promise<TaskRecord[]> =>
      Task.find({ ownerId }).sort({ createdAt: -1 }).limit(50).lean<TaskRecord[]>(),
    countRunning: (ownerId: string): Promise<number> =>
      Task.countDocuments({ ownerId, state: { $in: ['waiting', 'running'] } }),
  }
}
export type TaskService = ReturnType<typeof createTaskService>
