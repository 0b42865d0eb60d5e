import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { OrganisationRow } from '../organisations/organisation.queries.js'
import { crumbsOf } from '../organisations/organisation.view.js'

/** The question as h1, the effects, a reason the organisation reads, the last characters of the code (look.md 5.11). */
export function suspendPage(
  t: Translate,
  row: OrganisationRow,
  actor: Actor,
  values: Values = {},
  errors: Errors = {},
) {
  const id = String(row._id)
  const page: Page = {
    layout: 'staff',
    width: 'form',
    title: t('organisations.suspendQuestion', { name: row.name }),
    problems: problemsOf(errors),
    crumbs: crumbsOf(
      t,
      actor,
      { text: row.name, href: paths.organisations.show(id) },
      { text: t('organisations.suspend'), href: '' },
    ),
  }
  return {
    ...page,
    note: {
      kind: 'void' as const,
      text: t('organisations.suspendEffects'),
      items: [1, 2, 3].map((n) => t(`organisations.suspendEffect${n}`)),
    },
    form: {
      action: paths.organisations.suspend(id),
      danger: true,
      submit: t('organisations.suspendDo'),
      back: { text: t('organisations.suspendBack'), href: paths.organisations.show(id) },
      sections: [
        {
          fields: fill(
            [
              {
                name: 'reason',
                label: t('organisations.suspendReason'),
                kind: 'textarea',
                hint: t('organisations.suspendReasonHint'),
              },
              {
                name: 'tail',
                label: t('organisations.suspendTail'),
                kind: 'text',
                width: 4,
                hint: t('organisations.suspendTailHint', { code: row.creditCode }),
                autocomplete: 'off',
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
