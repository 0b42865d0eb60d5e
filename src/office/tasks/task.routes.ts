import { setTimeout as delay } from 'node:timers/promises'
import type { Response } from 'express'
import type { FileStore } from '../../infra/files.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { TaskRecord } from './task.model.js'
import type { TaskService } from './task.service.js'
import { isFinished, progressOf, taskListPage, taskPage } from './task.view.js'

const everyMs = 1000
const longestMs = 10 * 60_000

export function taskRoutes({
  tasks,
  files,
  clock,
  auditSink,
}: {
  tasks: TaskService
  files: FileStore
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.tasks.list(), 'task.own', 'TASKS_VIEWED', async (_req, res, actor) => {
    res.render('shared/list', taskListPage(translate(res), await tasks.listFor(actor.id)))
  })

  get(paths.tasks.show(), 'task.own', 'TASK_VIEWED', async (req, res, actor) => {
    res.render('tasks/show', taskPage(translate(res), await own(String(req.params['id']), actor), clock.now()))
  })

  get(paths.tasks.events(), 'task.own', 'TASK_FOLLOWED', async (req, res, actor) => {
    const task = await own(String(req.params['id']), actor)
    res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    res.flushHeaders()
    await follow(task, res)
  })

  get(paths.tasks.file(), 'task.own', 'TASK_FILE_DOWNLOADED', async (req, res, actor) => {
    const task = await own(String(req.params['id']), actor)
    if (!task.resultFile) throw notFound('file', task._id)
    const { bytes, contentType } = await files.get(task.resultFile)
    res
      .attachment(task.resultName ?? 'file')
      .type(contentType)
      .send(bytes)
  })

  async function own(id: string, actor: Actor): Promise<TaskRecord> {
    const task = await tasks.find(id)
    if (!task || task.ownerId !== actor.id) throw notFound('task', id)
    return task
  }

  /** Sends the progress partial once a second until the work is over or the reader goes away. */
  async function follow(first: TaskRecord, res: Response): Promise<void> {
    const until = Date.now() + longestMs
    for (let task: TaskRecord | null = first; task && !res.closed; task = await tasks.find(String(first._id))) {
      res.write(`data: ${(await progressHtml(task, res)).replace(/\s*\n\s*/g, ' ')}\n\n`)
      if (isFinished(task) || Date.now() > until) break
      await delay(everyMs)
    }
    res.end()
  }

  const progressHtml = (task: TaskRecord, res: Response): Promise<string> =>
    new Promise((done, fail) =>
      res.app.render(
        'partials/progress',
        { ...res.locals, layout: false, progress: progressOf(translate(res), task, clock.now()) },
        (error, html) => (error ? fail(error) : done(html)),
      ),
    )
  return router
}
