import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Table } from '../../web/table-models.js'
import { sourceRegions } from '../recognition-agreements/agreement.data.js'
import type { EquivalenceRow } from './equivalence.rules.js'

export function equivalenceTable(
  t: Translate,
  rows: readonly EquivalenceRow[],
  { caption, removeAt, edition }: { caption: string; removeAt?: string; edition?: number },
): Table {
  const keys = ['object', 'occupation', 'levels', 'targetLevel', 'effects']
  const cellsOf = (row: EquivalenceRow) => [
    {
      text: row.object === 'certificate' ? t(`agreements.family-${row.family}`) : t(`agreements.object-${row.object}`),
      sub: regionName(row.region, t.lang),
    },
    row.occupationName
      ? { text: row.occupationName, sub: t('agreements.editionOf', { edition: row.edition ?? '' }) }
      : { text: '—' },
    { text: levelText(t, row.level) || '—' },
    { text: levelText(t, row.targetLevel) || '—' },
    { text: effectNames(t, row.effects), full: true },
  ]
  return {
    caption,
    plain: true,
    columns: [...keys, ...(removeAt ? ['act'] : [])].map((key) => ({ label: t(`agreements.${key}`) })),
    rows: rows.map((row) => ({
      cells: [
        ...cellsOf(row),
        ...(removeAt
          ? [
              {
                actions: [
                  {
                    text: t('agreements.remove'),
                    href: removeAt,
                    post: true,
                    fields: { key: row.key, edition: String(edition ?? '') },
                  },
                ],
              },
            ]
          : []),
      ],
    })),
  }
}
/** `110000` and the like, as choices. */
export const regionOptions = (t: Translate) =>
  sourceRegions.map((value) => ({ value, label: regionName(value, t.lang) }))
export const effectNames = (t: Translate, effects: readonly string[]): string =>
  effects.map((effect) => t(`agreements.effect-${effect}`)).join(t.lang === 'en' ? ', ' : '、')
export const levelText = (t: Translate, level: number | null | undefined): string =>
  level ? levelPrinted(level as Level, t.lang) : ''
