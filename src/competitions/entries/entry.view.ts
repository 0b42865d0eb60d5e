import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Action, Tag } from '../../web/link-models.js'
import type { BlocksPage, Page } from '../../web/page-models.js'
import type { Cell, List } from '../../web/table-models.js'
import { eventCrumbs, eventTabs } from '../events/event-tabs.view.js'
import type { EventRecord } from '../events/event.model.js'
import type { EntryRecord, EntryState } from './entry.model.js'
import type { EntryRow } from './entry.queries.js'
import { hostRefusals, mayWithdraw } from './entry.rules.js'

const kinds: Record<EntryState, Tag['kind']> = {
  entered: 'wait',
  confirmed: 'good',
  refused: 'back',
  withdrawn: 'neutral',
}
export const entryTag = (t: Translate, state: EntryState): Tag => ({
  kind: kinds[state],
  text: t(`entries.state-${state}`),
})

/** Team, contestants and their identities in one cell. */
const whoOf = (t: Translate, { teamName, members }: EntryRecord): Cell => ({
  text: teamName ?? members.map(({ name }) => name).join('、'),
  sub: [
    ...(teamName ? [members.map(({ name }) => name).join('、')] : []),
    [...new Set(members.map(({ identity }) => t(`entries.identity-${identity}`)))].join('、'),
  ].join(' · '),
})

export interface EventEntries {
  event: EventRecord
  rows: readonly EntryRecord[]
  page: PageOf
  host: boolean
  open: boolean
  waiting: number
}

export function eventEntriesPage(t: Translate, { event, rows, page, host, open, waiting }: EventEntries): BlocksPage {
  const id = String(event._id)
  const actsOf = (entry: EntryRecord): Action[] =>
    entry.state === 'entered' && host && open
      ? [
          {
            text: t('entries.confirm'),
            href: paths.events.confirmEntries(id),
            post: true,
            fields: { id: String(entry._id) },
            style: 'link',
          },
          { text: t('entries.refuse'), href: paths.entries.refuse(String(entry._id)), style: 'link' },
        ]
      : []
  const cells = (entry: EntryRecord): Cell[] => [
    whoOf(t, entry),
    { text: entry.number ?? '—', num: true },
    { text: entry.organisationName ?? t('entries.alone') },
    { tag: entryTag(t, entry.state), ...(entry.refusal && { sub: t(`entries.refusal-${entry.refusal}`) }) },
    ...(host && open ? [{ actions: actsOf(entry) }] : []),
  ]
  const columns = ['contestants', 'number', 'delegation', 'state', ...(host && open ? ['acts'] : [])].map((key) => ({
    label: t(`entries.${key}`),
  }))
  const all: Action[] =
    host && open && waiting > 0
      ? [{ text: t('entries.confirmAll'), href: paths.events.confirmEntries(id), post: true, style: 'primary' }]
      : []
  return {
    layout: 'staff',
    title: event.title,
    meta: t('entries.total', { count: page.total }),
    crumbs: eventCrumbs(t, event, t('events.tab-entries')),
    actions: all,
    ...eventTabs(t, id, 'entries'),
    blocks: [
      rows.length > 0
        ? { table: { caption: t('entries.title'), columns, rows: rows.map((entry) => ({ cells: cells(entry) })) } }
        : { empty: { title: t('entries.none'), text: t('entries.noneEvent') } },
    ],
  }
}

const contestOf = (t: Translate, { event, competition }: EntryRow): Cell[] => [
  {
    text: competition?.title ?? '',
    ...(competition && { href: paths.openCompetitions.show(String(competition._id)) }),
    sub: event?.title ?? '',
  },
  competition
    ? { text: competition.contestFrom, num: true, sub: t('competitions.until', { day: competition.contestTo }) }
    : {},
]

/** The entries of an organisation, or of the person who is signed in. */
export function ownEntriesPage(
  t: Translate,
  rows: readonly EntryRow[],
  page: PageOf | undefined,
  mine: boolean,
): Page & { list: List } {
  const withdraw = mine ? paths.entries.withdrawOwn : paths.entries.withdraw
  const cells = (row: EntryRow): Cell[] => [
    ...contestOf(t, row),
    whoOf(t, row.entry),
    { text: row.entry.number ?? '—', num: true },
    { tag: entryTag(t, row.entry.state), ...(row.entry.refusal && { sub: t(`entries.refusal-${row.entry.refusal}`) }) },
    {
      actions: [
        ...(row.competition && mayWithdraw(row.competition.state, row.entry.state)
          ? [{ text: t('entries.withdraw'), href: withdraw(String(row.entry._id)), post: true, style: 'link' as const }]
          : []),
        ...(row.event && ['noticed', 'final'].includes(row.event.state)
          ? [
              {
                text: t('competitions.results'),
                href: `${paths.openCompetitions.show(row.entry.competitionId)}#results-${row.event.number}`,
                style: 'link' as const,
              },
            ]
          : []),
        ...(row.event?.state === 'noticed' && row.entry.state === 'confirmed'
          ? [
              {
                text: t('contestResults.appeal'),
                href: paths.results.appeal(String(row.entry._id)),
                style: 'link' as const,
              },
            ]
          : []),
      ],
    },
  ]
  const columns = ['competition', 'contest', 'contestants', 'number', 'state', 'acts'].map((key) => ({
    label: t(`entries.${key}`),
  }))
  const title = t(mine ? 'entries.ownTitle' : 'entries.title')
  return {
    layout: mine ? 'public' : 'staff',
    title,
    ...(page && { meta: t('entries.total', { count: page.total }) }),
    ...(mine && {
      crumbs: [
        { text: t('own.title'), href: paths.me.home() },
        { text: title, href: '' },
      ],
    }),
    list: {
      ...(rows.length > 0
        ? { table: { caption: title, columns, rows: rows.map((row) => ({ cells: cells(row) })) } }
        : {
            empty: {
              title: t('entries.none'),
              text: t('entries.noneOwn'),
              actions: [{ text: t('entries.toCompetitions'), href: paths.openCompetitions.list() }],
            },
          }),
      ...(page && { pager: pagerOf(page, (number) => withQuery(paths.entries.list(), { page: String(number) })) }),
    },
  }
}

export function refusePage(
  t: Translate,
  event: EventRecord,
  entry: EntryRecord,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  return {
    layout: 'staff',
    width: 'form',
    title: t('entries.refuseTitle'),
    lead: entry.members.map(({ name }) => name).join('、'),
    crumbs: eventCrumbs(t, event, t('entries.refuse')),
    problems: problemsOf(errors),
    form: {
      action: paths.entries.refuse(String(entry._id)),
      danger: true,
      submit: t('entries.refuse'),
      back: { text: t('competitions.keep'), href: paths.events.entries(entry.eventId) },
      sections: [
        {
          fields: fill(
            [
              {
                name: 'reason',
                label: t('entries.refuseReason'),
                kind: 'radios',
                options: hostRefusals.map((value) => ({ value, label: t(`entries.refusal-${value}`) })),
              },
            ],
            values,
            errors,
          ),
        },
      ],
    },
  }
}
