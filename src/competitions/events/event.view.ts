import { paths } from '../../paths.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Action } from '../../web/link-models.js'
import type { BlocksPage, Page } from '../../web/page-models.js'
import type { Fact, Note } from '../../web/story-models.js'
import { momentsOf } from '../../web/moments.js'
import type { EventReadiness } from '../competitions/competition.rules.js'
import { checksOf } from '../readiness/readiness.view.js'
import type { EventRecord } from './event.model.js'
import { eventCrumbs, eventTabs, eventTag } from './event-tabs.view.js'

const listed = (t: Translate, parts: readonly string[]): string => parts.join(t.lang === 'en' ? ', ' : '、')

export const eventFacts = (t: Translate, event: EventRecord): Fact[] => [
  { label: t('events.occupation'), value: `${event.occupationName} · ${levelPrinted(event.level as Level, t.lang)}` },
  { label: t('events.teamSize'), value: t(`events.team-${event.teamSize}`) },
  {
    label: t('events.identities'),
    value: listed(
      t,
      event.identities.map((one) => t(`events.identity-${one}`)),
    ),
  },
  ...(event.minAge ? [{ label: t('events.minAge'), value: `${event.minAge} ${t('events.ageUnit')}` }] : []),
  ...(event.honoursBarred ? [{ label: t('entries.honour'), value: t('events.honoursBarred') }] : []),
  {
    label: t('events.entries'),
    value: t('events.entriesText', { entries: event.entries, max: event.maxEntries, min: event.minEntries }),
  },
  {
    label: t('events.weights'),
    value: t('events.weightsText', { theory: event.theoryWeight, practice: event.practiceWeight }),
    ...(event.weightClause && { note: event.weightClause }),
  },
  {
    label: t('events.modules'),
    value: listed(
      t,
      event.modules.map(({ code, title, minutes }) =>
        [code, title, minutes ? t('events.minutes', { minutes }) : ''].filter(Boolean).join(' '),
      ),
    ),
  },
  {
    label: t('events.tieChain'),
    value: listed(t, [...event.tieChain.map((tie) => t(`events.tie-${tie}`)), t('events.shared')]),
  },
]

export interface EventShown {
  event: EventRecord
  ready: EventReadiness
  mayEdit: boolean
  mayCancel: boolean
  reader: Actor
}

export function eventPage(t: Translate, { event, ready, mayEdit, mayCancel, reader }: EventShown): BlocksPage {
  const id = String(event._id)
  const actions: Action[] = [
    ...(mayEdit ? [{ text: t('events.edit'), href: paths.events.edit(id), style: 'outline' as const }] : []),
    ...(mayCancel
      ? [{ text: t('events.cancel'), href: paths.events.cancel(id), style: 'outline-danger' as const }]
      : []),
  ]
  return {
    layout: 'staff',
    title: event.title,
    tag: eventTag(t, event.state),
    meta: event.number,
    crumbs: eventCrumbs(t, event),
    actions,
    ...eventTabs(t, id, 'event', reader),
    blocks: [
      ...(event.state === 'open' ? [{ title: t('events.readiness'), checks: checksOf(t, ready) }] : []),
      { title: t('events.tab-event'), facts: eventFacts(t, event) },
      { title: t('competitions.history'), moments: momentsOf(event.timeline, ({ act }) => t(`events.act-${act}`)) },
    ],
  }
}

export function cancelEventPage(
  t: Translate,
  event: EventRecord,
  values: Values = {},
  errors: Errors = {},
): Page & { note: Note; form: Form } {
  const id = String(event._id)
  return {
    layout: 'staff',
    width: 'form',
    title: t('events.ask-cancel', { title: event.title }),
    crumbs: eventCrumbs(t, event, t('events.cancel')),
    problems: problemsOf(errors),
    note: { kind: 'void', text: t('events.effect-cancel') },
    form: {
      action: paths.events.cancel(id),
      danger: true,
      submit: t('events.cancel'),
      back: { text: t('competitions.keep'), href: paths.events.show(id) },
      sections: [
        {
          fields: fill(
            [
              {
                name: 'reason',
                label: t('competitions.reason'),
                kind: 'textarea',
                rows: 3,
                maxlength: 300,
                hint: t('competitions.reasonHint'),
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
