import { paths } from '../../paths.js'
import { formatDays } from '../../shared/dates.js'
import { yuan, yuanShort } from '../../shared/money.js'
import type { Translate } from '../../shared/words.js'
import type { Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import type { Row, Table } from '../../web/table-models.js'
import { classCrumbs } from '../apprenticeships/class-tabs.view.js'
import type { Sheet } from '../settlements/settlement.service.js'
import type { SheetLine } from './settlement-facts.queries.js'

const kinds = { entitled: 'good', refused: 'back', waits: 'wait' } as const
const resultText = (t: Translate, { line }: SheetLine): string =>
  'reason' in line ? t(`settlements.reason-${line.reason}`) : t('settlements.status-entitled')
export const resultTag = (t: Translate, one: SheetLine): Tag => ({
  kind: kinds[one.line.status],
  text: resultText(t, one),
})
export const barredTexts = (t: Translate, { line }: SheetLine): string[] =>
  line.barred.map(({ month, days, by }) =>
    t('settlements.barred', { month, days, title: by.title, number: by.number, from: by.from, to: by.to }),
  )

/** An amount opens: days, rate row, clause, and the months that another subsidy has. */
export function settlementLinePage(
  t: Translate,
  sheet: Pick<Sheet, 'one' | 'roundingClause'>,
  each: SheetLine,
): Page & Record<string, unknown> {
  const { line } = each
  const facts: Fact[] = [
    { label: t('settlements.idNumber'), value: each.idMasked, num: true },
    {
      label: t('settlements.served'),
      value: formatDays(each.from, each.to, t.lang),
      ...(each.breakDays > 0 && { note: t('settlements.breaks', { count: each.breakDays }) }),
    },
    { label: t('settlements.result'), tag: resultTag(t, each) },
    { label: t('settlements.days'), value: t('settlements.daysOf', { count: line.days }) },
    { label: t('settlements.amount'), value: t('settlements.yuanOf', { yuan: yuan(line.fen) }), strong: true },
    { label: t('settlements.roundingRule'), value: sheet.roundingClause },
  ]
  const table: Table = {
    caption: t('settlements.working'),
    columns: [
      { label: t('settlements.part') },
      { label: t('settlements.rate') },
      { label: t('settlements.working') },
      { label: t('settlements.clause') },
      { label: t('settlements.amount'), n: true },
    ],
    rows: line.parts.map((part) => ({
      cells: [
        { text: formatDays(part.from, part.to, t.lang), sub: t('settlements.daysOf', { count: part.days }) },
        {
          text: t('settlements.yuanOf', { yuan: yuanShort(part.rateFen) }),
          sub: t(`settlements.rate-${part.rateKind}`),
        },
        {
          text: t('settlements.workingText', {
            rate: yuanShort(part.rateFen),
            days: part.days,
            of: part.ofDays,
            year: part.year,
          }),
        },
        { text: part.clause, full: true, lang: 'zh-CN' },
        { text: yuan(part.fen), n: true },
      ],
    })),
    foot: [
      { text: t('settlements.total') },
      { text: '' },
      { text: '' },
      { text: '' },
      { text: yuan(line.fen), n: true },
    ],
  }
  const barred = line.barred.map(({ by }, i): Row => ({
    text: barredTexts(t, each)[i]!,
    href: by.kind === 'apprenticeship' ? paths.apprenticeships.show(by.id) : paths.courseRuns.show(by.id),
  }))
  return {
    layout: 'staff',
    title: t('settlements.lineTitle', { name: each.personName }),
    meta: sheet.one.title,
    crumbs: classCrumbs(t, sheet.one, each.personName, [
      { text: t('settlements.title'), href: paths.apprenticeships.settlement(String(sheet.one._id)) },
    ]),
    facts,
    barred,
    ...(line.parts.length > 0 && { table }),
  }
}
