import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Errors, FieldSpec, Values } from '../../web/form.js'
import { noteSpec } from '../name-corrections/name-correction.view.js'
import type { PersonRow } from '../people/person.queries.js'
import { personFormPage } from '../person-changes/person-form.view.js'
import { documentSpecs } from '../person-lists/person-find.view.js'
import { documentGrounds } from './document-correction.forms.js'

const specsOf = (t: Translate): FieldSpec[] => [
  ...documentSpecs(t),
  {
    name: 'ground',
    label: t('documentCorrections.ground'),
    kind: 'radios',
    options: documentGrounds.map((value) => ({ value, label: t(`documentCorrections.ground-${value}`) })),
  },
  noteSpec(t),
]

/** The document that a person is known by, to be mended or renewed; the present number stays hidden. */
export const documentPage = (
  t: Translate,
  person: PersonRow,
  values: Values = { idType: person.idType },
  errors: Errors = {},
) =>
  personFormPage(t, person, {
    title: t('documentCorrections.title', { name: person.name }),
    lead: t('documentCorrections.lead', { type: t(`people.${person.idType}`), number: person.idMasked }),
    here: t('documentCorrections.correct'),
    action: paths.people.document,
    submit: t('documentCorrections.submit'),
    back: t('documentCorrections.back'),
    specs: specsOf(t),
    values,
    errors,
  })
