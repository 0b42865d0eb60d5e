import { paths } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Action, Tag, TagKind } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Progress } from '../../web/story-models.js'
import type { List } from '../../web/table-models.js'
import type { TaskRecord } from './task.model.js'

const kinds: Record<TaskRecord['state'], TagKind> = {
  waiting: 'wait',
  running: 'run',
  done: 'good',
  failed: 'back',
  cancelled: 'neutral',
}
export const isFinished = ({ state }: Pick<TaskRecord, 'state'>): boolean => state !== 'waiting' && state !== 'running'
const tagOf = (t: Translate, { state }: TaskRecord): Tag => ({ kind: kinds[state], text: t(`tasks.${state}`) })

/** What the progress partial and the event stream both show. */
export function progressOf(t: Translate, task: TaskRecord, now: Date): Progress {
  const worked = task.done + task.failed
  const percent = task.total > 0 ? Math.floor((worked / task.total) * 100) : isFinished(task) ? 100 : 0
  const seconds =
    task.startedAt && worked > 0
      ? Math.ceil(((now.getTime() - task.startedAt.getTime()) / 1000 / worked) * (task.total - worked))
      : undefined
  return {
    done: worked,
    total: Math.max(task.total, 1),
    finished: isFinished(task),
    text: t('tasks.count', { done: worked, total: task.total }),
    percentText:
      seconds !== undefined && !isFinished(task)
        ? t('tasks.left', { percent, seconds })
        : t('tasks.percent', { percent }),
    eventsHref: paths.tasks.events(String(task._id)),
  }
}

function actionsOf(t: Translate, task: TaskRecord): Action[] {
  const id = String(task._id)
  if (!isFinished(task))
    return [{ text: t('tasks.refresh'), href: paths.tasks.show(id), style: 'outline', icon: 'arrow-repeat' }]
  return [
    ...(task.resultFile
      ? [{ text: t('tasks.download'), href: paths.tasks.file(id), style: 'primary' as const, icon: 'download' }]
      : []),
    ...(task.resultHref
      ? [
          {
            text: t('tasks.result'),
            href: task.resultHref,
            style: task.resultFile ? ('outline' as const) : ('primary' as const),
          },
        ]
      : []),
  ]
}

export function taskPage(t: Translate, task: TaskRecord, now: Date): Page & Record<string, unknown> {
  return {
    layout: 'staff',
    title: task.title,
    meta: t(`tasks.kind-${task.kind}`),
    tag: tagOf(t, task),
    crumbs: [
      { text: t('tasks.tasks'), href: paths.tasks.list() },
      { text: task.title, href: '' },
    ],
    progress: progressOf(t, task, now),
    finished: isFinished(task),
    message: task.message ?? '',
    acts: actionsOf(t, task),
    note: isFinished(task) ? (task.resultFile ? t('tasks.kept') : '') : t('tasks.mayClose'),
    failedText: task.failed > 0 ? t('tasks.failedCount', { count: task.failed }) : '',
    refreshSeconds: isFinished(task) ? 0 : 3,
  }
}

export function taskListPage(t: Translate, tasks: readonly TaskRecord[]): Page & { list: List } {
  const columns = [
    { label: t('tasks.what') },
    { label: t('tasks.progress'), n: true },
    { label: t('tasks.started') },
    { label: t('tasks.state') },
  ]
  const rows = tasks.map((task) => ({
    cells: [
      { text: task.title, href: paths.tasks.show(String(task._id)), sub: t(`tasks.kind-${task.kind}`) },
      { text: task.total > 0 ? t('tasks.count', { done: task.done + task.failed, total: task.total }) : '', n: true },
      { text: formatInstant(task.createdAt), num: true },
      { tag: tagOf(t, task) },
    ],
  }))
  return {
    layout: 'staff',
    title: t('tasks.tasks'),
    list:
      rows.length > 0
        ? { table: { caption: t('tasks.tasks'), columns, rows } }
        : { empty: { title: t('tasks.none'), text: t('tasks.noneText') } },
  }
}
