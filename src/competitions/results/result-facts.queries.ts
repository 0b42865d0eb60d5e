import { hundredths, zero, type Fraction } from '../../shared/fraction.js'
import { CompetitionEvent, type EventRecord } from '../events/event.model.js'
import { KeyedSheet, type KeyedRecord } from '../keying/keying.model.js'
import { differencesOf } from '../keying/keying.rules.js'
import {
  aspectsToMark,
  schemeOf,
  sheetsWithMarks,
  type MarkedAspect,
  type SheetWithMarks,
} from '../marking/marking.queries.js'
import { aspectMark, practiceMark, totalMark } from '../marking/score.rules.js'
import { factsOfSheet, sheetState, valuesOfAspect } from '../marking/sheet.rules.js'
import { Appeal } from '../appeals/appeal.model.js'
import { Correction } from '../corrections/correction.model.js'
import { lockObstacles, type LockObstacle } from './lock.rules.js'
import { ranking, type Contestant, type Placed } from './ranking.rules.js'
import { Result, type ResultRecord } from './result.model.js'

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

/** What still keeps the event from being locked. */
export async function obstaclesOf(eventId: string): Promise<{ reason: LockObstacle; codes: string[] }[]> {
  const event = (await CompetitionEvent.findById(eventId).lean<EventRecord>())!
  const aspects = aspectsToMark(await schemeOf(eventId), event)
  const sheets = (await sheetsWithMarks(eventId)).map((one) => ({
    code: one.sheet.code,
    standing: one.sheet.standing,
    state: sheetState(factsOfSheet(aspects, one)),
    theory: typeof one.sheet.theory === 'number',
  }))
  const keyed = await KeyedSheet.find({ eventId }).lean<KeyedRecord[]>()
  const differing = [...new Set(keyed.map(({ code }) => code))].filter((code) => {
    const [one, other] = keyed.filter((row) => row.code === code)
    return (
      one &&
      (!other || differencesOf(one, other).length > 0) &&
      sheets.some((sheet) => sheet.code === code && sheet.standing === 'present')
    )
  })
  return lockObstacles(sheets, { theoryWeight: event.theoryWeight, differing })
}

export const resultQueries = {
  /** In the order of the published list. */
  async of(eventId: string): Promise<ResultRecord[]> {
    const rows = await Result.find({ eventId }).lean<ResultRecord[]>()
    return rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.number < b.number ? -1 : 1))
  },
  ofPerson: (personId: string): Promise<ResultRecord[]> => Result.find({ personIds: personId }).lean<ResultRecord[]>(),
  openAppeals: (eventId: string): Promise<number> => Appeal.countDocuments({ eventId, state: 'open' }),
  openCorrections: (eventId: string): Promise<number> => Correction.countDocuments({ eventId, state: 'proposed' }),
}
