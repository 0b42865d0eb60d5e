import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { type Errors, type FieldSpec, type Values } from '../../web/form.js'
import { personFormPage } from '../person-changes/person-form.view.js'
import type { PersonRow } from '../people/person.queries.js'
import { nameGrounds } from './name-correction.rules.js'

/** Anything that whoever corrects wants to leave behind. */
export const noteSpec = (t: Translate): FieldSpec => ({
  name: 'note',
  label: t('nameCorrections.note'),
  kind: 'text',
  optional: true,
  hint: t('nameCorrections.noteHint'),
})

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
  noteSpec(t),
]

/** The name as it is in the register, to be mended where it is wrong. */
export const namePage = (
  t: Translate,
  person: PersonRow,
  values: Values = { name: person.name },
  errors: Errors = {},
) =>
  personFormPage(t, person, {
    title: t('nameCorrections.title', { name: person.name }),
    lead: t('nameCorrections.lead'),
    here: t('nameCorrections.correct'),
    action: paths.people.name,
    submit: t('nameCorrections.submit'),
    back: t('nameCorrections.back'),
    specs: specsOf(t),
    values,
    errors,
  })
