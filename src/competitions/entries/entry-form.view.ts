import { paths } from '../../paths.js'
import { idDocumentTypes } from '../../shared/id-card.js'
import type { Translate } from '../../shared/words.js'
import { idTypeNames } from '../../training/roster-files/roster-columns.data.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { EventRecord } from '../events/event.model.js'
import { honours } from './entry.model.js'

const identityField = (t: Translate, event: EventRecord, name: string): FieldSpec => ({
  name,
  label: t('entries.identity'),
  kind: 'radios',
  options: event.identities.map((value) => ({ value, label: t(`entries.identity-${value}`) })),
})
const honourField = (t: Translate, name: string): FieldSpec => ({
  name,
  label: t('entries.honour'),
  kind: 'select',
  width: 18,
  options: honours.map((value) => ({ value, label: t(`entries.honour-${value}`) })),
})
const crumbs = (t: Translate, event: EventRecord, last: string): Link[] => [
  { text: t('competitions.publicTitle'), href: paths.openCompetitions.list() },
  { text: event.title, href: paths.openCompetitions.show(event.competitionId) },
  { text: last, href: '' },
]

function memberFieldsOf(t: Translate, event: EventRecord, i: number): FieldSpec[] {
  return [
    { name: `name-${i}`, label: t('entries.name'), kind: 'text', width: 18, autocomplete: 'off' },
    {
      name: `idType-${i}`,
      label: t('entries.idType'),
      kind: 'select',
      width: 18,
      options: idDocumentTypes.map((value) => ({ value, label: idTypeNames[value][t.lang === 'en' ? 1 : 0] })),
    },
    { name: `idNumber-${i}`, label: t('entries.idNumber'), kind: 'text', width: 18, autocomplete: 'off' },
    { name: `birthOn-${i}`, label: t('entries.birthOn'), kind: 'date', optional: true, hint: t('entries.birthHint') },
    {
      name: `phone-${i}`,
      label: t('entries.phone'),
      kind: 'text',
      width: 18,
      optional: true,
      inputmode: 'tel',
      autocomplete: 'off',
    },
    identityField(t, event, `identity-${i}`),
    honourField(t, `honour-${i}`),
  ]
}

/** An organisation enters one contestant or one team. */
export function teamFormPage(
  t: Translate,
  event: EventRecord,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const id = String(event._id)
  const size = event.teamSize
  const title = t('entries.enterTitle', { title: event.title })
  const people = Array.from({ length: size }, (_, i) => ({
    title: size === 1 ? t('entries.memberOnly') : t('entries.member', { number: i + 1 }),
    fields: fill(memberFieldsOf(t, event, i + 1), values, errors),
  }))
  return {
    layout: 'staff',
    width: 'form',
    title,
    crumbs: crumbs(t, event, title),
    problems: problemsOf(errors),
    actions: [{ text: t('entries.toFile'), href: paths.entries.upload(id), style: 'outline' }],
    form: {
      action: paths.entries.create(id),
      submit: t('entries.submit'),
      back: { text: t('entries.back'), href: paths.openCompetitions.show(event.competitionId) },
      sections: [
        ...(size > 1
          ? [
              {
                fields: fill(
                  [
                    {
                      name: 'teamName',
                      label: t('entries.team'),
                      kind: 'text' as const,
                      optional: true,
                      hint: t('entries.teamHint'),
                    },
                  ],
                  values,
                  errors,
                ),
              },
            ]
          : []),
        ...people,
      ],
    },
  }
}

/** Somebody enters alone; name and number are those of the account. */
export function selfFormPage(
  t: Translate,
  event: EventRecord,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const title = t('entries.selfTitle', { title: event.title })
  return {
    layout: 'public',
    width: 'form',
    title,
    crumbs: crumbs(t, event, title),
    problems: problemsOf(errors),
    form: {
      action: paths.entries.own(String(event._id)),
      submit: t('entries.submit'),
      back: { text: t('entries.back'), href: paths.openCompetitions.show(event.competitionId) },
      sections: [
        {
          fields: fill(
            [
              identityField(t, event, 'identity'),
              honourField(t, 'honour'),
              {
                name: 'employer',
                label: t('entries.employer'),
                kind: 'text',
                optional: true,
                hint: t('entries.employerHint'),
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
