import { paths } from '../../paths.js'
import type { PageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Action } from '../../web/link-models.js'
import type { BlocksPage, Page } from '../../web/page-models.js'
import type { Cell } from '../../web/table-models.js'
import type { EntryRecord } from '../entries/entry.model.js'
import { stateCell, whoCell } from '../entries/entry.view.js'
import { eventCrumbs, eventTabs } from '../events/event-tabs.view.js'
import type { EventRecord } from '../events/event.model.js'
import { hostRefusals } from './decision.rules.js'

export interface EventEntries {
  event: EventRecord
  rows: readonly EntryRecord[]
  page: PageOf
  host: boolean
  open: boolean
  waiting: number
  reader: Actor
}

export function eventEntriesPage(
  t: Translate,
  { event, rows, page, host, open, waiting, reader }: EventEntries,
): BlocksPage {
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
    whoCell(t, entry),
    { text: entry.number ?? '—', num: true },
    { text: entry.organisationName ?? t('entries.alone') },
    stateCell(t, entry),
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
    ...eventTabs(t, id, 'entries', reader),
    blocks: [
      rows.length > 0
        ? { table: { caption: t('entries.title'), columns, rows: rows.map((entry) => ({ cells: cells(entry) })) } }
        : { empty: { title: t('entries.none'), text: t('entries.noneEvent') } },
    ],
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
