import type { Translate } from '../../shared/words.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { Achievement } from '../achievements/achievement.rules.js'
import type { Entry } from '../credit-entries/credit-entry.service.js'
import { bookedOf, standingEntries } from '../credit-entries/booking.rules.js'
import { creditText, type CreditRow } from '../credit-entries/credit.rules.js'
import { type Place, evidenceHref } from './account-place.view.js'

export const resultKind = (t: Translate, { kind }: Pick<Achievement, 'kind'>): string =>
  t(`learningAccounts.kind-${kind}`)
export function resultsTable(
  t: Translate,
  rows: readonly CreditRow[],
  entries: readonly Entry[],
  place: Place,
): Table | undefined {
  if (rows.length === 0) return undefined
  const standing = standingEntries(entries.map(bookedOf))
  const serialOf = new Map(entries.map(({ _id, serial }) => [_id, serial]))
  const creditCell = (row: CreditRow): Cell => {
    const entry = standing.get(row.achievement.key)
    if (!entry)
      return { text: row.reason ? t(`learningAccounts.none-${row.reason}`) : t('learningAccounts.booking'), n: true }
    return {
      text: creditText(entry.hundredths),
      href: place.credit(serialOf.get(entry.id)!),
      n: true,
      ...(row.hundredths < row.full && { sub: t('learningAccounts.capped', { full: creditText(row.full) }) }),
    }
  }
  return {
    caption: t('learningAccounts.results'),
    columns: [
      { label: t('learningAccounts.result') },
      { label: t('learningAccounts.on') },
      { label: t('learningAccounts.kind') },
      { label: t('learningAccounts.evidence') },
      { label: t('learningAccounts.standing') },
      { label: t('learningAccounts.credits'), n: true },
    ],
    rows: rows.map((row) => {
      const { achievement } = row
      const href = evidenceHref(achievement, place)
      return {
        cells: [
          { text: achievement.title, sub: achievement.source, lang: 'zh-CN', ...(href && { href }) },
          { text: achievement.on, num: true },
          { text: resultKind(t, achievement) },
          {
            text: t(`learningAccounts.grade-${achievement.grade}`),
            ...(achievement.number && { sub: achievement.number }),
          },
          standingCell(t, achievement),
          creditCell(row),
        ],
      }
    }),
  }
}

function standingCell(t: Translate, achievement: Achievement): Cell {
  if (achievement.standing === 'void')
    return {
      tag: { kind: 'void', text: t('learningAccounts.void') },
      sub: t(`learningAccounts.void-${achievement.reason}`),
    }
  return {
    tag:
      achievement.standing === 'holds'
        ? { kind: 'good', text: t('learningAccounts.holds') }
        : { kind: 'run', text: t('learningAccounts.underWay') },
  }
}
