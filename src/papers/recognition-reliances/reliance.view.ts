import { paths } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Form } from '../../web/form-models.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { Table } from '../../web/table-models.js'
import { paperText, recognitionTag } from '../recognitions/recognition-list.view.js'
import type { RelianceRecord } from '../recognitions/recognition.model.js'
import type { RecognitionRow } from '../recognitions/recognition.queries.js'

/** What an employer relies on, with its present state, and the form to register more. */
export function relianceListPage(
  t: Translate,
  rows: readonly { reliance: RelianceRecord; one: RecognitionRow }[],
  opens: boolean,
  values: Values = {},
  errors: Errors = {},
): Page & { table?: Table; form: Form } {
  const table: Table = {
    caption: t('recognitions.relianceTitle'),
    columns: ['caseNumber', 'holder', 'paper', 'purpose', 'registeredAt', 'state'].map((key) => ({
      label: t(`recognitions.${key}`),
    })),
    rows: rows.map(({ reliance, one }) => ({
      cells: [
        {
          text: one.number,
          num: true,
          ...(opens && one.organisationId === reliance.organisationId && { href: paths.recognitions.show(one._id) }),
        },
        { text: one.personName, sub: one.idMasked },
        { text: paperText(t, one) },
        { text: reliance.purpose },
        { text: formatInstant(reliance.at).slice(0, 10), num: true },
        { tag: recognitionTag(t, one) },
      ],
    })),
  }
  return {
    layout: 'staff',
    title: t('recognitions.relianceTitle'),
    lead: t('recognitions.relianceLead'),
    problems: problemsOf(errors),
    crumbs: [
      { text: t('recognitions.title'), href: paths.recognitions.list() },
      { text: t('recognitions.relianceTitle'), href: '' },
    ],
    ...(rows.length > 0 && { table }),
    form: {
      action: paths.reliances.list(),
      submit: t('recognitions.relianceAdd'),
      sections: [
        {
          title: t('recognitions.relianceForm'),
          fields: fill(
            [
              {
                name: 'number',
                label: t('recognitions.caseNumber'),
                kind: 'text',
                hint: t('recognitions.caseNumberHint'),
                autocomplete: 'off',
              },
              { name: 'name', label: t('recognitions.name'), kind: 'text', autocomplete: 'off' },
              { name: 'purpose', label: t('recognitions.purpose'), kind: 'text', hint: t('recognitions.purposeHint') },
            ],
            values,
            errors,
          ),
        },
      ],
    },
  }
}
