import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import type { Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, List } from '../../web/table-models.js'
import type { EntryRecord, EntryState } from './entry.model.js'
import type { EntryRow } from './entry.queries.js'
import { mayWithdraw } from './entry.rules.js'

const kinds: Record<EntryState, Tag['kind']> = {
  entered: 'wait',
  confirmed: 'good',
  refused: 'back',
  withdrawn: 'neutral',
}
/** The state, with the reason of a refusal below it. */
export const stateCell = (t: Translate, { state, refusal }: EntryRecord): Cell => ({
  tag: { kind: kinds[state], text: t(`entries.state-${state}`) },
  ...(refusal && { sub: t(`entries.refusal-${refusal}`) }),
})

/** Team, contestants and their identities in one cell. */
export const whoCell = (t: Translate, { teamName, members }: EntryRecord): Cell => ({
  text: teamName ?? members.map(({ name }) => name).join('、'),
  sub: [
    ...(teamName ? [members.map(({ name }) => name).join('、')] : []),
    [...new Set(members.map(({ identity }) => t(`entries.identity-${identity}`)))].join('、'),
  ].join(' · '),
})

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
    whoCell(t, row.entry),
    { text: row.entry.number ?? '—', num: true },
    stateCell(t, row.entry),
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
    ...(rows.length > 0 && {
      actions: [{ text: t('entries.toCompetitions'), href: paths.openCompetitions.list(), style: 'outline' as const }],
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
