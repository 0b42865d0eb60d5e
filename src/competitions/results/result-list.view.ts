import { formatDay } from '../../shared/dates.js'
import { parseFraction, printed } from '../../shared/fraction.js'
import type { Translate } from '../../shared/words.js'
import type { Block } from '../../web/page-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { EventRecord } from '../events/event.model.js'
import { publicName } from '../public-results/published-name.js'
import type { ResultRecord } from './result.model.js'

const mark = (text: string | null | undefined): string => (text ? printed(parseFraction(text)) : '—')
export const rankText = (t: Translate, { rank, sharedWith, standing }: ResultRecord): string =>
  typeof rank !== 'number'
    ? t(`marking.standing-${standing}`)
    : sharedWith > 0
      ? `${rank}（${t('contestResults.shared')}）`
      : String(rank)

const cellsOf = (t: Translate, row: ResultRecord, staff: boolean): Cell[] => [
  {
    text: rankText(t, row),
    num: typeof row.rank === 'number',
    strong: row.rank === 1,
    ...(row.by && row.by !== 'total' && { sub: t(`contestResults.by-${row.by}`) }),
  },
  staff ? { text: row.name, sub: row.code } : { text: publicName(row.name) },
  { text: row.organisationName ?? t('contestResults.alone') },
  { text: row.number, num: true },
  { text: mark(row.theory), n: true },
  { text: mark(row.practice), n: true },
  { text: mark(row.total), n: true, strong: true },
]

export function resultsTable(t: Translate, rows: readonly ResultRecord[], staff: boolean): Table {
  const columns = [
    { label: t('contestResults.rank') },
    { label: t('contestResults.contestant') },
    { label: t('contestResults.delegation') },
    { label: t('contestResults.number') },
    ...(['theory', 'practice', 'total'] as const).map((key) => ({ label: t(`contestResults.${key}`), n: true })),
  ]
  return { caption: t('contestResults.caption'), columns, rows: rows.map((row) => ({ cells: cellsOf(t, row, staff) })) }
}

/** The list on the public page of the competition: on notice with the last day of appeals, then final. */
export const publicResultsBlock = (t: Translate, event: EventRecord, rows: readonly ResultRecord[]): Block => ({
  id: `results-${event.number}`,
  title: t('contestResults.listTitle', { title: event.title }),
  text: `${
    event.state === 'final'
      ? t('contestResults.finalText', { day: formatDay(event.finalOn ?? '', t.lang) })
      : t('contestResults.noticedText', {
          from: formatDay(event.noticedOn ?? '', t.lang),
          until: formatDay(event.appealsUntil ?? '', t.lang),
        })
  }${t.lang === 'en' ? '. ' : '。'}${t('contestResults.rounding')}`,
  table: resultsTable(t, rows, false),
})
