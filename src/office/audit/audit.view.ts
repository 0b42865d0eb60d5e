import { paths, withQuery } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import { regionName } from '../../shared/regions.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, List, Table } from '../../web/table-models.js'
import type { AuditEntryRecord } from './audit-entry.model.js'
import type { AuditSearch } from './audit.queries.js'

const pageOfSubject: Record<string, (id: string) => string> = {
  certificate: paths.certificates.show,
  'certificate-batch': paths.certificates.batch,
  course: paths.courses.show,
  'course-run': paths.courseRuns.show,
  recognition: paths.recognitions.show,
  'recognition-batch': paths.recognitionBatches.show,
  'recognition-agreement': paths.agreements.show,
  'source-register': paths.sourceRegisters.show,
  apprentice: paths.apprentices.show,
  organisation: paths.organisations.show,
  person: paths.people.show,
}
const refusedFrom = 400

/** The word of a key, or else the key's own last part: a code that has no word yet is still told. */
function wordOr(t: Translate, key: string, otherwise: string): string {
  const text = t(key)
  return text === key ? otherwise : text
}

function eventCell(t: Translate, { event, path, status }: AuditEntryRecord): Cell {
  const key = event.startsWith('JOB ') ? `job-${event.slice(4).replaceAll('.', '-')}` : event
  const refused = (status ?? 0) >= refusedFrom
  return { text: wordOr(t, `auditEvents.${key}`, event), sub: [event, refused ? path : ''].filter(Boolean).join(' · ') }
}

/** The end of a made id tells it from others; a word or a date is an id that speaks. */
const shortId = (id: string): string => (/^[0-9a-f]{24}/.test(id) ? `…${id.slice(-6)}` : id)

/** The first subject opens; the others are counted. */
function subjectCell(t: Translate, { notes }: AuditEntryRecord): Cell {
  const [first] = notes
  if (!first?.subject || !first.id) return { text: '—' }
  const href = pageOfSubject[first.subject]?.(first.id)
  const name = `${wordOr(t, `auditEvents.on-${first.subject}`, first.subject)} ${valueText(t, '', first.id)}`
  return {
    text: notes.length > 1 ? t('audit.andOthers', { name, count: notes.length }) : name,
    ...(href && { href }),
    sub: detailsOf(t, first.subject, first.details as Record<string, unknown> | undefined),
  }
}

const stateKeys: Record<string, (state: string) => string> = {
  recognition: (state) => `recognitions.state-${state}`,
  'source-register': (state) => `sourceRegisters.state-${state}`,
  'course-run': (state) => `courseRuns.state-${state}`,
  organisation: (state) => `organisations.${state}`,
  certificate: (state) => `certificates.${state}`,
  course: (state) => `courses.state-${state}`,
  competition: (state) => `competitions.state-${state}`,
  'competition-event': (state) => `events.state-${state}`,
  'competition-entry': (state) => `entries.state-${state}`,
  apprenticeship: (state) => `apprenticeships.state-${state}`,
  apprentice: (state) => `apprentices.state-${state}`,
  settlement: (state) => `settlements.state-${state}`,
  'learning-record': (state) => `learningRecords.state-${state}`,
}

const codesOf = ['audit.value-', 'certificates.revoked-', 'certificates.reissue-', 'personTimes.reason-', 'roles.']

/** A code by its word, a county by its name, a made id by its end; anything else as it was noted. */
function valueText(t: Translate, key: string, value: unknown): string {
  const text = String(value)
  if (key === 'county') return regionName(text, t.lang)
  const known = codesOf.map((prefix) => prefix + text).find((word) => t(word) !== word)
  return known ? t(known) : shortId(text)
}

/** `培训中 → 已中止`, then whatever else was noted. */
function detailsOf(t: Translate, subject: string, { from, to, state, ...rest }: Record<string, unknown> = {}): string {
  const stateName = (value: unknown) => wordOr(t, stateKeys[subject]?.(String(value)) ?? '', valueText(t, '', value))
  const move = [from, to ?? state]
    .filter((value) => value !== undefined)
    .map(stateName)
    .join(' → ')
  const others = Object.entries(rest)
    .slice(0, 3)
    .map(([key, value]) => `${wordOr(t, `audit.detail-${key}`, key)} ${valueText(t, key, value)}`)
  return [move, ...others].filter(Boolean).join(t.lang === 'en' ? '; ' : '；')
}

function whoCell(t: Translate, { actorId, actorName, role, event }: AuditEntryRecord): Cell {
  if (actorName) return { text: actorName, lang: 'zh-CN', ...(role && { sub: t(`roles.${role}`) }) }
  return { text: t(actorId === 'system' || event.startsWith('JOB ') ? 'audit.system' : 'audit.nobody') }
}

function auditTable(t: Translate, entries: readonly AuditEntryRecord[]): Table {
  return {
    caption: t('audit.title'),
    columns: ['at', 'who', 'what', 'subject', 'result'].map((key) => ({ label: t(`audit.${key}`) })),
    rows: entries.map((entry) => ({
      cells: [
        { text: formatInstant(entry.at), num: true },
        whoCell(t, entry),
        eventCell(t, entry),
        subjectCell(t, entry),
        {
          tag:
            (entry.status ?? 200) >= refusedFrom
              ? { kind: 'back', text: `${t('audit.refused')} ${entry.status}` }
              : { kind: 'good', text: t('audit.done') },
        },
      ],
    })),
  }
}

export function auditPage(
  t: Translate,
  entries: readonly AuditEntryRecord[],
  page: PageOf,
  search: AuditSearch,
): Page & { list: List } {
  const at = (view?: string) => ({ href: withQuery(paths.audit.list(), { view }), current: search.view === view })
  return {
    layout: 'staff',
    title: t('audit.title'),
    meta: t('audit.total', { count: page.total }),
    lead: t('audit.lead'),
    list: {
      views: [
        { text: t('audit.all'), ...at() },
        { text: t('audit.reveals'), ...at('reveals') },
        { text: t('audit.refusals'), ...at('refusals') },
      ],
      filter: {
        action: paths.audit.list(),
        ...(search.view && { hidden: { view: search.view } }),
        fields: fill(
          [
            { name: 'event', label: t('audit.event'), kind: 'text', placeholder: t('audit.eventHint') },
            { name: 'person', label: t('audit.person'), kind: 'text' },
            { name: 'from', label: t('audit.from'), kind: 'date' },
            { name: 'to', label: t('audit.to'), kind: 'date' },
          ],
          search as Record<string, string>,
        ),
        more: fill([{ name: 'subject', label: t('audit.subjectId'), kind: 'text' }], search as Record<string, string>),
      },
      ...(entries.length > 0
        ? { table: auditTable(t, entries) }
        : {
            empty: {
              filtered: true,
              title: t('audit.none'),
              actions: [{ text: t('frame.clearAll'), href: paths.audit.list() }],
            },
          }),
      pager: pagerOf(page, (number) => withQuery(paths.audit.list(), { ...search, page: number })),
    },
  }
}
