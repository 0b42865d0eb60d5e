import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors, type Values } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { TableKind } from '../award-tables/award-table.data.js'
import type { AwardTableService, NewTable } from '../award-tables/award-table.service.js'
import { tierNamesOf } from '../award-tables/award-table.view.js'
import { prizeTableForm } from './prize-table.forms.js'
import { linesIn, promotionTableForm } from './promotion-table.forms.js'
import { chooseKindPage, tableFormPage } from './table-form.view.js'
import { newTableQuery } from './table-heading.forms.js'

interface Needs {
  awardTables: AwardTableService
  clock: Clock
  auditSink: AuditSink
}

/** A new dated table; those before it are never changed. */
export function awardTableFormRoutes({ awardTables, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.awardTables.create(), 'award-table.edit', 'AWARD_TABLE_FORM_VIEWED', async (req, res) => {
    const t = translate(res)
    const { kind, like } = newTableQuery.parse(req.query)
    if (!kind) return res.render('shared/form', chooseKindPage(t))
    res.render('award-tables/form', tableFormPage(t, { kind, like: await begun(kind, like) }))
  })

  post(paths.awardTables.create(), 'award-table.edit', 'AWARD_TABLE_ADDED', async (req, res, actor) => {
    const t = translate(res)
    const body = (req.body ?? {}) as Record<string, unknown>
    const { kind, like } = newTableQuery.parse(body)
    if (!kind) return res.status(422).render('shared/form', chooseKindPage(t))
    const old = await begun(kind, like)
    const again = (values: Values, errors: Errors) =>
      res
        .status(422)
        .render('award-tables/form', tableFormPage(t, { kind, like: old, rows: linesIn(body) }, values, errors))
    if (body['act'] === 'more')
      return res.render('award-tables/form', tableFormPage(t, { kind, like: old }, valuesOf(body)))
    const form = readForm(kind === 'prize' ? prizeTableForm : promotionTableForm(body), body, t)
    if (!form.ok) return again(form.values, form.errors)
    const input: NewTable = { kind, ...form.data }
    const added = await attempt(
      res,
      ({ _: sentence = '' }) => again(valuesOf(body), { from: sentence }),
      () => awardTables.add(input, actor),
    )
    if (!added.ok) return
    const names = { kind: t(`awardTables.kind-${kind}`), tiers: tierNamesOf(t, input.tiers), from: input.from }
    redirect(req, res, paths.awardTables.show(added.value), t('awardTables.saved', names))
  })
  return router

  /** The row that the form begins with: the one asked for, else what the New Area's own competitions go by today. */
  async function begun(kind: TableKind, like: string | undefined) {
    const asked = (await awardTables.list()).find((row) => row.kind === kind && row._id === like)
    return asked ?? (await awardTables.on(kind, 'new-area', clock.today()))
  }
}
