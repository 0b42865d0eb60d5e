import { paths, withQuery } from '../../paths.js'
import { formatDay, formatInstant, type Day } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Tag } from '../../web/link-models.js'
import type { BlocksPage } from '../../web/page-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { Tier } from '../competitions/competition.model.js'
import { tableKinds, type TableKind } from './award-table.data.js'
import type { AwardTableRecord } from './award-table.model.js'
import { tableStanding, type TableState } from './award-table.rules.js'
import { conditionsOf, isPrizeTable, linesTable, proposesNone, placesText, targetText } from './table-lines.view.js'

const tagKinds: Record<TableState, Tag['kind']> = { 'in-force': 'good', coming: 'run', replaced: 'neutral' }
const tagOf = (t: Translate, state: TableState): Tag => ({
  kind: tagKinds[state],
  text: t(`awardTables.state-${state}`),
})
export const tierNamesOf = (t: Translate, tiers: readonly Tier[]): string =>
  tiers.map((tier) => t(`competitions.tier-${tier}`)).join(t('awardTables.comma'))

/** What the lines say, in short. */
function summaryOf(t: Translate, row: AwardTableRecord): string {
  if (isPrizeTable(row))
    return row.table.lines
      .map((line) => `${t(`awards.prize-${line.prize}`)} ${placesText(t, line)}`)
      .join(t('awardTables.comma'))
  if (proposesNone(row)) return t('awardTables.proposesNone')
  const lines = (row as AwardTableRecord<'promotion'>).table.lines
  return [...new Set(lines.map((line) => targetText(t, line)))].join(t('awardTables.comma'))
}

/** Both kinds, the newest row first; a row that was replaced for some tiers says for which it still holds. */
export function awardTablesPage(
  t: Translate,
  rows: readonly AwardTableRecord[],
  today: Day,
  mayEdit: boolean,
): BlocksPage {
  const tableOf = (kind: TableKind): Table => ({
    caption: t(`awardTables.kind-${kind}`),
    columns: ['tiers', 'lines', 'from', 'clause', 'state'].map((name) => ({ label: t(`awardTables.${name}`) })),
    rows: rows.filter((row) => row.kind === kind).map((row) => ({ id: row._id, cells: cellsOf(row) })),
  })
  function cellsOf(row: AwardTableRecord): Cell[] {
    const { state, tiers } = tableStanding(row, rows, today)
    const partly = state === 'in-force' && tiers.length < row.tiers.length
    return [
      { text: tierNamesOf(t, row.tiers), href: paths.awardTables.show(row._id), ...sampleTag(t, row) },
      { text: summaryOf(t, row), full: true },
      { text: row.from, num: true },
      { text: row.clause, full: true, lang: 'zh-CN' },
      {
        tag: tagOf(t, state),
        ...(partly && { sub: t('awardTables.partly', { tiers: tierNamesOf(t, tiers) }) }),
      },
    ]
  }
  return {
    layout: 'staff',
    title: t('awardTables.title'),
    lead: t('awardTables.lead'),
    crumbs: [
      { text: t('policies.policies'), href: paths.policies.list() },
      { text: t('awardTables.title'), href: '' },
    ],
    blocks: tableKinds.map((kind) => ({
      title: t(`awardTables.kind-${kind}`),
      text: t(`awardTables.about-${kind}`),
      table: tableOf(kind),
      ...(mayEdit && {
        actions: [
          {
            text: t(`awardTables.new-${kind}`),
            href: withQuery(paths.awardTables.create(), { kind }),
            style: 'outline' as const,
          },
        ],
      }),
    })),
  }
}

const sampleTag = (t: Translate, { sample }: AwardTableRecord) =>
  sample && { tag: { kind: 'neutral' as const, text: t('frame.sample') } }

export function awardTablePage(
  t: Translate,
  row: AwardTableRecord,
  rows: readonly AwardTableRecord[],
  today: Day,
  mayEdit: boolean,
): BlocksPage {
  const { state } = tableStanding(row, rows, today)
  const change = {
    text: t('awardTables.change'),
    href: withQuery(paths.awardTables.create(), { kind: row.kind, like: row._id }),
  }
  return {
    layout: 'staff',
    title: t(`awardTables.kind-${row.kind}`),
    meta: tierNamesOf(t, row.tiers),
    tag: tagOf(t, state),
    crumbs: [
      { text: t('policies.policies'), href: paths.policies.list() },
      { text: t('awardTables.title'), href: paths.awardTables.list() },
      { text: t(`awardTables.kind-${row.kind}`), href: '' },
    ],
    ...(mayEdit && state !== 'replaced' && { actions: [{ ...change, style: 'primary' as const }] }),
    blocks: [
      {
        facts: [
          { label: t('awardTables.tiers'), value: tierNamesOf(t, row.tiers) },
          { label: t('awardTables.from'), value: formatDay(row.from, t.lang) },
          { label: t('awardTables.clause'), value: row.clause, ...sampleTag(t, row) },
          ...conditionsOf(t, row),
          {
            label: t('awardTables.written'),
            value: row.createdByName
              ? t('awardTables.writtenBy', { at: formatInstant(row.createdAt), name: row.createdByName })
              : t('awardTables.writtenFirst'),
          },
        ],
      },
      ...(proposesNone(row) ? [{ text: t('awardTables.proposesNone') }] : [{ table: linesTable(t, row) }]),
    ],
  }
}
