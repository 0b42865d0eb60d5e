import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import type { Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import type { LearningRecordRecord } from './learning-record.model.js'
import type { RecordView } from './learning-record.queries.js'
import { recordTag, officeName } from './record-facts.view.js'

export function recordListPage(
  t: Translate,
  rows: readonly LearningRecordRecord[],
  page: PageOf,
  view: RecordView,
): Page & { list: List } {
  const pager = pagerOf(page, (number) => withQuery(paths.learningRecords.list(), { view, page: number }))
  const table = {
    caption: t('learningRecords.records'),
    columns: ['what', 'holder', 'kind', 'to', 'office', 'state'].map((key) => ({
      label: t(`learningRecords.column-${key}`),
    })),
    rows: rows.map((record) => ({
      cells: [
        { text: record.title, sub: record.place, href: paths.learningRecords.show(record._id) },
        { text: record.personName, sub: record.idMasked },
        { text: t(`learningAccounts.kind-${record.kind}`) },
        { text: record.to, num: true },
        { text: officeName(t, record) },
        { tag: recordTag(t, record.state) },
      ],
    })),
  }
  return {
    layout: 'staff',
    title: t('learningRecords.records'),
    meta: t('learningRecords.total', { count: page.total }),
    lead: t('learningRecords.listLead'),
    list: {
      views: (['waiting', 'confirmed', 'all'] as const).map((one) => ({
        text: t(`learningRecords.view-${one}`),
        href: withQuery(paths.learningRecords.list(), { view: one }),
        current: one === view,
      })),
      ...(rows.length > 0 ? { table } : { empty: { filtered: true, title: t('learningRecords.none') } }),
      ...(pager && { pager }),
    },
  }
}
