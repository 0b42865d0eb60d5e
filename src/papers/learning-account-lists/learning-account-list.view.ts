import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import type { Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import { creditText } from '../credit-entries/credit.rules.js'
import { printedNumber } from '../learning-accounts/account-number.rules.js'
import type { AccountRow } from './learning-account-list.queries.js'

/** The accounts that an officer may see. */
export function accountListPage(
  t: Translate,
  rows: readonly AccountRow[],
  page: PageOf,
  q: string,
): Page & { list: List } {
  const pager = pagerOf(page, (number) => withQuery(paths.learningAccounts.list(), { q, page: number }))
  const columns = [
    { label: t('learningAccounts.holder') },
    { label: t('learningAccounts.number') },
    { label: t('learningAccounts.openedOn') },
    { label: t('learningAccounts.entries'), n: true },
    { label: t('learningAccounts.balance'), n: true },
  ]
  const table = {
    caption: t('learningAccounts.accounts'),
    columns,
    rows: rows.map(({ _id, name, idMasked, number, openedOn, entries, balance }) => ({
      cells: [
        { text: name, sub: idMasked, href: paths.learningAccounts.show(_id) },
        { text: printedNumber(number), num: true },
        { text: openedOn, num: true },
        { text: String(entries), n: true, href: paths.learningAccounts.credits(_id) },
        { text: creditText(balance), n: true, href: paths.learningAccounts.credits(_id) },
      ],
    })),
  }
  return {
    layout: 'staff',
    title: t('learningAccounts.accounts'),
    meta: t('learningAccounts.total', { count: page.total }),
    lead: t('learningAccounts.listLead'),
    list: {
      filter: {
        action: paths.learningAccounts.list(),
        fields: [
          {
            name: 'q',
            id: 'q',
            label: t('learningAccounts.search'),
            kind: 'text',
            value: q,
            placeholder: t('learningAccounts.searchHint'),
          },
        ],
      },
      ...(q && { clearHref: paths.learningAccounts.list() }),
      ...(rows.length > 0
        ? { table }
        : {
            empty: q
              ? { filtered: true, title: t('learningAccounts.noneFound') }
              : { title: t('learningAccounts.none'), text: t('learningAccounts.noneText') },
          }),
      ...(pager && { pager }),
    },
  }
}
