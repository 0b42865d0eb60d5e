import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { PersonRow } from '../people/person.queries.js'
import { crumbsOf } from '../people/person.view.js'

interface PersonForm {
  title: string
  lead: string
  /** the last crumb */
  here: string
  action: (id: string) => string
  submit: string
  back: string
  specs: readonly FieldSpec[]
  values: Values
  errors: Errors
}

/** A form that changes one person: of the version that it shows, with the way back to the person. */
export const personFormPage = (
  t: Translate,
  person: PersonRow,
  { title, lead, here, action, submit, back, specs, values, errors }: PersonForm,
) => ({
  layout: 'staff' as const,
  width: 'form' as const,
  title,
  lead,
  problems: problemsOf(errors),
  crumbs: crumbsOf(t, person, { text: here, href: '' }),
  form: {
    action: action(person._id),
    hidden: { version: String(person.version) },
    submit,
    back: { text: back, href: paths.people.show(person._id) },
    sections: [{ fields: fill(specs, values, errors) }],
  },
})
