import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { PersonRow } from '../people/person.queries.js'
import { crumbsOf } from '../people/person.view.js'
import { documentSpecs } from '../person-lists/person-find.view.js'
import { documentGrounds } from './document-correction.forms.js'

/** The document that a person is known by, to be mended or renewed; the present number stays hidden. */
export function documentPage(t: Translate, person: PersonRow, values?: Values, errors: Errors = {}) {
  const id = String(person._id)
  return {
    layout: 'staff' as const,
    width: 'form' as const,
    title: t('documentCorrections.title', { name: person.name }),
    lead: t('documentCorrections.lead', { type: t(`people.${person.idType}`), number: person.idMasked }),
    problems: problemsOf(errors),
    crumbs: crumbsOf(t, person, { text: t('documentCorrections.correct'), href: '' }),
    form: {
      action: paths.people.document(id),
      hidden: { version: String(person.version) },
      submit: t('documentCorrections.submit'),
      back: { text: t('documentCorrections.back'), href: paths.people.show(id) },
      sections: [
        {
          fields: fill(
            [
              ...documentSpecs(t),
              {
                name: 'ground',
                label: t('documentCorrections.ground'),
                kind: 'radios',
                options: documentGrounds.map((value) => ({ value, label: t(`documentCorrections.ground-${value}`) })),
              },
              {
                name: 'note',
                label: t('nameCorrections.note'),
                kind: 'text',
                optional: true,
                hint: t('nameCorrections.noteHint'),
              },
            ],
            values ?? { idType: person.idType },
            errors,
          ),
        },
      ],
    },
  }
}
