import { paths } from '../../paths.js'
import { formatDays, type Day } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Step } from '../../shared/timeline.js'
import { versionOf } from '../../training/courses/course.rules.js'
import type { Translate } from '../../shared/words.js'
import { problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Action } from '../../web/link-models.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import type { Fact, Note } from '../../web/story-models.js'
import type { Row } from '../../web/table-models.js'
import { momentsOf } from '../../web/moments.js'
import { eventTag } from '../events/event-tabs.view.js'
import { competitionTag } from '../calendar/calendar.view.js'
import { takesDocuments } from '../competition-documents/document.rules.js'
import { documentForm, documentRows } from '../competition-documents/document.view.js'
import type { CompetitionAct } from './competition-transitions.data.js'
import type { CompetitionRecord } from './competition.model.js'
import {
  allowedCompetitionActs,
  competitionVerdict,
  isEditable,
  isHost,
  type EventReadiness,
} from './competition.rules.js'

export type ShownEvent = EventReadiness & {
  event: { _id?: unknown; number: string; occupationName: string; teamSize: number }
}
export interface ShowData {
  one: CompetitionRecord
  actor: Actor
  today: Day
  events: readonly ShownEvent[]
}

/** Acts with a page that asks for the reason; the others are one button. */
const asked: readonly CompetitionAct[] = ['return', 'withdraw', 'cancel']
const addressOf = (act: CompetitionAct, id: string): string => {
  if (act === 'submit') return paths.competitions.submit(id)
  if (act === 'withdraw') return paths.competitions.withdraw(id)
  return act === 'cancel' ? paths.competitions.cancel(id) : paths.competitions.move(id, act)
}
const dangerous: readonly CompetitionAct[] = ['withdraw', 'cancel']

function actionsOf(t: Translate, { one, actor, today, events }: ShowData): Action[] {
  const id = String(one._id)
  const acts = allowedCompetitionActs(one, actor, { today, events })
  const edit: Action[] =
    isHost(actor, one) && isEditable(one.state) && may(actor, 'competition.edit')
      ? [{ text: t('competitions.edit'), href: paths.competitions.edit(id), style: 'outline' }]
      : []
  const buttons = acts.map((act, i): Action => ({
    text: t(`competitions.do-${act}`),
    href: addressOf(act, id),
    ...(!asked.includes(act) && { post: true, fields: { version: String(versionOf(one)) } }),
    style: dangerous.includes(act) ? 'outline-danger' : i === 0 ? 'primary' : 'outline',
  }))
  const open: Action[] = one.publishedOn
    ? [{ text: t('competitions.open'), href: paths.openCompetitions.show(id), style: 'link' }]
    : []
  return [
    ...buttons.filter(({ style }) => style === 'primary'),
    ...edit,
    ...buttons.filter(({ style }) => style !== 'primary'),
    ...open,
  ]
}

const nextActs: readonly CompetitionAct[] = ['submit', 'open-entries', 'close-entries', 'begin']

/** What keeps the next act of the host from being done; so that no button is missing without its reason. */
function noteOf(t: Translate, { one, actor, today, events }: ShowData): Note | undefined {
  const because = { returned: 'return', cancelled: 'cancel' }[one.state as string]
  if (because)
    return {
      kind: 'wait',
      text: t(`competitions.${one.state === 'returned' ? 'returnedBecause' : 'cancelledBecause'}`),
      more: (one.timeline as unknown as Step[]).filter(({ act }) => act === because).at(-1)?.note ?? '',
    }
  if (!isHost(actor, one)) return undefined
  for (const act of nextActs) {
    const verdict = competitionVerdict(act, one, actor, { today, events })
    if (
      !verdict.ok &&
      verdict.reason !== 'wrong-state' &&
      verdict.reason !== 'not-your-role' &&
      verdict.reason !== 'not-yours'
    )
      return {
        text: t('competitions.todo'),
        items: [
          t(`competitions.todo-${verdict.reason}${verdict.reason === 'too-early' ? `-${act}` : ''}`, {
            event: verdict.event ?? '',
            entriesFrom: one.entriesFrom,
            entriesTo: one.entriesTo,
            contestFrom: one.contestFrom,
          }),
        ],
      }
  }
  return undefined
}

export const competitionFacts = (t: Translate, one: CompetitionRecord): Fact[] => [
  { label: t('competitions.tier'), value: t(`competitions.tier-${one.tier}`) },
  { label: t('competitions.sponsor'), value: one.sponsor },
  { label: t('competitions.host'), value: one.hostOrganisationName },
  { label: t('competitions.region'), value: `${regionName(one.region, t.lang)} ${one.place}` },
  { label: t('competitions.entries'), value: formatDays(one.entriesFrom, one.entriesTo, t.lang) },
  { label: t('competitions.contest'), value: formatDays(one.contestFrom, one.contestTo, t.lang) },
  ...(one.contact ? [{ label: t('competitions.contact'), value: one.contact }] : []),
  ...(one.summary ? [{ label: t('competitions.summary'), value: one.summary }] : []),
]

export function competitionPage(t: Translate, data: ShowData, values: Values = {}, errors: Errors = {}): BlocksPage {
  const { one, actor, events } = data
  const id = String(one._id)
  const mayAdd = isHost(actor, one) && may(actor, 'competition.edit') && takesDocuments(one.state)
  const rows: Row[] = events.map(({ event, title, entries, minEntries, state }) => ({
    text: `${event.number} ${title}`,
    href: paths.events.show(String(event._id)),
    sub: [
      event.occupationName,
      t(`events.team-${event.teamSize}`),
      t('events.ready-entries', { count: entries, min: minEntries }),
    ].join(' · '),
    tag: eventTag(t, state),
  }))
  const newEvent: Action[] =
    isHost(actor, one) && isEditable(one.state)
      ? [{ text: t('events.new'), href: paths.competitions.newEvent(id), style: 'outline', icon: 'plus-lg' }]
      : []
  const documents = documentRows(t, one, true)
  const note = noteOf(t, data)
  const blocks: Block[] = [
    ...(note ? [{ note }] : []),
    { title: t('competitions.facts'), facts: competitionFacts(t, one) },
    {
      title: t('competitions.events'),
      ...(rows.length > 0 ? { rows } : { empty: { title: t('competitions.events-missing') } }),
      actions: newEvent,
    },
    {
      id: 'documents',
      title: t('competitions.documents'),
      ...(documents.length > 0 ? { rows: documents } : { text: t('competitions.noDocuments') }),
      ...(mayAdd && { form: documentForm(t, id, values, errors) }),
    },
    { title: t('competitions.history'), moments: momentsOf(one.timeline, ({ act }) => t(`competitions.act-${act}`)) },
  ]
  return {
    layout: 'staff',
    title: one.title,
    tag: competitionTag(t, one.state),
    meta: one.number,
    crumbs: [
      { text: t('competitions.title'), href: paths.competitions.list() },
      { text: one.number, href: '' },
    ],
    actions: actionsOf(t, data),
    problems: problemsOf(errors),
    blocks,
  }
}

export type AskedAct = 'return' | 'withdraw' | 'cancel'
