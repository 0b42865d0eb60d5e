import { z } from 'zod'
import { paths, withQuery } from '../../paths.js'
import { formatInstant, isDay } from '../../shared/dates.js'
import { pageOf, pagerOf, type PageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import { joinDateParts } from '../../web/date-parts.js'
import { fill } from '../../web/form.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { List, Page } from '../../web/view-models.js'
import type { AuditEntryRecord } from './audit-entry.model.js'
import { auditQueries, type AuditSearch } from './audit.queries.js'

const word = z.string().trim().max(60).optional().catch(undefined)
const day = z.string().refine(isDay).optional().catch(undefined)
const searchForm = z.object({ event: word, person: word, subject: word, from: day, to: day, view: z.enum(['reveals', 'refusals']).optional().catch(undefined) })
const size = 50

export function auditRoutes({ auditSink }: { auditSink: AuditSink }) {
  const { router, get } = guardedRouter(auditSink)
  get(paths.audit.list(), 'audit.view', 'AUDIT_VIEWED', async (req, res) => {
    const search = searchForm.parse(joinDateParts(req.query))
    const page = pageOf(req.query, await auditQueries.count(search), size)
    res.render('shared/list', auditPage(translate(res), await auditQueries.page(search, page.skip, size), page, search))
  })
  return router
}

function auditPage(t: Translate, entries: readonly AuditEntryRecord[], page: PageOf, search: AuditSearch): Page & { list: List } {
  const at = (view?: string) => ({ href: withQuery(paths.audit.list(), { view }), current: search.view === view })
  const columns = [t('audit.at'), t('audit.who'), t('audit.what'), t('audit.subject'), t('audit.result')].map((label) => ({ label }))
  const rows = entries.map((entry) => ({ cells: [
    { text: formatInstant(entry.at), num: true },
    { text: entry.actorName ?? t('audit.system'), sub: entry.role ? t(`roles.${entry.role}`) : '' },
    { text: entry.event, sub: entry.path ?? '' },
    { text: entry.notes.map(({ subject, id }) => `${subject} ${id}`).slice(0, 3).join('，'), sub: detailsOf(entry) },
    { tag: (entry.status ?? 200) >= 400 ? { kind: 'back' as const, text: `${t('audit.refused')} ${entry.status}` } : { kind: 'good' as const, text: t('audit.done') } },
  ] }))
  return {
    layout: 'staff', title: t('audit.title'), meta: t('audit.total', { count: page.total }), lead: t('audit.lead'),
    list: {
      views: [{ text: t('audit.all'), ...at() }, { text: t('audit.reveals'), ...at('reveals') }, { text: t('audit.refusals'), ...at('refusals') }],
      filter: { action: paths.audit.list(), ...(search.view && { hidden: { view: search.view } }), fields: fill([
        { name: 'event', label: t('audit.event'), kind: 'text', hint: t('audit.eventHint') }, { name: 'person', label: t('audit.person'), kind: 'text' },
        { name: 'from', label: t('audit.from'), kind: 'date' }, { name: 'to', label: t('audit.to'), kind: 'date' },
      ], search as Record<string, string>), more: fill([{ name: 'subject', label: t('audit.subjectId'), kind: 'text' }], search as Record<string, string>) },
      ...(rows.length > 0 ? { table: { caption: t('audit.title'), columns, rows } } : { empty: { filtered: true, title: t('audit.none') } }),
      pager: pagerOf(page, (number) => withQuery(paths.audit.list(), { ...search, page: number })),
    },
  }
}

const detailsOf = ({ notes }: AuditEntryRecord): string =>
  notes.flatMap(({ details }) => Object.entries((details ?? {}) as Record<string, unknown>)).slice(0, 4).map(([key, value]) => `${key}: ${String(value)}`).join('；')
