import { paths } from '../../paths.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import { tiers, type CompetitionRecord } from './competition.model.js'
import type { AskedAct } from './competition.view.js'

const crumbs = (t: Translate, last: string, one?: CompetitionRecord): Link[] => [
  { text: t('competitions.title'), href: paths.competitions.list() },
  ...(one ? [{ text: one.title, href: paths.competitions.show(String(one._id)) }] : []),
  { text: last, href: '' },
]
const names = [
  'title',
  'tier',
  'sponsor',
  'region',
  'place',
  'entriesFrom',
  'entriesTo',
  'contestFrom',
  'contestTo',
  'summary',
  'contact',
] as const
export const valuesOfCompetition = (one: CompetitionRecord): Values =>
  Object.fromEntries(names.map((name) => [name, String(one[name] ?? '')]))

export function competitionFormPage(
  t: Translate,
  one: (CompetitionRecord & { version: number }) | undefined,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const choose = { value: '', label: t('frame.choose') }
  const date = (name: string) => ({ name, label: t(`competitions.${name}`), kind: 'date' as const })
  const title = t(one ? 'competitions.edit' : 'competitions.new')
  return {
    layout: 'staff',
    width: 'form',
    title,
    crumbs: crumbs(t, title, one),
    problems: problemsOf(errors),
    form: {
      action: one ? paths.competitions.edit(String(one._id)) : paths.competitions.create(),
      submit: t('competitions.save'),
      ...(one && { hidden: { version: String(one.version) } }),
      back: {
        text: t('competitions.back'),
        href: one ? paths.competitions.show(String(one._id)) : paths.competitions.list(),
      },
      sections: [
        {
          title: t('competitions.competition'),
          fields: fill(
            [
              { name: 'title', label: t('competitions.name'), kind: 'text', hint: t('competitions.nameHint') },
              {
                name: 'tier',
                label: t('competitions.tier'),
                kind: 'radios',
                options: tiers.map((value) => ({ value, label: t(`competitions.tier-${value}`) })),
              },
              { name: 'sponsor', label: t('competitions.sponsor'), kind: 'text', hint: t('competitions.sponsorHint') },
            ],
            values,
            errors,
          ),
        },
        {
          title: t('competitions.contest'),
          fields: fill(
            [
              {
                name: 'region',
                label: t('competitions.region'),
                kind: 'select',
                width: 8,
                options: [choose, ...threeCounties.map((code) => ({ value: code, label: regionName(code, t.lang) }))],
              },
              { name: 'place', label: t('competitions.place'), kind: 'text' },
              date('entriesFrom'),
              date('entriesTo'),
              date('contestFrom'),
              date('contestTo'),
            ],
            values,
            errors,
          ),
        },
        {
          title: t('competitions.summary'),
          fields: fill(
            [
              {
                name: 'summary',
                label: t('competitions.summary'),
                kind: 'textarea',
                rows: 4,
                maxlength: 2000,
                optional: true,
              },
              {
                name: 'contact',
                label: t('competitions.contact'),
                kind: 'text',
                optional: true,
                hint: t('competitions.contactHint'),
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

const addresses: Record<AskedAct, (id: string) => string> = {
  return: (id) => paths.competitions.move(id, 'return'),
  withdraw: paths.competitions.withdraw,
  cancel: paths.competitions.cancel,
}

/** The question before an act that weighs much, with its reason. */
export function askPage(
  t: Translate,
  act: AskedAct,
  one: CompetitionRecord,
  values: Values = {},
  errors: Errors = {},
): Page & { note: Note; form: Form } {
  const id = String(one._id)
  return {
    layout: 'staff',
    width: 'form',
    title: t(`competitions.ask-${act}`, { title: one.title }),
    lead: `${one.number} · ${one.hostOrganisationName}`,
    crumbs: crumbs(t, t(`competitions.do-${act}`), one),
    problems: problemsOf(errors),
    note: { kind: act === 'return' ? 'wait' : 'void', text: t(`competitions.effect-${act}`) },
    form: {
      action: addresses[act](id),
      danger: act !== 'return',
      submit: t(`competitions.do-${act}`),
      back: { text: t('competitions.keep'), href: paths.competitions.show(id) },
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
