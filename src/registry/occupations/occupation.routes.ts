import { z } from 'zod'
import { paths } from '../../paths.js'
import { cleanText } from '../../shared/text.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { OccupationService } from './occupation.service.js'
import { occupationListPage } from './occupation.view.js'

const short = z.string().max(60).transform(cleanText).optional().catch(undefined)
const query = z.object({ q: short, field: short, edition: short, checked: short, page: short })

export function occupationRoutes({ occupations, auditSink }: { occupations: OccupationService; auditSink: AuditSink }) {
  const { router, get } = guardedRouter(auditSink)
  get(paths.occupations.list(), 'occupation.view', 'OCCUPATIONS_VIEWED', async (req, res) => {
    const [all, lineages] = await Promise.all([occupations.list(), occupations.lineages()])
    res.render('shared/list', occupationListPage(translate(res), all, lineages, query.parse(req.query)))
  })
  return router
}
