import { hundredths, printed } from '../../shared/fraction.js'
import type { Values } from '../../web/form.js'
import type { PromotionLine } from '../awards/promotion.rules.js'
import type { AwardTableRecord } from '../award-tables/award-table.model.js'
import { isPrizeTable } from '../award-tables/table-lines.view.js'

const marks = (value: number): string => printed(hundredths(value)).replace(/\.?0+$/, '')
const texts = (pairs: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(pairs).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [[name, String(value)]],
    ),
  )

/** A row as the form has it. Day, clause and origin are those of the new row and begin empty. */
export function valuesOfTable(row: AwardTableRecord): Values {
  if (isPrizeTable(row))
    return {
      tiers: row.tiers,
      minTotal: marks(row.table.minTotal),
      ...Object.assign(
        {},
        ...row.table.lines.map(({ prize, count, share, minEntries }) =>
          texts({ [`count-${prize}`]: count, [`share-${prize}`]: share, [`least-${prize}`]: minEntries }),
        ),
      ),
    }
  const { passMark, minEntries, identities, lines } = (row as AwardTableRecord<'promotion'>).table
  if (lines.length === 0) return { tiers: row.tiers, none: '1' }
  return {
    tiers: row.tiers,
    passMark: marks(passMark),
    minEntries: String(minEntries),
    identities,
    ...Object.assign({}, ...lines.flatMap(onePrizeEach).map(valuesOfLine)),
  }
}

/** A line of the form has one prize. */
const onePrizeEach = (line: PromotionLine): PromotionLine[] =>
  line.prizes?.length ? line.prizes.map((prize) => ({ ...line, prizes: [prize] })) : [line]

const valuesOfLine = ({ teamSize, prizes, to, up, ...rest }: PromotionLine, line: number): Record<string, string> => {
  const { rankFrom, rankTo, presentFrom, presentTo, atMost } = rest
  const target = to ?? (up ? `up-${up}` : '')
  const cells = { team: teamSize, prize: prizes?.[0], rankFrom, rankTo, presentFrom, presentTo, target, atMost }
  return texts(Object.fromEntries(Object.entries(cells).map(([name, value]) => [`${name}-${line}`, value])))
}
