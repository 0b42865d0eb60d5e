import type { Request } from 'express'
import { noteAct } from '../../infra/context.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { versionField } from '../../training/courses/course.forms.js'
import { readForm } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { settlementDecisionForm } from './settlement.forms.js'
import { renderSettlement } from './settlement.pdf.js'
import type { SettlementService } from './settlement.service.js'
import { settlementLinePage } from '../settlement-lines/settlement-line.view.js'
import { settlementPage } from './settlement.view.js'

/** The sheet of a class on screen and on paper, handed in and decided. */
export function settlementRoutes({
  settlements,
  clock,
  auditSink,
}: {
  settlements: SettlementService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)
  const idOf = (req: Request): string => String(req.params['id'])
  const sheetOf = (req: Request, actor: Actor) => settlements.sheetFor(idOf(req), actor)

  get(paths.apprenticeships.settlement(), 'apprenticeship.view', 'SETTLEMENT_VIEWED', async (req, res, actor) =>
    res.render('settlements/show', settlementPage(translate(res), await sheetOf(req, actor), actor)),
  )

  get(
    paths.apprenticeships.settlementLine(),
    'apprenticeship.view',
    'SETTLEMENT_LINE_VIEWED',
    async (req, res, actor) => {
      const sheet = await sheetOf(req, actor)
      const line = sheet.lines.find(({ apprenticeId }) => apprenticeId === req.params['apprenticeId'])
      if (!line) throw notFound('apprentice', req.params['apprenticeId'])
      res.render('settlements/line', settlementLinePage(translate(res), sheet, line))
    },
  )

  get(paths.apprenticeships.settlementPdf(), 'apprenticeship.view', 'SETTLEMENT_PRINTED', async (req, res, actor) => {
    const sheet = await sheetOf(req, actor)
    if (sheet.lines.length === 0) throw refused('settlements.none')
    noteAct('settlement', idOf(req), { printed: sheet.lines.length, fen: sheet.sums.fen })
    res
      .type('application/pdf')
      .set('content-disposition', `inline; filename="settlement-${sheet.one.number}.pdf"`)
      .send(renderSettlement({ sheet, printedAt: clock.now(), printedBy: actor.name }))
  })

  post(paths.apprenticeships.submitSettlement(), 'settlement.edit', 'SETTLEMENT_SUBMITTED', async (req, res, actor) => {
    const { one } = await sheetOf(req, actor)
    await settlements.submit(idOf(req), actor)
    redirect(
      req,
      res,
      paths.apprenticeships.settlement(idOf(req)),
      translate(res)('settlements.submitted', { title: one.title }),
    )
  })

  post(paths.apprenticeships.decideSettlement(), 'settlement.review', 'SETTLEMENT_DECIDED', async (req, res, actor) => {
    const t = translate(res)
    const sheet = await sheetOf(req, actor)
    const form = readForm(settlementDecisionForm, req.body, t)
    if (!form.ok)
      return res.status(422).render('settlements/show', settlementPage(t, sheet, actor, form.values, form.errors))
    await settlements.decide(
      idOf(req),
      form.data.act,
      form.data.note,
      actor,
      versionField.parse((req.body as { version?: unknown }).version),
    )
    redirect(
      req,
      res,
      paths.apprenticeships.settlement(idOf(req)),
      t(form.data.act === 'return' ? 'settlements.returned' : 'settlements.passed', { title: sheet.one.title }),
    )
  })
  return router
}
