/** What the register and the other runs say about the lines of a roster; reads only. */
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import type { LookUp, PersonService } from '../../registry/people/person.service.js'
import type { Day } from '../../shared/dates.js'
import { CourseRun, type CourseRunRecord, type CourseRunState } from '../course-runs/course-run.model.js'
import { Enrolment, enrolmentId } from '../enrolments/enrolment.model.js'
import { factsHoldFrom } from '../enrolments/enrolment.rules.js'
import {
  outcomeOf,
  rosterChanges,
  type RosterChange,
  type RosterOutcome,
  type RosterWarning,
} from '../roster-files/roster-change.rules.js'
import type { RosterFacts, RosterLine } from '../roster-files/roster-row.rules.js'

export interface JudgedLine extends RosterLine {
  outcome: RosterOutcome
  changes: RosterChange[]
  warnings: RosterWarning[]
}
type GoodLine = RosterLine & { facts: RosterFacts }
const atOnce = 1000

/** Judges all lines that read well, a thousand at a time, so that 20,000 take seconds. */
export async function judgeRoster(
  lines: readonly RosterLine[],
  run: CourseRunRecord,
  people: PersonService,
  today: Day,
): Promise<JudgedLine[]> {
  const read = lines.filter((line): line is GoodLine => line.facts !== undefined)
  const sharing = sharedPhones(read)
  const judged = new Map<number, JudgedLine>()
  for (let i = 0; i < read.length; i += atOnce) {
    const portion = read.slice(i, i + atOnce)
    for (const line of await judgePortion(portion, run, people, today))
      judged.set(line.line, { ...line, warnings: [...line.warnings, ...(sharing.get(line.line) ?? [])] })
  }
  return lines.map((line) => judged.get(line.line) ?? { ...line, outcome: 'fault', changes: [], warnings: [] })
}

async function judgePortion(
  lines: readonly GoodLine[],
  run: CourseRunRecord,
  people: PersonService,
  today: Day,
): Promise<JudgedLine[]> {
  const found = await people.lookUp(lines.map(({ facts }) => facts))
  const ids = found.flatMap(({ personId }) => (personId ? [personId] : []))
  const known = new Map(
    (await Person.find({ _id: { $in: ids } }).lean<PersonRecord[]>()).map((person) => [String(person._id), person]),
  )
  const enrolled = new Set(await enrolledOf(run, ids))
  const overlaps = await overlapsOf(run, ids)
  const on = factsHoldFrom(run.startsOn, today)
  return lines.map((line, i) =>
    judgeLine(line, found[i]!, { known, enrolled, overlaps, people, on, organisationId: run.organisationId }),
  )
}

interface Register {
  known: ReadonlyMap<string, PersonRecord>
  enrolled: ReadonlySet<string>
  overlaps: ReadonlyMap<string, RosterWarning>
  people: PersonService
  on: Day
  organisationId: string
}

function judgeLine(
  line: GoodLine,
  { personId, nameDiffers, knownName }: LookUp,
  { known, enrolled, overlaps, people, on, organisationId }: Register,
): JudgedLine {
  const person = personId ? known.get(personId) : undefined
  const faults = nameDiffers
    ? [{ column: 'name' as const, code: 'name-differs' as const, params: { known: knownName ?? '' } }]
    : []
  if (!person || nameDiffers)
    return { ...line, faults, outcome: outcomeOf({ faults, enrolled: false, changes: [] }), changes: [], warnings: [] }
  const changes = rosterChanges(line.facts, {
    phone: people.openPhone(person),
    residenceRegion: person.residenceRegion,
    category: people.categoryOn(person, on),
    tags: people.tagsOn(person, on),
    foreign: !person.organisationIds.includes(organisationId),
  })
  const overlap = overlaps.get(String(person._id))
  return {
    ...line,
    faults,
    outcome: outcomeOf({ faults, enrolled: enrolled.has(String(person._id)), changes }),
    changes,
    warnings: overlap ? [overlap] : [],
  }
}

async function enrolledOf({ _id }: CourseRunRecord, personIds: readonly string[]): Promise<string[]> {
  const rows = await Enrolment.find({
    _id: { $in: personIds.map((id) => enrolmentId(String(_id), id)) },
    state: 'enrolled',
  })
    .select('personId')
    .lean<{ personId: string }[]>()
  return rows.map(({ personId }) => personId)
}

const alive: readonly CourseRunState[] = [
  'submitted',
  'county-passed',
  'filed',
  'running',
  'awaiting-assessment',
  'closed',
]

/** Another run on the same days is no error, but what auditors ask about first (domain 1.8). Another institution's run is not named. */
async function overlapsOf(run: CourseRunRecord, personIds: readonly string[]): Promise<Map<string, RosterWarning>> {
  const rows = await Enrolment.find({
    personId: { $in: [...personIds] },
    courseRunId: { $ne: String(run._id) },
    state: 'enrolled',
  })
    .select('personId courseRunId')
    .lean<{ personId: string; courseRunId: string }[]>()
  const runs = await CourseRun.find({
    _id: { $in: [...new Set(rows.map(({ courseRunId }) => courseRunId))] },
    state: { $in: [...alive] },
    startsOn: { $lte: run.endsOn },
    endsOn: { $gte: run.startsOn },
  })
    .select('title organisationId startsOn endsOn')
    .lean<{ _id: string; title: string; organisationId: string; startsOn: Day; endsOn: Day }[]>()
  const byId = new Map(runs.map((one) => [one._id, one]))
  const warnings = new Map<string, RosterWarning>()
  for (const { personId, courseRunId } of rows) {
    const other = byId.get(courseRunId)
    if (other)
      warnings.set(personId, {
        code: 'overlap',
        params: {
          title: other.organisationId === run.organisationId ? other.title : '',
          from: other.startsOn,
          to: other.endsOn,
        },
      })
  }
  return warnings
}

/** Several trainees with one phone number are often nobody's phone at all. */
function sharedPhones(lines: readonly GoodLine[]): Map<number, RosterWarning[]> {
  const byPhone = new Map<string, number[]>()
  for (const { line, facts } of lines) {
    if (!facts.phone) continue
    const sharing = byPhone.get(facts.phone)
    if (sharing) sharing.push(line)
    else byPhone.set(facts.phone, [line])
  }
  const warnings = new Map<number, RosterWarning[]>()
  for (const sharing of [...byPhone.values()].filter(({ length }) => length > 1)) {
    for (const line of sharing)
      warnings.set(line, [
        {
          code: 'phone-shared',
          params: {
            lines: sharing
              .slice(0, 4)
              .filter((other) => other !== line)
              .slice(0, 3)
              .join('、'),
          },
        },
      ])
  }
  return warnings
}
