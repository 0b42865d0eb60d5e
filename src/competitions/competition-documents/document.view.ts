import { paths } from '../../paths.js'
import { dayOf, formatDay } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { fill, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Row } from '../../web/table-models.js'
import { documentKinds, type CompetitionRecord } from '../competitions/competition.model.js'

export function documentRows(t: Translate, one: CompetitionRecord, staff: boolean): Row[] {
  return one.documents
    .filter(({ replacedAt }) => staff || !replacedAt)
    .map(({ id, kind, title, at, replacedAt, size }) => ({
      text: title,
      href: paths.openCompetitions.document(String(one._id), id),
      sub: `${t(`competitions.document-${kind}`)} · PDF ${Math.max(1, Math.round(size / 1024))} KB${replacedAt ? ` · ${t('competitions.replaced')}` : ''}`,
      right: formatDay(dayOf(at), t.lang),
      icon: 'file-earmark-pdf',
    }))
}

export const documentForm = (t: Translate, id: string, values: Values, errors: Errors): Form => ({
  action: paths.competitions.documents(id),
  multipart: true,
  submit: t('competitions.addDocument'),
  sections: [
    {
      fields: fill(
        [
          {
            name: 'kind',
            label: t('competitions.documentKind'),
            kind: 'radios',
            options: documentKinds.map((value) => ({ value, label: t(`competitions.document-${value}`) })),
          },
          { name: 'title', label: t('competitions.documentTitle'), kind: 'text' },
          {
            name: 'file',
            label: t('competitions.documentFile'),
            kind: 'file',
            accept: 'application/pdf',
            hint: t('competitions.documentFileHint'),
          },
        ],
        values,
        errors,
      ),
    },
  ],
})
