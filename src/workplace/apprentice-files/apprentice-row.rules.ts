import { rowTexts } from '../../infra/sheet-reading/row-texts.rules.js'
import type { SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import { parseDay, type Day } from '../../shared/dates.js'
import { exampleMark } from '../../training/roster-files/roster-columns.data.js'
import { readRoster, type RosterFacts } from '../../training/roster-files/roster-row.rules.js'
import { contractObstacle, type ContractRefusal } from '../apprentice-contracts/contract.rules.js'
import {
  apprenticeColumns,
  apprenticeKeys,
  ownKeys,
  type ApprenticeKey,
  type OwnKey,
} from './apprentice-columns.data.js'

export interface Terms {
  from: Day
  to: Day
  signedOn: Day
}
export interface ApprenticeGiven {
  facts: RosterFacts
  post?: string
  from?: Day
  labour?: Terms
  training?: Terms
  mentorId?: string
}
/** `code` is the key of the sentence that says what to do. */
export interface ApprenticeFault {
  column: ApprenticeKey
  code: string
  params?: Record<string, string | number>
}
export type ApprenticeTexts = Partial<Record<ApprenticeKey, string>>
export interface ApprenticeLine {
  line: number
  texts: ApprenticeTexts
  faults: ApprenticeFault[]
  given?: ApprenticeGiven
}

interface Context {
  today: Day
  startsOn: Day
  endsOn: Day
  /** mentors of the enterprise, by their account */
  mentors: readonly { id: string; name: string }[]
}

/** Reads a roster of apprentices; every fault of a line is told at once, in the order of the columns. */
export function readApprentices(
  rows: readonly SheetRow[],
  at: Partial<Record<ApprenticeKey, number>>,
  context: Context,
): ApprenticeLine[] {
  const readOf = new Map(rows.map((row) => [row.line, rowTexts(row, apprenticeColumns, at)]))
  const filled = rows.filter(({ line }) => {
    const { texts } = readOf.get(line)!
    return Object.keys(texts).length > 0 && !texts.name?.includes(exampleMark)
  })
  // A line with nothing but a post is a line with faults, not an empty one; the roster's own reader passes over only what is empty.
  const people = new Map(readRoster(filled, at, context.today).map((one) => [one.line, one]))
  return filled.map(({ line }) => {
    const { texts, faults: all } = readOf.get(line)!
    const unread = all.filter(({ column }) => isOwn(column))
    const person = people.get(line)
    const own = readOwn(texts, context)
    const faults: ApprenticeFault[] = [
      ...(person
        ? person.faults.map(({ column, code, params }) => ({
            column: column as ApprenticeKey,
            code: `rosterImports.fault-${code}`,
            ...(params && { params: { ...params } }),
          }))
        : [{ column: 'name' as const, code: 'rosterImports.fault-name-missing' }]),
      ...unread.map((fault) => ({ ...fault, code: `apprenticeFiles.fault-${fault.code}` })),
      ...own.faults.filter(({ column }) => !unread.some((other) => other.column === column)),
    ].sort((a, b) => apprenticeKeys.indexOf(a.column) - apprenticeKeys.indexOf(b.column))
    return {
      line,
      texts,
      faults,
      ...(faults.length === 0 && person?.facts && { given: { facts: person.facts, ...own.given } }),
    }
  })
}

const isOwn = (key: ApprenticeKey): boolean => (ownKeys as readonly string[]).includes(key)

function readOwn(
  texts: ApprenticeTexts,
  { today, startsOn, endsOn, mentors }: Context,
): { given: Omit<ApprenticeGiven, 'facts'>; faults: ApprenticeFault[] } {
  const faults: ApprenticeFault[] = []
  const say = (column: OwnKey, code: string, params?: ApprenticeFault['params']): undefined =>
    void faults.push({ column, code: `apprenticeFiles.fault-${code}`, ...(params && { params }) })
  const days = Object.fromEntries(
    ownKeys
      .filter((key) => key !== 'post' && key !== 'mentor' && texts[key])
      .map((key) => [key, parseDay(texts[key]!) ?? say(key, 'day-unreadable')]),
  ) as Partial<Record<OwnKey, Day>>
  const from = days.from
  if (from && (from < startsOn || from > endsOn)) say('from', 'outside-class', { from: startsOn, to: endsOn })
  if ((texts.post?.length ?? 0) > 60) say('post', 'post-long')
  const contract = (kind: 'labour' | 'training'): Terms | undefined => {
    const keys = [`${kind}From`, `${kind}To`, `${kind}Signed`] as const
    if (keys.every((key) => !texts[key])) return undefined
    for (const key of keys) if (!texts[key]) say(key, 'contract-part')
    const [first, last, signedOn] = keys.map((key) => days[key])
    if (!first || !last || !signedOn) return undefined
    const terms = { from: first, to: last, signedOn }
    const obstacle = contractObstacle(terms, today)
    if (obstacle) say(keys[places[obstacle] ?? 0], `contract-${obstacle}`)
    return terms
  }
  const named = texts.mentor ? mentors.filter(({ name }) => name === texts.mentor) : []
  if (texts.mentor && named.length !== 1)
    say('mentor', named.length === 0 ? 'mentor-unknown' : 'mentor-several', { text: texts.mentor })
  const [labour, training] = [contract('labour'), contract('training')]
  return {
    given: {
      ...(texts.post && { post: texts.post }),
      ...(from && { from }),
      ...(labour && { labour }),
      ...(training && { training }),
      ...(named[0] && { mentorId: named[0].id }),
    },
    faults,
  }
}

/** Which of first day, last day and day of signing a refusal is about. */
const places: Partial<Record<ContractRefusal, 0 | 1 | 2>> = {
  'ends-before-it-starts': 1,
  'signed-in-future': 2,
  'signed-after-start': 2,
}
