import type { Translate } from '../../shared/words.js'
import type { Form } from '../../web/form-models.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { Desk } from '../recognitions/recognition-list.view.js'
import type { RecognitionRow } from '../recognitions/recognition.queries.js'
import { rootCrumb } from './application-form.view.js'

export function withdrawPage(
  t: Translate,
  desk: Desk,
  one: RecognitionRow,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  return {
    layout: desk.layout,
    width: 'form',
    title: t('recognitions.withdrawTitle'),
    lead: one.number,
    problems: problemsOf(errors),
    crumbs: [
      rootCrumb(t, desk),
      { text: one.number, href: desk.base.show(one._id) },
      { text: t('recognitions.withdraw'), href: '' },
    ],
    form: {
      action: desk.base.withdraw(one._id),
      danger: true,
      submit: t('recognitions.withdraw'),
      back: { text: t('recognitions.back'), href: desk.base.show(one._id) },
      hidden: { version: String(one.version) },
      sections: [
        {
          fields: fill(
            [{ name: 'reason', label: t('recognitions.withdrawReason'), kind: 'textarea', rows: 3 }],
            values,
            errors,
          ),
        },
      ],
    },
  }
}
