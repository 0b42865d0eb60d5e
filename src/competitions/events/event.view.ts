import { paths } from '../../paths.js'
import { levelOrdinals, levelPrinted, type Level } from '../../shared/levels.js'
import type { Step } from '../../shared/timeline.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Action } from '../../web/link-models.js'
import type { BlocksPage, Page } from '../../web/page-models.js'
import type { Check, Fact, Note } from '../../web/story-models.js'
import { momentsOf } from '../competitions/competition.view.js'
import type { EventReadiness } from '../competitions/competition.rules.js'
import { identities, teamSizes, tieBreaks, type EventRecord } from './event.model.js'
import type { EventFigures } from './event.service.js'
import { eventCrumbs, eventTabs, eventTag } from './event-tabs.view.js'

export interface FormData {
  competition: { _id?: unknown; title: string }
  occupations: readonly { _id?: unknown; name: string; nameEn: string; code: string }[]
  figures: EventFigures
  event?: EventRecord & { version: number }
}

export const valuesOfEvent = (event: EventRecord): Values => ({
  title: event.title,
  occupationId: event.occupationId,
  level: String(event.level),
  teamSize: String(event.teamSize),
  minEntries: String(event.minEntries),
  maxEntries: String(event.maxEntries),
  theoryWeight: String(event.theoryWeight),
  minAge: String(event.minAge ?? 0),
  modules: event.modules.map(({ code, title, minutes }) => [code, title, minutes].filter(Boolean).join(' ')).join('\n'),
  identities: [...event.identities],
  ...(event.honoursBarred && { honoursBarred: 'on' }),
  ...Object.fromEntries(event.tieChain.map((tie, i) => [`tie-${tie}`, String(i + 1)])),
})

const newValues = ({ theoryWeight, minEntries, minAge }: EventFigures): Values => ({
  theoryWeight: String(theoryWeight),
  minEntries: String(minEntries),
  maxEntries: String(Math.max(40, minEntries)),
  minAge: String(minAge),
  teamSize: '1',
  identities: ['worker'],
  honoursBarred: 'on',
  'tie-practice': '1',
})

function fieldsOf(t: Translate, { occupations, figures }: FormData): { title: string; fields: FieldSpec[] }[] {
  const choose = { value: '', label: t('frame.choose') }
  const count = (name: string, unit: string): FieldSpec => ({
    name,
    label: t(`events.${name}`),
    kind: 'number',
    width: 4,
    unit: t(`events.${unit}`),
  })
  return [
    {
      title: t('events.standard'),
      fields: [
        { name: 'title', label: t('events.title'), kind: 'text', hint: t('events.titleHint') },
        {
          name: 'occupationId',
          label: t('events.occupation'),
          kind: 'select',
          options: [
            choose,
            ...occupations.map(({ _id, name, nameEn, code }) => ({
              value: String(_id),
              label: `${t.lang === 'en' ? `${nameEn} ${name}` : name} ${code}`,
            })),
          ],
        },
        {
          name: 'level',
          label: t('events.level'),
          kind: 'select',
          width: 8,
          options: [
            choose,
            ...levelOrdinals.map((level) => ({ value: String(level), label: levelPrinted(level, t.lang) })),
          ],
        },
        {
          name: 'teamSize',
          label: t('events.teamSize'),
          kind: 'radios',
          options: teamSizes.map((size) => ({ value: String(size), label: t(`events.team-${size}`) })),
        },
        {
          name: 'identities',
          label: t('events.identities'),
          kind: 'checkboxes',
          options: identities.map((value) => ({ value, label: t(`events.identity-${value}`) })),
        },
        count('minAge', 'ageUnit'),
        { name: 'honoursBarred', label: t('events.honoursBarred'), kind: 'checkbox' },
        count('minEntries', 'entriesUnit'),
        count('maxEntries', 'entriesUnit'),
      ],
    },
    {
      title: t('events.weights'),
      fields: [
        {
          ...count('theoryWeight', 'percent'),
          hint: t('events.weightHint', { weight: figures.theoryWeight, clause: figures.weightClause }),
        },
        {
          name: 'modules',
          label: t('events.modules'),
          kind: 'textarea',
          rows: 4,
          maxlength: 1000,
          hint: t('events.modulesHint'),
        },
        ...tieBreaks.map((tie, i): FieldSpec => ({
          name: `tie-${tie}`,
          label: `${t('events.tieChain')}：${t(`events.tie-${tie}`)}`,
          kind: 'number',
          width: 2,
          optional: true,
          ...(i === 0 && { hint: t('events.tieHint') }),
        })),
      ],
    },
  ]
}

export function eventFormPage(
  t: Translate,
  data: FormData,
  values?: Values,
  errors: Errors = {},
): Page & { form: Form } {
  const { competition, event, figures } = data
  const competitionId = String(competition._id)
  const title = t(event ? 'events.edit' : 'events.new')
  const shown = values ?? (event ? valuesOfEvent(event) : newValues(figures))
  return {
    layout: 'staff',
    width: 'form',
    title,
    lead: competition.title,
    problems: problemsOf(errors),
    crumbs: [
      { text: t('competitions.title'), href: paths.competitions.list() },
      { text: competition.title, href: paths.competitions.show(competitionId) },
      { text: title, href: '' },
    ],
    form: {
      action: event ? paths.events.edit(String(event._id)) : paths.competitions.newEvent(competitionId),
      submit: t('events.save'),
      ...(event && { hidden: { version: String(event.version) } }),
      back: { text: t('events.back'), href: paths.competitions.show(competitionId) },
      sections: fieldsOf(t, data).map(({ title: head, fields }) => ({
        title: head,
        fields: fill(fields, shown, errors),
      })),
    },
  }
}

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
}

const checksOf = (
  t: Translate,
  { entries, minEntries, undecided, scheme, staffed, drawn }: EventReadiness,
): Check[] => [
  {
    state: entries >= minEntries ? 'good' : 'wait',
    text: t('events.ready-entries', { count: entries, min: minEntries }),
  },
  ...(undecided > 0 ? [{ state: 'wait' as const, text: t('events.ready-undecided', { count: undecided }) }] : []),
  ...(
    [
      ['scheme', scheme],
      ['staff', staffed],
      ['drawn', drawn],
    ] as const
  ).map(([key, ready]): Check => ({
    state: ready ? 'good' : 'wait',
    text: t(`events.${ready ? 'ready' : 'lack'}-${key}`),
  })),
]

export function eventPage(t: Translate, { event, ready, mayEdit, mayCancel }: EventShown): BlocksPage {
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
    ...eventTabs(t, id, 'event'),
    blocks: [
      ...(event.state === 'open' ? [{ title: t('events.readiness'), checks: checksOf(t, ready) }] : []),
      { title: t('events.tab-event'), facts: eventFacts(t, event) },
      { title: t('competitions.history'), moments: momentsOf(t, event.timeline as unknown as Step[], 'events') },
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
