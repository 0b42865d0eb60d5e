import { z } from 'zod'
import { isLevel } from '../../shared/levels.js'
import { promotionFaults } from '../award-tables/award-table.rules.js'
import { prizes, type Prize } from '../awards/award.rules.js'
import type { PromotionLine } from '../awards/promotion.rules.js'
import { identities } from '../events/event.model.js'
import { cell, count, filled, headOf, heading, least, mark, someOf, whole } from './table-heading.forms.js'

/** The cells of a line, in the order of the page: `team-0`, `prize-0` … */
export const promotionCells = [
  'team',
  'prize',
  'rankFrom',
  'rankTo',
  'presentFrom',
  'presentTo',
  'target',
  'atMost',
] as const
type PromotionCell = (typeof promotionCells)[number]
export const mostLines = 20
type Typed = Readonly<Record<string, unknown>>

/** How many lines a body brings. */
export const linesIn = (body: Typed): number =>
  Math.min(mostLines, Object.keys(body).filter((name) => /^target-\d{1,2}$/.test(name)).length)

const readLevel = (text: string): number | undefined => (isLevel(Number(text)) ? Number(text) : undefined)
/** A level, or one or two levels up. */
function readTarget(text: string): { to: number } | { up: number } | undefined {
  const to = readLevel(text)
  return to ? { to } : /^up-[12]$/.test(text) ? { up: Number(text.slice(-1)) } : undefined
}
function schemaOf(name: PromotionCell, line: number): z.ZodType {
  const wrong = `awardTables.choiceWrong|line=${line + 1}`
  if (name === 'rankFrom' || name === 'rankTo') return count(line, 1, 999)
  if (name === 'team') return cell(wrong, (text) => whole(text, 1, 3))
  if (name === 'prize') return cell(wrong, (text) => prizes.find((prize) => prize === text))
  return name === 'target' ? cell(wrong, readTarget) : cell(wrong, readLevel)
}

/** A table may say that nothing is proposed from its day on; conditions and lines are not read then. */
const noPromotionForm = z
  .object(heading)
  .transform((form) => ({ ...headOf(form), table: { passMark: 0, minEntries: 1, identities: [], lines: [] } }))

export const promotionTableForm = (body: Typed) =>
  body['none'] === undefined ? linesForm(linesIn(body)) : noPromotionForm

/** The form of as many lines as the page had; a line without anything in it is no line. */
function linesForm(rows: number) {
  const numbers = Array.from({ length: rows }, (_, line) => line)
  const cells = Object.fromEntries(
    numbers.flatMap((line) => promotionCells.map((name) => [`${name}-${line}`, schemaOf(name, line)])),
  )
  return z
    .object({
      ...heading,
      passMark: mark,
      minEntries: least,
      identities: someOf(identities, 'awardTables.identitiesMissing'),
      ...(cells as Record<never, z.ZodType>),
    })
    .transform((form, context) => {
      const { passMark, minEntries, identities: who } = form
      const lines = numbers
        .map((line) => ({ line, ...lineOf(form, line) }))
        .filter((line) => Object.keys(line).length > 1)
      const wrong = (field: string, line: number, reason: string): void =>
        context.addIssue({
          code: 'custom',
          message: `awardTables.${reason}|line=${line + 1}`,
          path: [`${field}-${line}`],
        })
      if (lines.length === 0) wrong('target', 0, 'promotionMissing')
      for (const { line, field, reason } of promotionFaults(lines)) wrong(field, line, reason)
      return {
        ...headOf(form),
        table: { passMark, minEntries, identities: who, lines: lines.map(({ line: _, ...one }): PromotionLine => one) },
      }
    })
}

function lineOf(form: Typed, line: number): PromotionLine {
  const at = (name: PromotionCell) => form[`${name}-${line}`]
  const number = (name: PromotionCell) => at(name) as number | undefined
  const prize = at('prize') as Prize | undefined
  return filled({
    teamSize: number('team'),
    prizes: prize && [prize],
    rankFrom: number('rankFrom'),
    rankTo: number('rankTo'),
    presentFrom: number('presentFrom'),
    presentTo: number('presentTo'),
    ...(at('target') as { to: number } | { up: number } | undefined),
    atMost: number('atMost'),
  } as PromotionLine)
}
