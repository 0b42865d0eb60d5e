import type { Translate } from '../../shared/words.js'
import type { Page } from '../../web/page-models.js'
import type { Table } from '../../web/table-models.js'
import type { Entry } from '../credit-entries/credit-entry.service.js'
import { balanceOf } from '../credit-entries/booking.rules.js'
import { creditText } from '../credit-entries/credit.rules.js'
import type { Holder } from '../learning-accounts/learning-account.queries.js'
import { type Place, frameOf } from '../learning-accounts/account-place.view.js'

/** The ledger line by line; its last line is the balance, which is stored nowhere. */
export function ledgerPage(
  t: Translate,
  holder: Holder,
  entries: readonly Entry[],
  place: Place,
): Page & Record<string, unknown> {
  const frame = frameOf(t, place, holder.name)
  return {
    ...frame,
    crumbs: [
      ...frame.crumbs,
      ...(place.own ? [{ text: t('learningAccounts.title'), href: place.home }] : []),
      { text: t('learningAccounts.ledger'), href: '' },
    ],
    title: t('learningAccounts.ledger'),
    meta: place.own ? '' : `${holder.name} ${holder.idMasked}`,
    lead: t('learningAccounts.ledgerLead'),
    list:
      entries.length > 0
        ? { table: ledgerTable(t, entries, place) }
        : { empty: { title: t('learningAccounts.noEntries'), text: t('learningAccounts.noResultsText') } },
  }
}

export const signed = (hundredths: number): string =>
  hundredths > 0 ? `+${creditText(hundredths)}` : creditText(hundredths)

function ledgerTable(t: Translate, entries: readonly Entry[], place: Place): Table {
  const columns = [
    { label: t('learningAccounts.result') },
    { label: t('learningAccounts.serial'), n: true },
    { label: t('learningAccounts.on') },
    { label: t('learningAccounts.kind') },
    { label: t('learningAccounts.credits'), n: true },
  ]
  return {
    caption: t('learningAccounts.ledger'),
    columns,
    rows: [...entries].reverse().map((entry) => ({
      cells: [
        {
          text: entryTitle(t, entry),
          sub: entry.act === 'reversed' ? t(`learningAccounts.reversal-${entry.reason}`) : entry.source,
          lang: 'zh-CN',
        },
        { text: String(entry.serial), n: true },
        { text: entry.on, num: true },
        { text: t(entry.act === 'reversed' ? 'learningAccounts.reversed' : `learningAccounts.kind-${entry.kind}`) },
        { text: signed(entry.hundredths), n: true, href: place.credit(entry.serial) },
      ],
    })),
    foot: [
      { text: t('learningAccounts.balance') },
      { text: '' },
      { text: '' },
      { text: '' },
      { text: creditText(balanceOf(entries)), n: true, strong: true },
    ],
  }
}

export const entryTitle = (t: Translate, { act, title }: Entry): string =>
  act === 'reversed' ? t('learningAccounts.reversalOf', { title }) : title
