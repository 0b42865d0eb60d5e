import type { Translate } from '../../shared/words.js'
import type { Table } from '../../web/table-models.js'
import type { Entry } from '../credit-entries/credit-entry.service.js'
import { balanceOf } from '../credit-entries/booking.rules.js'
import { creditText } from '../credit-entries/credit.rules.js'
import { ownPlace } from '../learning-accounts/account-place.view.js'

const shown = 5
export interface CreditsCard {
  balance: string
  href: string
  link: { text: string; href: string }
  table?: Table
  none: string
}

/** The credits on the holder's first page: the balance, its newest entries, and the way to the account. */
export function creditsCard(t: Translate, entries: readonly Entry[]): CreditsCard {
  const balance = creditText(balanceOf(entries))
  const newest = entries.slice(-shown).reverse()
  const rest = entries.length - newest.length
  const table: Table = {
    caption: t('learningAccounts.ledger'),
    plain: true,
    small: true,
    columns: [{ label: t('learningAccounts.source') }, { label: t('learningAccounts.credits'), n: true }],
    rows: [
      ...newest.map((entry) => ({
        cells: [
          {
            text: entry.act === 'reversed' ? t('learningAccounts.reversalOf', { title: entry.title }) : entry.title,
            sub: entry.on,
            lang: 'zh-CN',
          },
          {
            text: `${entry.hundredths > 0 ? '+' : ''}${creditText(entry.hundredths)}`,
            n: true,
            href: ownPlace.credit(entry.serial),
          },
        ],
      })),
      ...(rest > 0
        ? [
            {
              cells: [
                { text: t('learningAccounts.earlier', { count: rest }) },
                { text: creditText(balanceOf(entries.slice(0, rest))), n: true, href: ownPlace.credits },
              ],
            },
          ]
        : []),
    ],
    foot: [{ text: t('learningAccounts.sum') }, { text: balance, n: true, strong: true, href: ownPlace.credits }],
  }
  return {
    balance,
    href: ownPlace.credits,
    link: { text: t('learningAccounts.title'), href: ownPlace.home },
    none: t('learningAccounts.noResultsText'),
    ...(entries.length > 0 && { table }),
  }
}
