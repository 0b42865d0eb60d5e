import { paths } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import type { MessageRecord } from './notification.model.js'
import type { NotificationService } from './notification.service.js'

export function notificationRoutes({
  notifications,
  auditSink,
}: {
  notifications: NotificationService
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.messages.list(), 'task.own', 'MESSAGES_VIEWED', async (_req, res, actor) => {
    res.render('shared/list', messagesPage(translate(res), await notifications.listFor(actor.id)))
  })
  post(paths.messages.read(), 'task.own', 'MESSAGES_READ', async (req, res, actor) => {
    await notifications.markRead(actor.id)
    redirect(req, res, paths.messages.list(), translate(res)('notifications.markedRead'))
  })
  return router
}

function messagesPage(t: Translate, messages: readonly MessageRecord[]): Page & { list: List } {
  const unread = messages.filter(({ readAt }) => !readAt).length
  const columns = [t('notifications.what'), t('notifications.when'), t('notifications.state')].map((label) => ({
    label,
  }))
  const rows = messages.map((message) => ({
    cells: [
      { text: t(message.key, (message.params ?? {}) as Record<string, string>), href: message.href },
      { text: formatInstant(message.createdAt), num: true },
      {
        tag: message.readAt
          ? { kind: 'neutral' as const, text: t('notifications.read') }
          : { kind: 'wait' as const, text: t('notifications.new') },
      },
    ],
  }))
  return {
    layout: 'staff',
    title: t('notifications.title'),
    meta: t('notifications.unread', { count: unread }),
    ...(unread > 0 && {
      actions: [
        { text: t('notifications.markRead'), href: paths.messages.read(), post: true, style: 'outline' as const },
      ],
    }),
    list:
      rows.length > 0
        ? { table: { caption: t('notifications.title'), columns, rows } }
        : { empty: { title: t('notifications.none'), text: t('notifications.noneText') } },
  }
}
