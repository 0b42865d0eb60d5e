import type { RequestHandler } from 'express'
import { z } from 'zod'
import type { DeadLetters } from '../../infra/outbox/dead-letters.js'
import type { OutboxRecord } from '../../infra/outbox/outbox.model.js'
import { paths } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import { invalid } from '../../shared/errors.js'
import type { Translate } from '../../shared/words.js'
import { readForm, requiredText } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'

const retryForm = z.object({ id: requiredText('errors.bad-request', 300) })
const voidForm = z.object({
  id: requiredText('errors.bad-request', 300),
  reason: requiredText('errors.reasonMissing', 200),
})

/** What operators look after: work that failed for good, and the board of the queues. */
export function deadLetterRoutes(
  { deadLetters, auditSink }: { deadLetters: DeadLetters; auditSink: AuditSink },
  queueBoard: readonly RequestHandler[],
) {
  const { router, get, post, mount } = guardedRouter(auditSink)
  if (queueBoard.length > 0) mount(paths.queues(), 'queue.operate', 'QUEUES_VIEWED', queueBoard)

  get(paths.deadLetters.list(), 'dead-letter.manage', 'DEAD_LETTERS_VIEWED', async (_req, res) => {
    res.render('dead-letters/index', deadLetterPage(translate(res), await deadLetters.list()))
  })
  post(paths.deadLetters.retry(), 'dead-letter.manage', 'DEAD_LETTER_RETRIED', async (req, res) => {
    const form = readForm(retryForm, req.body, translate(res))
    if (!form.ok) throw invalid('bad-request')
    await deadLetters.retry(form.data.id)
    redirect(req, res, paths.deadLetters.list(), translate(res)('deadLetters.retried', form.data))
  })
  post(paths.deadLetters.void(), 'dead-letter.manage', 'DEAD_LETTER_VOIDED', async (req, res, actor) => {
    const form = readForm(voidForm, req.body, translate(res))
    if (!form.ok && form.errors['reason']) {
      const fault = { id: String(form.values['id'] ?? ''), error: form.errors['reason'] }
      return res
        .status(422)
        .render('dead-letters/index', deadLetterPage(translate(res), await deadLetters.list(), fault))
    }
    if (!form.ok) throw invalid('bad-request')
    await deadLetters.void(form.data.id, actor.id, form.data.reason)
    redirect(req, res, paths.deadLetters.list(), translate(res)('deadLetters.voided', { id: form.data.id }))
  })
  return router
}

interface Fault {
  id: string
  error: string
}
function deadLetterPage(t: Translate, rows: readonly OutboxRecord[], fault?: Fault) {
  return {
    layout: 'staff' as const,
    title: t('deadLetters.title'),
    lead: t('deadLetters.lead'),
    empty: { title: t('deadLetters.none'), text: t('deadLetters.noneText') },
    ...(fault && {
      problems: rows.flatMap(({ _id }, i) =>
        String(_id) === fault.id ? [{ text: fault.error, href: `#reason-${i}` }] : [],
      ),
    }),
    letters: rows.map((row, i) => ({
      id: String(row._id),
      type: row.type,
      error: row.lastError ?? '',
      attempts: row.attempts,
      at: formatInstant(row.createdAt),
      retryHref: paths.deadLetters.retry(),
      voidHref: paths.deadLetters.void(),
      field: {
        kind: 'text' as const,
        id: `reason-${i}`,
        name: 'reason',
        label: t('deadLetters.reason'),
        ...(fault?.id === String(row._id) && { error: fault.error }),
      },
    })),
  }
}
