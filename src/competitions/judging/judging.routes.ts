import { isCorrectable } from '../events/event.rules.js'
import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, isAppError } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import {
  dutyOf,
  judgedEvent,
  sheetFor,
  sheetsWithMarks,
  type JudgedEvent,
  type SheetWithMarks,
} from '../marking/marking.queries.js'
import type { MarkingService } from '../marking/marking.service.js'
import { marksVersion } from '../marking/sheet.rules.js'
import { boxId, marksForm, readMarks, standingForm } from './judging.forms.js'
import { eventPage } from './judging.view.js'
import { renderMarkSheets } from './mark-sheet.pdf.js'
import { sheetPage } from './sheet.view.js'

interface Needs {
  marking: MarkingService
  clock: Clock
  auditSink: AuditSink
}

/** What a judge does on a tablet: the contestants, one page each, save and next. */
export function judgingRoutes({ marking, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.judging.event(), 'competition.mark', 'JUDGING_VIEWED', async (req, res, actor) => {
    const { event, sheets, chief } = await seen(req, actor)
    const actions =
      sheets.length > 0
        ? [
            {
              text: translate(res)('marking.print'),
              href: paths.judging.print(event.id),
              icon: 'printer',
              style: 'outline' as const,
            },
          ]
        : []
    const lock =
      chief && event.state === 'marking'
        ? [{ text: translate(res)('marking.toLock'), href: paths.judging.lock(event.id), style: 'primary' as const }]
        : []
    const correct =
      chief && isCorrectable(event.state)
        ? [
            {
              text: translate(res)('corrections.title'),
              href: paths.results.correct(event.id),
              style: 'outline' as const,
            },
          ]
        : []
    res.render('shared/list', {
      ...eventPage(translate(res), event, sheets, {
        ...(!chief && { judgeId: actor.id }),
        actions: [...lock, ...correct, ...actions],
      }),
    })
  })

  get(paths.judging.print(), 'competition.mark', 'MARK_SHEETS_PRINTED', async (req, res, actor) => {
    const { event, sheets } = await seen(req, actor)
    const bytes = renderMarkSheets({ event, codes: sheets.map(({ sheet }) => sheet.code), printedAt: clock.now() })
    res.type('application/pdf').set('content-disposition', 'inline; filename="mark-sheets.pdf"').send(bytes)
  })

  get(paths.judging.sheet(), 'competition.mark', 'MARK_SHEET_VIEWED', (req, res, actor) => show(req, res, actor))

  post(paths.judging.sheet(), 'competition.mark', 'MARKS_SAVED', async (req, res, actor) => {
    const t = translate(res)
    const [eventId, code] = idsOf(req)
    const event = await judgedEvent(eventId)
    await sheetFor(eventId, code, actor.id)
    const { values, errors } = readMarks(event.aspects, req.body)
    const form = readForm(marksForm, req.body, t)
    const faults: Errors = {
      ...Object.fromEntries(Object.entries(errors).map(([box, key]) => [box, t(key)])),
      ...(!form.ok && form.errors),
    }
    if (!form.ok || Object.keys(faults).length > 0) return show(req, res, actor, faults)
    const { reason, version } = form.data
    try {
      await marking.save(
        eventId,
        code,
        { values, ...(reason && { reason }), ...(version !== undefined && { version }) },
        actor,
      )
    } catch (error) {
      if (!isAppError(error, 'refused')) throw error
      const aspect = error.details['aspect']
      return show(req, res, actor, {
        [error.code === 'marking.reason-missing' ? 'reason' : typeof aspect === 'string' ? boxId(aspect) : '_']:
          sentence(res, error),
      })
    }
    const { sheets } = await seen(req, actor)
    const { next } = neighbours(sheets, code)
    // After a discussion only what differed is sent again; the rest is on the sheet.
    const own = sheets.find(({ sheet }) => sheet.code === code)?.marks.find(({ judgeId }) => judgeId === actor.id)
    const left = event.aspects.length - (own?.values.length ?? 0)
    const told = left > 0 ? t('marking.savedNotice', { code, count: left }) : t('marking.submittedNotice', { code })
    redirect(req, res, paths.judging.sheet(eventId, next ?? code), told)
  })

  post(paths.judging.standing(), 'competition.mark', 'STANDING_RECORDED', async (req, res, actor) => {
    const t = translate(res)
    const [eventId, code] = idsOf(req)
    const form = readForm(standingForm, req.body, t)
    if (!form.ok) return show(req, res, actor, form.errors)
    await marking.setStanding(eventId, code, form.data.standing, form.data.reason, actor)
    redirect(
      req,
      res,
      paths.judging.event(eventId),
      t('marking.standingDone', { code, standing: t(`marking.standing-${form.data.standing}`) }),
    )
  })
  return router

  async function show(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const [eventId, code] = idsOf(req)
    const { event, sheets, chief } = await seen(req, actor)
    const one = await sheetFor(eventId, code, actor.id)
    const own = one.marks.find(({ judgeId }) => judgeId === actor.id) as { version?: number } | undefined
    if (Object.keys(errors).length > 0) res.status(422)
    res.render('judging/sheet', {
      ...sheetPage(
        translate(res),
        {
          ...one,
          event,
          ...(!chief && { judgeId: actor.id }),
          own: { name: actor.name, version: marksVersion(own) },
          locked: event.state !== 'marking',
          ...neighbours(sheets, code),
        },
        valuesOf(req.body),
        errors,
      ),
    })
  }

  /** The event with the contestants of this judge, or all of them for the chief judge. */
  async function seen(
    req: Request,
    actor: Actor,
  ): Promise<{ event: JudgedEvent; sheets: SheetWithMarks[]; chief: boolean }> {
    const eventId = String(req.params['id'])
    const event = await judgedEvent(eventId)
    const duty = await dutyOf(eventId, actor.id)
    if (duty !== 'judge' && duty !== 'chief-judge') throw forbidden('marking.not-on-panel')
    const sheets = await sheetsWithMarks(eventId)
    const chief = duty === 'chief-judge'
    return {
      event,
      chief,
      sheets: chief
        ? sheets
        : sheets.filter(({ sheet }) => sheet.panel.some(({ accountId }) => accountId === actor.id)),
    }
  }
}

const idsOf = (req: Request): [eventId: string, code: string] => [String(req.params['id']), String(req.params['code'])]

function neighbours(sheets: readonly SheetWithMarks[], code: string): { previous?: string; next?: string } {
  const codes = sheets.map(({ sheet }) => sheet.code)
  const at = codes.indexOf(code)
  const [previous, next] = [codes[at - 1], codes[at + 1]]
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && at >= 0 && { next }) }
}
