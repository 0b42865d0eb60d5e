import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { PersonRow } from '../people/person.queries.js'
import { crumbsOf } from '../people/person.view.js'
import { nameGrounds } from './name-correction.rules.js'

const specsOf = (t: Translate): FieldSpec[] => [
  {
    name: 'name',
    label: t('nameCorrections.name'),
    kind: 'text',
    width: 18,
    autocomplete: 'off',
    hint: t('nameCorrections.nameHint'),
  },
  {
    name: 'ground',
    label: t('nameCorrections.ground'),
    kind: 'radios',
    options: nameGrounds.map((value) => ({ value, label: t(`nameCorrections.ground-${value}`) })),
  },
  {
    name: 'note',
    label: t('nameCorrections.note'),
    kind: 'text',
    optional: true,
    hint: t('nameCorrections.noteHint'),
  },
]

/** The name as it is in the register, to be mended where it is wrong. */
export function namePage(t: Translate, person: PersonRow, values?: Values, errors: Errors = {}) {
  const id = String(person._id)
  return {
    layout: 'staff' as const,
    width: 'form' as const,
    title: t('nameCorrections.title', { name: person.name }),
    lead: t('nameCorrections.lead'),
    problems: problemsOf(errors),
    crumbs: crumbsOf(t, person, { text: t('nameCorrections.correct'), href: '' }),
    form: {
      action: paths.people.name(id),
      hidden: { version: String(person.version) },
      submit: t('nameCorrections.submit'),
      back: { text: t('nameCorrections.back'), href: paths.people.show(id) },
      sections: [{ fields: fill(specsOf(t), values ?? { name: person.name }, errors) }],
    },
  }
}
