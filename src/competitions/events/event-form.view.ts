import { paths } from '../../paths.js'
import { levelOrdinals, levelPrinted } from '../../shared/levels.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import { identities, teamSizes, tieBreaks, type EventRecord } from './event.model.js'
import type { EventFigures } from './event.service.js'

export interface FormData {
  competition: { _id?: unknown; title: string }
  occupations: readonly { _id?: unknown; name: string; nameEn: string; code: string }[]
  figures: EventFigures
  event?: EventRecord & { version: number }
}

const valuesOfEvent = (event: EventRecord): Values => ({
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
