import { paths } from '../../paths.js'
import type { Day } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { PersonRow } from '../people/person.queries.js'
import { revealReasons } from '../people/person.rules.js'
import { crumbsOf, minorNote } from '../people/person.view.js'

/** Which number and why, with nothing chosen beforehand but what was clicked. */
export function revealPage(t: Translate, person: PersonRow, today: Day, values: Values = {}, errors: Errors = {}) {
  const id = String(person._id)
  return {
    layout: 'staff' as const,
    width: 'form' as const,
    title: t('people.revealTitle', { name: person.name }),
    lead: t('people.revealLead'),
    problems: problemsOf(errors),
    crumbs: crumbsOf(t, person, { text: t('people.reveal'), href: '' }),
    note: minorNote(t, person, today),
    value: undefined,
    form: {
      action: paths.people.reveal(id),
      submit: t('people.revealDo'),
      repeatable: true,
      back: { text: t('people.revealBack'), href: paths.people.show(id) },
      sections: [
        {
          fields: fill(
            [
              {
                name: 'field',
                label: t('people.revealWhat'),
                kind: 'radios',
                options: [
                  { value: 'idNumber', label: t('people.idNumber') },
                  ...(person.phoneMasked ? [{ value: 'phone', label: t('people.phone') }] : []),
                ],
              },
              {
                name: 'reason',
                label: t('people.revealReason'),
                kind: 'radios',
                options: revealReasons.map((value) => ({ value, label: t(`people.reason-${value}`) })),
              },
              {
                name: 'note',
                label: t('people.revealNote'),
                kind: 'text',
                optional: true,
                hint: t('people.revealNoteHint'),
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

export function revealedPage(t: Translate, person: PersonRow, today: Day, field: 'idNumber' | 'phone', value: string) {
  return {
    layout: 'staff' as const,
    width: 'form' as const,
    title: t('people.revealedTitle', { name: person.name, what: t(`people.${field}`) }),
    crumbs: crumbsOf(t, person, { text: t('people.reveal'), href: '' }),
    note: minorNote(t, person, today),
    form: undefined,
    value,
    shownOnce: { kind: 'good' as const, text: t('people.revealedNote'), more: t('people.revealedMore') },
    back: { text: t('people.back'), href: paths.people.show(String(person._id)) },
  }
}
