import { z } from 'zod'
import { prizeFaults, type PrizeField } from '../award-tables/award-table.rules.js'
import { prizes, type Prize, type PrizeLine } from '../awards/award.rules.js'
import { count, filled, headOf, heading, mark } from './table-heading.forms.js'

/** Each prize is a line of its own: `count-first`, `share-first`, `least-first`. */
export const prizeCells = ['count', 'share', 'least'] as const
export type PrizeCell = `${(typeof prizeCells)[number]}-${Prize}`
const most = { count: 200, share: 100, least: 1000 } as const
const cellOf: Readonly<Record<PrizeField, (typeof prizeCells)[number]>> = {
  count: 'count',
  share: 'share',
  minEntries: 'least',
}
const cells = Object.fromEntries(
  prizes.flatMap((prize, line) => prizeCells.map((cell) => [`${cell}-${prize}`, count(line, 1, most[cell])])),
) as Record<PrizeCell, ReturnType<typeof count>>

export const prizeTableForm = z.object({ ...heading, minTotal: mark, ...cells }).transform((form, context) => {
  const lines = prizes.flatMap((prize, line) => {
    const one = { count: form[`count-${prize}`], share: form[`share-${prize}`], minEntries: form[`least-${prize}`] }
    return Object.keys(filled(one)).length > 0 ? [{ line, ...one }] : []
  })
  const wrong = (field: PrizeField, line: number, reason: string): void =>
    context.addIssue({
      code: 'custom',
      message: `awardTables.${reason}|line=${line + 1}`,
      path: [`${cellOf[field]}-${prizes[line]!}`],
    })
  if (lines.length === 0) wrong('count', 0, 'linesMissing')
  for (const { line, field, reason } of prizeFaults(lines)) wrong(field, line, reason)
  return {
    ...headOf(form),
    table: {
      minTotal: form.minTotal,
      lines: lines.map(({ line, ...one }): PrizeLine =>
        filled({ prize: prizes[line]!, ...one, minEntries: one.minEntries ?? 1 }),
      ),
    },
  }
})
