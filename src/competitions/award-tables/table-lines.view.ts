import { hundredths, printed } from '../../shared/fraction.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import type { Translate } from '../../shared/words.js'
import type { PrizeLine } from '../awards/award.rules.js'
import type { PromotionLine } from '../awards/promotion.rules.js'
import type { Fact } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import type { AwardTableRecord } from './award-table.model.js'

export const isPrizeTable = (row: AwardTableRecord): row is AwardTableRecord<'prize'> => row.kind === 'prize'
const isPromotionTable = (row: AwardTableRecord): row is AwardTableRecord<'promotion'> => row.kind === 'promotion'

/** A table of promotion without lines says that nothing is proposed. */
export const proposesNone = (row: AwardTableRecord): boolean => isPromotionTable(row) && row.table.lines.length === 0

/** `5–20`, `≤ 5`, `≥ 6` or what stands for no bounds. */
function span(
  from: number | null | undefined,
  to: number | null | undefined,
  text: (n: number) => string,
  any: string,
) {
  if (from && to) return from === to ? text(from) : `${text(from)} – ${text(to)}`
  if (from) return `≥ ${text(from)}`
  return to ? `≤ ${text(to)}` : any
}

/** How many a prize is for. */
export const placesText = (t: Translate, { count, share }: PrizeLine): string =>
  share ? t('awardTables.shareText', { share }) : t('awardTables.countText', { count: count ?? 0 })

/** To which level a line leads. */
export function targetText(t: Translate, { to, up, atMost }: PromotionLine): string {
  const level = (one: number) => levelPrinted(one as Level, t.lang)
  const target = to ? level(to) : t('awardTables.upText', { count: up ?? 0 })
  return atMost ? t('awardTables.targetAtMost', { target, level: level(atMost) }) : target
}

/** The conditions that stand above the lines. */
export function conditionsOf(t: Translate, row: AwardTableRecord): Fact[] {
  const points = (value: number) => t('awardTables.points', { points: printed(hundredths(value)) })
  if (isPrizeTable(row)) return [{ label: t('awardTables.minTotal'), value: points(row.table.minTotal) }]
  if (!isPromotionTable(row) || proposesNone(row)) return []
  const { passMark, minEntries, identities } = row.table
  return [
    { label: t('awardTables.passMark'), value: points(passMark) },
    { label: t('awardTables.minEntries'), value: t('awardTables.people', { count: minEntries }) },
    {
      label: t('awardTables.identities'),
      value: identities.map((one) => t(`events.identity-${one}`)).join(t('awardTables.comma')),
    },
  ]
}

export function linesTable(t: Translate, row: AwardTableRecord): Table {
  const caption = t(`awardTables.kind-${row.kind}`)
  const columns = (...names: string[]) => names.map((name) => ({ label: t(`awardTables.${name}`) }))
  if (isPrizeTable(row))
    return {
      caption,
      columns: columns('prize', 'places', 'least'),
      rows: row.table.lines.map((line) => ({
        cells: [
          { text: t(`awards.prize-${line.prize}`) },
          { text: placesText(t, line) },
          { text: t('awardTables.people', { count: line.minEntries }) },
        ],
      })),
    }
  const any = t('awardTables.any')
  const level = (one: number) => levelPrinted(one as Level, t.lang)
  return {
    caption,
    columns: columns('team', 'prize', 'rank', 'present', 'target'),
    rows: (isPromotionTable(row) ? row.table.lines : []).map((line) => ({
      cells: [
        { text: line.teamSize ? t(`events.team-${line.teamSize}`) : any },
        { text: (line.prizes ?? []).map((prize) => t(`awards.prize-${prize}`)).join(t('awardTables.comma')) || any },
        { text: span(line.rankFrom, line.rankTo, String, any) },
        { text: span(line.presentFrom, line.presentTo, level, any), full: true },
        { text: targetText(t, line), full: true },
      ],
    })),
  }
}
