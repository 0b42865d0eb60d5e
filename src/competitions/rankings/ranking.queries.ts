import { hundredths, zero, type Fraction } from '../../shared/fraction.js'
import { CompetitionEvent, type EventRecord } from '../events/event.model.js'
import {
  aspectsToMark,
  schemeOf,
  sheetsWithMarks,
  type MarkedAspect,
  type SheetWithMarks,
} from '../marking/marking.queries.js'
import { aspectMark, practiceMark, totalMark } from '../marking/score.rules.js'
import { factsOfSheet, valuesOfAspect } from '../marking/sheet.rules.js'
import { ranking, type Contestant, type Placed } from './ranking.rules.js'

/** One value that a correction would change, laid over what is stored: to see who would move. */
export interface Override {
  code: string
  kind: 'mark' | 'theory' | 'standing'
  judgeId?: string | null
  aspect?: string | null
  value: number | string
}

export interface Computed {
  contestants: Contestant[]
  placed: Placed[]
}

/** Everybody's exact marks and ranks by their secret codes, from the stored marks and nothing else. */
export async function computeEvent(eventId: string, override?: Override): Promise<Computed> {
  const event = (await CompetitionEvent.findById(eventId).lean<EventRecord>())!
  const aspects = aspectsToMark(await schemeOf(eventId), event)
  const contestants = (await sheetsWithMarks(eventId)).map((one) =>
    contestantOf(override?.code === one.sheet.code ? laidOver(one, override) : one, aspects, event),
  )
  return { contestants, placed: ranking(contestants, event.tieChain) }
}

function laidOver({ sheet, marks }: SheetWithMarks, { kind, judgeId, aspect, value }: Override): SheetWithMarks {
  if (kind === 'theory') return { sheet: { ...sheet, theory: Number(value) }, marks }
  if (kind === 'standing') return { sheet: { ...sheet, standing: value as SheetWithMarks['sheet']['standing'] }, marks }
  const changed = marks.map((one) =>
    one.judgeId === judgeId
      ? { ...one, values: one.values.map((own) => (own.aspect === aspect ? { ...own, value: Number(value) } : own)) }
      : one,
  )
  return { sheet, marks: changed as SheetWithMarks['marks'] }
}

function contestantOf(
  one: SheetWithMarks,
  aspects: readonly MarkedAspect[],
  weights: { theoryWeight: number; practiceWeight: number },
): Contestant {
  const { code, standing, theory } = one.sheet
  if (standing !== 'present') return { id: code, standing, total: zero, theory: zero, practice: zero }
  const facts = factsOfSheet(aspects, one)
  const values = (aspect: string): number[] => valuesOfAspect(facts, aspect)
  const practice: Fraction = practiceMark(
    aspects.filter(({ code: aspect }) => aspect !== 'TIME').map((aspect) => aspectMark(aspect, values(aspect.code))),
  )
  const time = values('TIME')[0]
  return {
    id: code,
    standing,
    theory: hundredths(theory ?? 0),
    practice,
    total: totalMark({ theory: theory ?? 0, practice }, weights),
    ...(time !== undefined && { time }),
  }
}
