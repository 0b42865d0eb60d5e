import { Enrolment } from '../../training/enrolments/enrolment.model.js'
import type { Difference, PersonTimeService } from '../person-times/person-time.service.js'
import { PersonTime } from '../person-times/person-time.model.js'

export interface RecountResult { people: number; rows: number; differences: number }
export interface RecountOptions {
  /** writes what differs; without it the ledger is only compared */
  repair?: boolean
  /** told each difference as it is found: a million people are never held in memory */
  onDifference?: (difference: Difference) => void
}

const together = 200

/** Counts everything again from the raw facts. A ledger that was kept in step shows no difference. */
export function createRecountService({ personTimes }: { personTimes: Pick<PersonTimeService, 'settlePeople' | 'compare'> }) {
  return {
    async rebuild({ repair = true, onDifference = () => undefined }: RecountOptions = {}): Promise<RecountResult> {
      const result: RecountResult = { people: 0, rows: 0, differences: 0 }
      for await (const personIds of inGroups(everybody())) {
        const { people, rows, differences } = await (repair ? personTimes.settlePeople(personIds) : personTimes.compare(personIds))
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

/** Each person once, in order of the id: those with enrolments, and those that only the ledger still knows. */
async function* everybody(): AsyncGenerator<string> {
  const enrolled = distinct(Enrolment.find().select('personId -_id').sort({ personId: 1 }).lean<{ personId: string }>().cursor({ batchSize: 5000 }))
  const counted = distinct(PersonTime.find().select('personId -_id').sort({ personId: 1 }).lean<{ personId: string }>().cursor({ batchSize: 5000 }))
  let [a, b] = [await enrolled.next(), await counted.next()]
  while (!a.done || !b.done) {
    const next = a.done ? b.value! : b.done || a.value! < b.value! ? a.value! : b.value!
    yield next
    if (!a.done && a.value === next) a = await enrolled.next()
    if (!b.done && b.value === next) b = await counted.next()
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
