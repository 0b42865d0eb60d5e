import { refused } from '../../shared/errors.js'
import { charactersOf } from '../../shared/text.js'
import type { Face } from '../paper-fonts/faces.js'
import { widthOf } from '../paper-fonts/font-chain.js'
import { balanced, unitsOf } from './line-break.js'
import { em } from './measures.js'

/** How one value is set (papers.md section 4): from `size` down to `min`, then up to `lines` lines, then `last`, then a refusal. */
export interface FitRule {
  field: string
  face: Face
  size: number
  min?: number
  lines?: number
  /** On a list, a value that would still be refused is set this small in so many lines. */
  last?: { size: number; lines: number }
  /** Points between letters, at every size. */
  tracking?: number
  /** A person's name that wraps breaks after the middle dot where it can. */
  isName?: boolean
  /** In a list, a word that is wider than its column goes on in the next line; on a certificate nothing is broken. */
  breaksWords?: boolean
}

export interface Fitted {
  size: number
  lines: string[]
  tracking: number
}

const step = 0.25
const tolerance = 0.001

export const doesNotFit = (field: string, value: string, widthMm: number) =>
  refused('does-not-fit', { field, value, widthMm })

const wrap = (rule: FitRule, value: string, size: number, most: number, width: number): string[] | undefined => {
  const measure = (text: string) => widthOf(rule.face, text, size, rule.tracking, rule.field)
  if (most < 2) return undefined
  const atDots = rule.isName && value.includes('·') ? balanced(value.split(/(?<=·)/), measure, width) : undefined
  if (atDots && atDots.length <= most) return atDots
  const lines =
    balanced(unitsOf(value), measure, width) ??
    (rule.breaksWords ? balanced(charactersOf(value), measure, width) : undefined)
  return lines && lines.length <= most ? lines : undefined
}

/** Sets a value in a width, or refuses with the field's name: nothing is ever clipped, squeezed or shortened. */
export const fit = (rule: FitRule, value: string, width: number): Fitted => {
  const min = rule.min ?? rule.size
  const tracking = rule.tracking ?? 0
  const gaps = em(tracking) * Math.max(0, [...value].length - 1)
  const letters = widthOf(rule.face, value, rule.size, 0, rule.field) / rule.size
  const room = width + tolerance
  for (let size = rule.size; size >= min; size -= step)
    if (letters * size + gaps <= room) return { size, lines: [value], tracking }
  for (const { size, lines: most } of [{ size: min, lines: rule.lines ?? 1 }, ...(rule.last ? [rule.last] : [])]) {
    const lines = wrap(rule, value, size, most, room)
    if (lines) return { size, lines, tracking }
  }
  throw doesNotFit(rule.field, value, width)
}
