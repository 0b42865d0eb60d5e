import { paths } from '../../paths.js'
import type { Day } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import type { AgreementRow } from './agreement.queries.js'
import { agreementTag, validity } from './agreement.view.js'

export function agreementListPage(
  t: Translate,
  rows: readonly AgreementRow[],
  actor: Actor,
  today: Day,
): Page & { list: List } {
  const create: Action[] = may(actor, 'agreement.edit')
    ? [{ text: t('agreements.create'), href: paths.agreements.create(), style: 'primary', icon: 'plus-lg' }]
    : []
  const columns = ['name', 'kind', 'validity', 'version', 'state'].map((key) => ({ label: t(`agreements.${key}`) }))
  return {
    layout: 'staff',
    title: t('agreements.title'),
    meta: t('agreements.total', { count: rows.length }),
    lead: t('agreements.lead'),
    actions: rows.length > 0 ? create : [],
    list:
      rows.length === 0
        ? { empty: { title: t('agreements.none'), text: t('agreements.noneText'), actions: create } }
        : {
            table: {
              caption: t('agreements.title'),
              columns,
              rows: rows.map((row) => ({
                id: row._id,
                cells: [
                  {
                    text: row.title,
                    href: paths.agreements.show(row._id),
                    sub: row.sample ? `${row.number} · ${t('agreements.sample')}` : row.number,
                  },
                  { text: t(`agreements.kind-${row.kind}`) },
                  { text: validity(t, row) },
                  {
                    text:
                      row.version > 0
                        ? t('agreements.versionOf', { version: row.version })
                        : t('agreements.notPublished'),
                  },
                  { tag: agreementTag(t, row, today) },
                ],
              })),
            },
          },
  }
}
