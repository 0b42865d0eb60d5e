import { paths, withQuery } from '../../paths.js'
import { formatDay } from '../../shared/dates.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import type { Action, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, Empty, List, Row } from '../../web/table-models.js'
import type { ApprenticeRecord } from '../apprentices/apprentice.model.js'
import { dueOn } from '../apprentice-terms/apprentice-term.rules.js'
import type { LogRecord } from './log.model.js'
import type { LogRow } from './log.queries.js'

const kinds: Record<LogRecord['state'], Tag['kind']> = { waiting: 'wait', returned: 'back', signed: 'good' }
export const logTag = (t: Translate, state: LogRecord['state']): Tag => ({
  kind: kinds[state],
  text: t(`workplaceLogs.state-${state}`),
})
/** Why an entry was given back last. */
export const lastNote = ({ timeline }: Pick<LogRecord, 'timeline'>): string =>
  [...(timeline ?? [])].reverse().find(({ act }) => act === 'returned')?.note ?? ''

export interface Entry {
  title: string
  meta: string
  task: string
  learnt?: string
  tag?: Tag
  note?: string
  actions: Action[]
}
export function entryOf(t: Translate, log: LogRow, actions: Action[], named = true): Entry {
  const note = log.state === 'returned' ? t('workplaceLogs.returnedBecause', { note: lastNote(log) }) : ''
  return {
    title: named ? log.personName : formatDay(log.on, t.lang),
    meta: [
      named ? formatDay(log.on, t.lang) : t(`workplaceLogs.by-${log.writer}`),
      t('workplaceLogs.hoursOf', { hours: log.hours }),
    ].join(' · '),
    task: log.task,
    ...(log.learnt && { learnt: log.learnt }),
    ...(log.state !== 'waiting' || !named ? { tag: logTag(t, log.state) } : {}),
    ...(note && { note }),
    actions,
  }
}

/** The mentor's page on a phone: what waits, one tap each and one for all. */
export function mentorPage(
  t: Translate,
  {
    waiting,
    returned,
    guided,
  }: { waiting: readonly LogRow[]; returned: readonly LogRow[]; guided: readonly ApprenticeRecord[] },
): Page & { entries: Entry[]; signAll?: Action; returned: Entry[]; empty: Empty; guided: Row[] } {
  const buttons = (log: LogRow): Action[] => [
    { text: t('workplaceLogs.sign'), href: paths.mentor.sign(log._id), post: true, style: 'outline' },
    { text: t('workplaceLogs.giveBack'), href: paths.mentor.giveBack(log._id), style: 'link' },
  ]
  return {
    layout: 'staff',
    title: t('workplaceLogs.mentorTitle'),
    meta: t('workplaceLogs.mentorMeta', { count: waiting.length }),
    crumbs: [
      { text: t('frame.home'), href: paths.home() },
      { text: t('workplaceLogs.mentorTitle'), href: '' },
    ],
    entries: waiting.map((log) => entryOf(t, log, buttons(log))),
    ...(waiting.length > 0 && {
      signAll: {
        text: t('workplaceLogs.signAll', { count: waiting.length }),
        href: paths.mentor.signAll(),
        post: true,
        style: 'primary' as const,
        large: true,
        fields: { ids: waiting.map(({ _id }) => _id).join(',') },
      },
    }),
    returned: returned.map((log) =>
      entryOf(t, log, [
        {
          text: t('workplaceLogs.correct'),
          href: withQuery(paths.apprentices.writeLog(log.apprenticeId), { on: log.on }),
          style: 'outline',
        },
      ]),
    ),
    empty: { title: t('workplaceLogs.nothing'), text: t('workplaceLogs.nothingText') },
    guided: guided.map((one) => ({
      text: one.personName,
      href: paths.apprentices.show(String(one._id)),
      sub: `${one.from} – ${dueOn(one)}`,
      right: t('workplaceLogs.write'),
      rightHref: paths.apprentices.writeLog(String(one._id)),
    })),
  }
}

export function logListPage(
  t: Translate,
  apprentice: ApprenticeRecord,
  rows: readonly LogRow[],
  page: PageOf,
  mayWrite: boolean,
): Page & { list: List } {
  const id = String(apprentice._id)
  const cells = (log: LogRow): Cell[] => [
    { text: log.on, num: true, sub: t('workplaceLogs.hoursOf', { hours: log.hours }) },
    { text: log.task, sub: log.learnt ?? '', full: true },
    { text: log.mentorName, sub: t(`workplaceLogs.by-${log.writer}`) },
    { tag: logTag(t, log.state) },
  ]
  return {
    layout: 'staff',
    title: t('workplaceLogs.writeTitle', { name: apprentice.personName }),
    meta: t('workplaceLogs.total', { count: page.total }),
    crumbs: [
      { text: t('apprentices.title'), href: paths.apprentices.list() },
      { text: apprentice.personName, href: paths.apprentices.show(id) },
      { text: t('workplaceLogs.title'), href: '' },
    ],
    ...(mayWrite && {
      actions: [{ text: t('workplaceLogs.write'), href: paths.apprentices.writeLog(id), style: 'primary' as const }],
    }),
    list: {
      ...(rows.length > 0
        ? {
            table: {
              caption: t('workplaceLogs.title'),
              columns: ['day', 'what', 'mentor', 'state'].map((key) => ({ label: t(`workplaceLogs.${key}`) })),
              rows: rows.map((log) => ({ cells: cells(log) })),
            },
          }
        : { empty: { title: t('workplaceLogs.none') } }),
      pager: pagerOf(page, (number) => withQuery(paths.apprentices.logs(id), { page: number })),
    },
  }
}
