import { z } from 'zod'
import { halfWidth } from '../../shared/text.js'
import { choiceOf, manyOf, number, optionalLines, requiredText, ticked } from '../../web/form.js'
import { identities, tieBreaks } from './event.model.js'

const level = number('events.levelMissing', { min: 1, max: 8 })
const teamSize = choiceOf(['1', '2', '3'], 'events.teamMissing').transform((text) => Number(text) as 1 | 2 | 3)

/** `M1 砌墙 180`, one module a line. */
const modules = optionalLines().transform((text = '', context) => {
  const lines = halfWidth(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.flatMap((line, i) => {
    const [, code, title, minutes] = /^([A-Za-z][A-Za-z0-9]{0,3})\s+(\S.{0,28}?)(?:\s+(\d{1,4}))?$/.exec(line) ?? []
    if (!code || !title) {
      context.addIssue({ code: 'custom', message: `events.modulesFormat|line=${i + 1}` })
      return []
    }
    return [{ code: code.toUpperCase(), title, ...(minutes && { minutes: Number(minutes) }) }]
  })
})

const place = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined),
  number('events.tieFormat', { min: 1, max: 3 }).optional(),
)
const ties = Object.fromEntries(tieBreaks.map((tie) => [`tie-${tie}`, place])) as Record<
  `tie-${(typeof tieBreaks)[number]}`,
  typeof place
>

export const eventForm = z
  .object({
    title: requiredText('events.titleMissing', 30),
    occupationId: requiredText('events.occupationMissing', 40),
    level,
    teamSize,
    minEntries: number('events.countFormat', { min: 1, max: 1000 }),
    maxEntries: number('events.countFormat', { min: 1, max: 1000 }),
    theoryWeight: number('events.weightFormat', { min: 0, max: 100 }),
    modules,
    ...ties,
    identities: manyOf(identities, 'events.identities-missing'),
    minAge: number('events.countFormat', { min: 0, max: 99 }),
    honoursBarred: ticked,
  })
  .transform(({ 'tie-practice': practice, 'tie-theory': theory, 'tie-time': time, ...rest }, context) => {
    const placed = Object.entries({ practice, theory, time })
      .flatMap(([tie, at]) => (at === undefined ? [] : [{ tie: tie as (typeof tieBreaks)[number], at }]))
      .sort((a, b) => a.at - b.at)
    if (placed.some(({ at }, i) => at !== i + 1))
      context.addIssue({ code: 'custom', message: 'events.tieFormat', path: ['tie-practice'] })
    return { ...rest, tieChain: placed.map(({ tie }) => tie) }
  })
