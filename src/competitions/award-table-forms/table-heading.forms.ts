import { z } from 'zod'
import { parseHundredths } from '../../shared/fraction.js'
import { cleanText, halfWidth } from '../../shared/text.js'
import { choiceOf, manyOf, requiredDay, requiredText } from '../../web/form.js'
import { tableKinds } from '../award-tables/award-table.data.js'
import { tiers, type Tier } from '../competitions/competition.model.js'

/** `like` is the row whose lines the form begins with. */
export const newTableQuery = z.object({
  kind: z.enum(tableKinds).optional().catch(undefined),
  like: z.string().max(80).optional().catch(undefined),
})

export const someOf = <const T extends readonly string[]>(options: T, key: string) =>
  manyOf(options, key).refine((picked) => picked.length > 0, key)

/** What each table has, whatever its kind. */
export const heading = {
  tiers: someOf(tiers, 'awardTables.tiersMissing'),
  from: requiredDay('awardTables.fromMissing'),
  clause: requiredText('awardTables.clauseMissing', 200),
  origin: choiceOf(['own', 'sample'], 'awardTables.originMissing'),
}
export const headOf = ({
  tiers: of,
  from,
  clause,
  origin,
}: {
  tiers: Tier[]
  from: string
  clause: string
  origin: string
}) => ({
  tiers: of,
  from,
  clause,
  sample: origin === 'sample',
})

const typed = z.preprocess((value) => (typeof value === 'string' ? cleanText(halfWidth(value)) : ''), z.string())
/** A mark of 0 to 100 with at most two decimals, in hundredths. */
export const mark = typed.transform((text, context) => {
  const value = parseHundredths(text)
  const fits = value !== undefined && value <= 10_000
  if (!fits) context.addIssue({ code: 'custom', message: 'awardTables.markWrong' })
  return fits ? value : 0
})
export const whole = (text: string, min: number, max: number): number | undefined => {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN
  return value >= min && value <= max ? value : undefined
}
export const least = typed.transform((text, context) => {
  const value = whole(text, 1, 1000)
  if (value === undefined) context.addIssue({ code: 'custom', message: 'awardTables.leastWrong' })
  return value ?? 1
})

/** A cell of a line may be empty; what stands in it must be read. */
export const cell = <T>(key: string, read: (text: string) => T | undefined) =>
  typed.transform((text, context): T | undefined => {
    if (text === '') return undefined
    const value = read(text)
    if (value === undefined) context.addIssue({ code: 'custom', message: key })
    return value
  })
/** A whole number in a line; `line` counts from 0. */
export const count = (line: number, min: number, max: number) =>
  cell(`awardTables.wholeWrong|line=${line + 1}|min=${min}|max=${max}`, (text) => whole(text, min, max))

/** Without the cells that were left empty. */
export const filled = <T extends object>(line: T): T =>
  Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)) as T
