import { paths } from '../../paths.js'
import { pageOf } from '../../shared/paging.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { certificateNumberQueries } from './certificate-number.queries.js'
import { gapsPage, seriesPage } from './certificate-number.view.js'

const size = 30

/** The register of numbers: every series, how far it is, and why a number was not used. */
export function certificateNumberRoutes({ auditSink }: { auditSink: AuditSink }) {
  const { router, get } = guardedRouter(auditSink)
  get(paths.certificates.numbers(), 'certificate.view', 'CERTIFICATE_NUMBERS_VIEWED', async (req, res, actor) => {
    const series = typeof req.query['series'] === 'string' ? req.query['series'].slice(0, 60) : ''
    const { total } = series
      ? await certificateNumberQueries.gaps(series, actor, 0, 1)
      : await certificateNumberQueries.series(actor, 0, 1)
    const page = pageOf(req.query, total, size)
    if (series)
      return res.render(
        'shared/list',
        gapsPage(translate(res), series, await certificateNumberQueries.gaps(series, actor, page.skip, size), page),
      )
    res.render(
      'shared/list',
      seriesPage(translate(res), (await certificateNumberQueries.series(actor, page.skip, size)).rows, page),
    )
  })
  return router
}
