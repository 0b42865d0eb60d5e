import { readFile } from 'node:fs/promises'
import type { Request, Response } from 'express'
import { fillSheet } from '../../infra/sheets/fill-sheet.js'
import { paths } from '../../paths.js'
import { namesOf } from '../../shared/columns.js'
import { notFound } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import type { Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook, uploadedSheet } from '../../web/workbook.js'
import { isHost } from '../competitions/competition.rules.js'
import type { EventService } from '../events/event.service.js'
import { schemeColumns, schemeExample } from './scheme-columns.data.js'
import type { SchemeService } from './scheme.service.js'
import { reasonsOf, schemePage, schemePreviewPage } from './scheme.view.js'

interface Needs {
  schemes: SchemeService
  competitionEvents: EventService
  auditSink: AuditSink
}
const file = { field: 'file', maxBytes: 5 * 1024 * 1024 }
const sheetName = '评分方案'
const sheet = fillSheet(sheetName, schemeColumns)

/** The marking scheme of an event: template, upload, preview, confirmation, rows back with what to correct. */
export function schemeRoutes({ schemes, competitionEvents, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.events.scheme(), 'competition.view', 'SCHEME_VIEWED', (req, res, actor) => show(req, res, actor))

  get(paths.events.schemeTemplate(), 'competition.edit', 'SCHEME_TEMPLATE_VIEWED', async (req, res, actor) => {
    const { event } = await competitionEvents.getFor(idOf(req), actor)
    sendWorkbook(res, `${event.title} ${sheetName}.xlsx`, await sheet.template(schemeExample))
  })

  post(
    paths.events.scheme(),
    'competition.edit',
    'SCHEME_UPLOADED',
    async (req, res, actor) => {
      const t = translate(res)
      const { event } = await competitionEvents.getFor(idOf(req), actor)
      const read = await uploadedSheet(req, namesOf(schemeColumns), sheetName)
      if (!read.ok) return show(req, res, actor, { file: t(read.key) })
      const bytes = await readFile(read.path)
      const done = await attempt(
        res,
        ({ _: text }) => show(req, res, actor, { file: text! }),
        () =>
          schemes.stage(
            String(event._id),
            {
              fileName: read.fileName,
              bytes,
              contentType: read.contentType,
              header: read.header,
              rows: read.rows,
            },
            actor,
          ),
      )
      if (done.ok) redirect(req, res, paths.schemes.show(done.value))
    },
    file,
  )

  get(paths.schemes.show(), 'competition.view', 'SCHEME_PREVIEWED', async (req, res, actor) => {
    const scheme = await schemes.getFor(idOf(req), actor)
    const { event } = await competitionEvents.getFor(scheme.eventId, actor)
    res.render(
      'shared/blocks',
      schemePreviewPage(translate(res), event, scheme, ((await schemes.current(scheme.eventId))?.version ?? 0) + 1),
    )
  })

  post(paths.schemes.confirm(), 'competition.edit', 'SCHEME_CONFIRMED', async (req, res, actor) => {
    const { eventId } = await schemes.getFor(idOf(req), actor)
    await schemes.confirm(idOf(req), actor)
    redirect(
      req,
      res,
      paths.events.scheme(eventId),
      translate(res)('schemes.confirmed', { version: (await schemes.getFor(idOf(req), actor)).version }),
    )
  })

  get(paths.schemes.faults(), 'competition.edit', 'SCHEME_FAULTS_DOWNLOADED', async (req, res, actor) => {
    const t = translate(res)
    const scheme = await schemes.getFor(idOf(req), actor)
    if (scheme.typed.length === 0) throw notFound('marking-scheme', idOf(req))
    const rows = scheme.typed.map(({ row, cells }) => [
      ...cells,
      reasonsOf(
        t,
        scheme.faults.filter((fault) => fault.row === row),
      ),
    ])
    sendWorkbook(res, `${t('schemes.faultsTitle')}.xlsx`, await sheet.faults(rows))
  })
  return router

  async function show(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const { event, competition } = await competitionEvents.getFor(idOf(req), actor)
    const id = String(event._id)
    if (Object.keys(errors).length > 0) res.status(422)
    const mayLoad = isHost(actor, competition) && may(actor, 'competition.edit') && event.state === 'open'
    res.render(
      'shared/blocks',
      schemePage(
        translate(res),
        { event, scheme: await schemes.current(id), history: await schemes.history(id), mayLoad, reader: actor },
        errors,
      ),
    )
  }
}

const idOf = (req: Request): string => String(req.params['id'])
