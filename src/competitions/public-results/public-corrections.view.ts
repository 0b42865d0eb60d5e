import { dayOf, formatDay } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Block } from '../../web/page-models.js'
import type { CorrectionRecord } from '../corrections/correction.model.js'
import type { EventRecord } from '../events/event.model.js'
import type { ResultRecord } from '../results/result.model.js'
import { publicName } from './published-name.js'

/** What was corrected (`corrections` took effect) after the list had been put on notice, and who stands elsewhere by it; reasons name people and stay inside. */
export function publicCorrectionsBlock(
  t: Translate,
  event: EventRecord,
  rows: readonly ResultRecord[],
  corrections: readonly CorrectionRecord[],
): Block[] {
  const seen = corrections.filter(({ signedAt }) => signedAt && dayOf(signedAt) >= (event.noticedOn ?? ''))
  if (seen.length === 0) return []
  const nameOf = (code: string): string => {
    const row = rows.find((one) => one.code === code)
    return row ? `${row.number} ${publicName(row.name)}` : code
  }
  const rank = (value: number | null | undefined): string =>
    typeof value === 'number' ? String(value) : t('corrections.noRank')
  const movesOf = ({ moves }: CorrectionRecord): string =>
    moves.length === 0
      ? t('corrections.noMoves')
      : moves
          .map(({ code, from, to }) => t('corrections.move', { code: nameOf(code), from: rank(from), to: rank(to) }))
          .join(t.lang === 'en' ? '; ' : '；')
  return [
    {
      title: t('corrections.publicTitle', { title: event.title }),
      rows: seen.map((one) => ({
        text: `${formatDay(dayOf(one.signedAt!), t.lang)} ${t(`corrections.kind-${one.kind}`)} ${nameOf(one.code)}`,
        sub: movesOf(one),
      })),
    },
  ]
}
