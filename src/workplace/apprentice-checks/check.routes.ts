import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { parseDay, type Clock } from '../../shared/dates.js'
import { isAppError } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { ApprenticeRow } from '../apprentices/apprentice.queries.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { teachingQueries } from '../central-teaching/teaching.queries.js'
import { markedIn } from './check.queries.js'
import type { CheckKind } from './check.rules.js'
import type { CheckLine, CheckService } from './check.service.js'
import { checkPage, type CheckDraft } from './check.view.js'
import { markFields, readMarks, type MarkFault, type MarkField, type TypedMarks } from './mark-entry.rules.js'

interface Needs {
  apprenticeChecks: CheckService
  apprentices: ApprenticeService
  clock: Clock
  auditSink: AuditSink
}
const addresses: Record<CheckKind, (id?: string) => string> = {
  'mid-term': paths.apprentices.midTerm,
  assessment: paths.apprentices.assessment,
}

/** Mid-term check and assessment: two pages of one make. */
export function apprenticeCheckRoutes({ apprenticeChecks, apprentices, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  declare('mid-term', 'MID_TERM_CHECK')
  declare('assessment', 'APPRENTICE_ASSESSMENT')
  return router

  function declare(kind: CheckKind, event: string) {
    get(addresses[kind](), 'apprentice.check', `${event}_VIEWED`, async (req, res, actor) =>
      render(req, res, actor, kind),
    )
    post(addresses[kind](), 'apprentice.assess', `${event}_SAVED`, async (req, res, actor) =>
      save(req, res, actor, kind),
    )
  }

  async function render(req: Request, res: Response, actor: Actor, kind: CheckKind, draft?: CheckDraft, status = 200) {
    const one = await apprentices.classFor(String(req.params['id']), actor)
    const id = String(one._id)
    res.status(status).render(
      'results/grid',
      checkPage(translate(res), {
        one,
        kind,
        rows: await markedIn(id),
        hours: await teachingQueries.attendedHours(id),
        obstacle: apprenticeChecks.obstacle(kind, one, actor),
        actor,
        today: clock.today(),
        ...(draft && { draft }),
      }),
    )
  }

  async function save(req: Request, res: Response, actor: Actor, kind: CheckKind) {
    const t = translate(res)
    const id = String((await apprentices.classFor(String(req.params['id']), actor))._id)
    const body = (req.body ?? {}) as Record<string, unknown>
    const { lines, typed, faults } = linesOf(body, await markedIn(id))
    const on = parseDay(String(body['on'] ?? ''))
    const draft: CheckDraft = {
      typed,
      faults,
      on: String(body['on'] ?? ''),
      ...(!on && { onError: t('apprenticeChecks.onMissing') }),
    }
    if (!on || faults.size > 0) return render(req, res, actor, kind, draft, 422)
    try {
      const count = await apprenticeChecks.save(id, kind, on, lines, actor)
      redirect(
        req,
        res,
        addresses[kind](id),
        count > 0 ? t('apprenticeChecks.saved', { count }) : t('apprenticeChecks.savedNothing'),
      )
    } catch (error) {
      if (!isAppError(error) || (error.kind !== 'refused' && error.code !== 'apprenticeChecks.changed-meanwhile'))
        throw error
      await render(
        req,
        res,
        actor,
        kind,
        { ...draft, refusal: sentence(res, error) },
        error.kind === 'conflict' ? 409 : 422,
      )
    }
  }
}

/** What was typed for each of the class; a line of another class is nobody's. */
function linesOf(body: Record<string, unknown>, rows: readonly ApprenticeRow[]) {
  const lines: CheckLine[] = []
  const typed = new Map<string, TypedMarks>()
  const faults = new Map<string, Partial<Record<MarkField, MarkFault>>>()
  for (const { _id } of rows) {
    const texts: TypedMarks = Object.fromEntries(
      markFields.map((field) => [
        field,
        typeof body[`${field}.${_id}`] === 'string' ? (body[`${field}.${_id}`] as string).slice(0, 20) : '',
      ]),
    )
    typed.set(_id, texts)
    const read = readMarks(texts)
    if (read.kind === 'faults') faults.set(_id, read.faults)
    if (read.kind === 'marks')
      lines.push({ apprenticeId: _id, version: Number(body[`version.${_id}`]), marks: read.marks })
  }
  return { lines, typed, faults }
}
