import { formatDay, type Day } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import type { Entry } from '../credit-entries/credit-entry.service.js'
import { creditText } from '../credit-entries/credit.rules.js'
import type { Holder } from '../learning-accounts/learning-account.queries.js'
import { type Place, frameOf } from '../learning-accounts/account-place.view.js'
import { signed, entryTitle } from './credit-ledger.view.js'

export interface EntryData {
  holder: Holder
  entry: Entry
  other: Entry | null
  source?: { text: string; href: string }
  inForce: readonly { name: string; value: string; from: Day }[]
}

/** One entry opened to its rule, its clause and its source. */
export function entryPage(
  t: Translate,
  { holder, entry, other, source, inForce }: EntryData,
  place: Place,
): Page & Record<string, unknown> {
  const frame = frameOf(t, place, holder.name)
  return {
    ...frame,
    title: entryTitle(t, entry),
    tag:
      entry.act === 'reversed'
        ? { kind: 'void', text: t('learningAccounts.reversed') }
        : other
          ? { kind: 'moved', text: t('learningAccounts.wasReversed') }
          : { kind: 'good', text: t('learningAccounts.holds') },
    crumbs: [
      ...frame.crumbs,
      ...(place.own ? [{ text: t('learningAccounts.title'), href: place.home }] : []),
      { text: t('learningAccounts.ledger'), href: place.credits },
      { text: t('learningAccounts.entryOf', { serial: entry.serial }), href: '' },
    ],
    rule: {
      sentence: t(`learningAccounts.rule-${entry.type}`),
      clause: entry.clause,
      sample: entry.sample,
      from: inForce
        .map(({ name, value, from }) => t('learningAccounts.inForce', { name, value, day: from }))
        .join(t.lang === 'en' ? '; ' : '；'),
    },
    facts: [
      {
        label: t('learningAccounts.credits'),
        value: signed(entry.hundredths),
        strong: true,
        ...(Math.abs(entry.full) > Math.abs(entry.hundredths) && {
          note: t('learningAccounts.capped', { full: creditText(Math.abs(entry.full)) }),
        }),
      },
      { label: t('learningAccounts.kind'), value: t(`learningAccounts.kind-${entry.kind}`) },
      { label: t('learningAccounts.on'), value: formatDay(entry.on, t.lang) },
      ...(typeof entry.hours === 'number'
        ? [{ label: t('learningAccounts.hours'), value: t('learningAccounts.hoursText', { hours: entry.hours }) }]
        : []),
      { label: t('learningAccounts.source'), value: entry.source },
      {
        label: t('learningAccounts.evidence'),
        value: t(`learningAccounts.grade-${entry.grade}`),
        ...(entry.number && { note: entry.number }),
      },
      ...(entry.reason
        ? [{ label: t('learningAccounts.why'), value: t(`learningAccounts.reversal-${entry.reason}`) }]
        : []),
      ...(other
        ? [
            {
              label: t(entry.reverses ? 'learningAccounts.reverses' : 'learningAccounts.reversedBy'),
              value: t('learningAccounts.entryOf', { serial: other.serial }),
              href: place.credit(other.serial),
            },
          ]
        : []),
      ...(source ? [{ label: t('learningAccounts.seeSource'), value: source.text, href: source.href }] : []),
    ] satisfies Fact[],
    back: { text: t('learningAccounts.ledger'), href: place.credits },
  }
}
