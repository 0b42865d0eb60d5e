import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import { notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { MistakeReport, type MistakeRecord } from './mistake-report.model.js'

export interface Mistake {
  page?: string
  text: string
  contact?: string
}
export type MistakeView = 'open' | 'closed'

/** 网站找错: anybody tells what is wrong on a page, an administrator says what became of it. */
export function createMistakeService({
  clock,
  notifications,
}: Pick<Infra, 'clock'> & { notifications: NotificationService }) {
  const service = {
    async send(mistake: Mistake): Promise<string> {
      const id = newId()
      await transact(async () => {
        await MistakeReport.create([{ _id: id, ...mistake, sentAt: clock.now(), timeline: [] }])
        await notifications.tell({
          audience: { role: 'administrator' },
          key: 'mistakes.told',
          params: { page: mistake.page ?? '' },
          href: paths.mistakes.show(id),
        })
      })
      return id
    },
    async get(id: string): Promise<MistakeRecord> {
      const report = await MistakeReport.findById(id).lean<MistakeRecord>()
      if (!report) throw notFound('mistake-report', id)
      return report
    },
    count: (state: MistakeView): Promise<number> => MistakeReport.countDocuments({ state }),
    list: (state: MistakeView, skip: number, limit: number): Promise<MistakeRecord[]> =>
      MistakeReport.find({ state })
        .sort({ sentAt: state === 'open' ? 1 : -1, _id: 1 })
        .skip(skip)
        .limit(limit)
        .lean<MistakeRecord[]>(),

    async close(id: string, outcome: string, actor: Actor): Promise<void> {
      const step = { act: 'closed', at: clock.now(), byId: actor.id, byName: actor.name, note: outcome }
      await transact(async () => {
        const { modifiedCount } = await MistakeReport.updateOne(
          { _id: id, state: 'open' },
          {
            $set: { state: 'closed', outcome },
            $unset: { contact: 1 },
            $push: { timeline: step },
            $inc: { version: 1 },
          },
        )
        if (modifiedCount === 0) throw refused('mistakes.already-closed')
        noteAct('mistake-report', id, { state: 'closed' })
      })
    },
  }
  return service
}
export type MistakeService = ReturnType<typeof createMistakeService>
