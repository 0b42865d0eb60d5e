import { Apprentice } from '../../workplace/apprentices/apprentice.model.js'
import { Enrolment } from '../../training/enrolments/enrolment.model.js'
import type { Difference } from '../person-times/ledger-comparison.queries.js'
import type { PersonTimeService } from '../person-times/person-time.service.js'
import { PersonTime } from '../person-times/person-time.model.js'

export interface RecountResult {
  people: number
  rows: number
  differences: number
}
export interface RecountOptions {
  /** writes what differs; without it the ledger is only compared */
  repair?: boolean
  /** told each difference as it is found: a million people are never held in memory */
  onDifference?: (difference: Difference) => void
}

const together = 200

/** Counts everything again from the raw facts. A ledger that was kept in step shows no difference. */
export function createRecountService({
  personTimes,
}: {
  personTimes: Pick<PersonTimeService, 'settlePeople' | 'compare'>
}) {
  return {
    async rebuild({ repair = true, onDifference = () => undefined }: RecountOptions = {}): Promise<RecountResult> {
      const result: RecountResult = { people: 0, rows: 0, differences: 0 }
      for await (const personIds of inGroups(everybody())) {
        const { people, rows, differences } = await (repair
          ? personTimes.settlePeople(personIds)
          : personTimes.compare(personIds))
        result.people += people
        result.rows += rows
        result.differences += differences.length
        differences.forEach(onDifference)
      }
      return result
    },
  }
}
export type RecountService = ReturnType<typeof createRecountService>

const id = { select: 'personId -_id', sort: { personId: 1 }, batch: { batchSize: 5000 } } as const

/** Each person once, in order of the id: those with enrolments or apprenticeships, and those that only the ledger still knows. */
async function* everybody(): AsyncGenerator<string> {
  const sources = [
    distinct(Enrolment.find().select(id.select).sort(id.sort).lean<{ personId: string }>().cursor(id.batch)),
    distinct(Apprentice.find().select(id.select).sort(id.sort).lean<{ personId: string }>().cursor(id.batch)),
    distinct(PersonTime.find().select(id.select).sort(id.sort).lean<{ personId: string }>().cursor(id.batch)),
  ]
  const heads = await Promise.all(sources.map((source) => source.next()))
  for (;;) {
    const waiting = heads.flatMap(({ done, value }) => (done || value === undefined ? [] : [value]))
    if (waiting.length === 0) return
    const next = waiting.reduce((least, one) => (one < least ? one : least))
    yield next
    for (const [i, head] of heads.entries()) if (!head.done && head.value === next) heads[i] = await sources[i]!.next()
  }
}

async function* distinct(rows: AsyncIterable<{ personId: string }>): AsyncGenerator<string, undefined> {
  let last: string | undefined
  for await (const { personId } of rows) {
    if (personId !== last) yield personId
    last = personId
  }
  return undefined
}

async function* inGroups(ids: AsyncIterable<string>): AsyncGenerator<string[]> {
  const group: string[] = []
  for await (const id of ids) {
    group.push(id)
    if (group.length === together) yield group.splice(0)
  }
  if (group.length > 0) yield group
}
