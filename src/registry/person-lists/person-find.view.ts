import { paths } from '../../paths.js'
import { idDocumentTypes } from '../../shared/id-card.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'

export const documentSpecs = (t: Translate): FieldSpec[] => [
  {
    name: 'idType',
    label: t('people.idType'),
    kind: 'select',
    width: 18,
    options: idDocumentTypes.map((value) => ({ value, label: t(`people.${value}`) })),
  },
  {
    name: 'idNumber',
    label: t('people.idNumber'),
    kind: 'text',
    width: 18,
    hint: t('people.idNumberHint'),
    autocomplete: 'off',
  },
]

/** Exact search by document: posted, so that no number stands in an address or a history. */
export function findPage(t: Translate, values: Values = {}, errors: Errors = {}) {
  return {
    layout: 'staff' as const,
    width: 'form' as const,
    title: t('people.findTitle'),
    lead: t('people.findLead'),
    problems: problemsOf(errors),
    crumbs: [
      { text: t('people.people'), href: paths.people.list() },
      { text: t('people.findTitle'), href: '' },
    ],
    form: {
      action: paths.people.find(),
      submit: t('people.findSubmit'),
      repeatable: true,
      back: { text: t('people.back'), href: paths.people.list() },
      sections: [
        {
          fields: fill(documentSpecs(t), values, errors),
        },
      ],
    },
  }
}
