import { Account } from '../../registry/accounts/account.model.js'
import { Enrolment } from '../../training/enrolments/enrolment.model.js'
import { CourseRun } from '../../training/course-runs/course-run.model.js'
import { notFound } from '../../shared/errors.js'
import { Assignment, type AssignmentRecord, type Duty } from '../assignments/assignment.model.js'
import { Entry, type EntryRecord } from '../entries/entry.model.js'
import { MarkingScheme, type AspectRecord, type MarkingSchemeRecord } from '../marking-schemes/marking-scheme.model.js'
import { Competition } from '../competitions/competition.model.js'
import { CompetitionEvent, type EventRecord } from '../events/event.model.js'
import type { ContestantFacts, JudgeFacts } from './avoidance.rules.js'
import { JudgeMarksOf, MarkSheet, type JudgeMarksRecord, type MarkSheetRecord } from './marking.model.js'
import type { Aspect } from './score.rules.js'
import { factsOfSheet, sheetState, timeAspect } from './sheet.rules.js'

/** The duty that somebody has in an event, if any. */
export const dutyOf = async (eventId: string, accountId: string): Promise<Duty | undefined> =>
  (await Assignment.findById(`${eventId}:${accountId}`).lean<AssignmentRecord>())?.duty

/** Those who keep a duty in an event, by seat. */
export const assigned = (eventId: string, duty: Duty): Promise<AssignmentRecord[]> =>
  Assignment.find({ eventId, duty }).sort({ seat: 1 }).lean<AssignmentRecord[]>()

export async function judgesOf(eventId: string): Promise<JudgeFacts[]> {
  const judges = await assigned(eventId, 'judge')
  const accounts = await Account.find({ _id: { $in: judges.map(({ accountId }) => accountId) } })
    .select('personId organisationId')
    .lean<{ _id: string; personId?: string; organisationId?: string }[]>()
  const accountOf = new Map(accounts.map((account) => [account._id, account]))
  return judges.map(({ accountId, accountName, organisationId }) => {
    const account = accountOf.get(accountId)
    const own = organisationId ?? account?.organisationId
    return {
      accountId,
      name: accountName,
      ...(own && { organisationId: own }),
      ...(account?.personId && { personId: account.personId }),
    }
  })
}

/** What judges step back from, of each entry: its organisations, its people, and who trained them. */
export async function contestantFacts(entryIds: readonly string[]): Promise<Map<string, ContestantFacts>> {
  const entries = await Entry.find({ _id: { $in: entryIds } }).lean<EntryRecord[]>()
  const personIds = entries.flatMap((entry) => entry.personIds ?? [])
  const enrolments = await Enrolment.find({ personId: { $in: personIds }, state: 'enrolled' })
    .select('personId courseRunId')
    .lean<{ personId: string; courseRunId: string }[]>()
  const runs = await CourseRun.find({ _id: { $in: enrolments.map(({ courseRunId }) => courseRunId) } })
    .select('organisationId teachers lessons.teacher')
    .lean<{ _id: string; organisationId: string; teachers?: { name: string }[]; lessons?: { teacher?: string }[] }[]>()
  const runOf = new Map(
    runs.map((run) => [
      run._id,
      {
        organisationId: run.organisationId,
        teachers: [
          ...new Set([
            ...(run.teachers ?? []).map(({ name }) => name),
            ...(run.lessons ?? []).flatMap(({ teacher }) => teacher ?? []),
          ]),
        ],
      },
    ]),
  )
  return new Map(
    entries.map((entry): [string, ContestantFacts] => {
      const people = entry.personIds ?? []
      return [
        String(entry._id),
        {
          personIds: people,
          organisationIds: [
            ...new Set(
              [entry.organisationId, ...entry.members.map(({ organisationId }) => organisationId)].filter(
                (id): id is string => Boolean(id),
              ),
            ),
          ],
          taughtBy: enrolments
            .filter(({ personId }) => people.includes(personId))
            .flatMap(({ courseRunId }) => runOf.get(courseRunId) ?? []),
        },
      ]
    }),
  )
}

export async function schemeOf(eventId: string): Promise<MarkingSchemeRecord> {
  const scheme = await MarkingScheme.findOne({ eventId, state: 'current' })
    .sort({ version: -1 })
    .lean<MarkingSchemeRecord>()
  if (!scheme) throw notFound('marking-scheme', eventId)
  return scheme
}

/** An aspect as it is marked and shown. */
export interface MarkedAspect extends Aspect {
  text: string
  criterion: string
  criterionTitle: string
  module: string
  benchmarks: readonly string[]
  spec?: string
  unit?: string
}

const plain = ({
  code,
  type,
  max,
  bands,
  text,
  criterion,
  criterionTitle,
  module,
  benchmarks,
  spec,
  unit,
}: AspectRecord): MarkedAspect => ({
  code,
  type,
  max,
  text,
  criterion,
  criterionTitle,
  module,
  benchmarks: [...(benchmarks ?? [])],
  bands: [...(bands ?? [])].map(({ upTo, marks }) => ({ marks, ...(typeof upTo === 'number' && { upTo }) })),
  ...(spec && { spec }),
  ...(unit && { unit }),
})

/** The aspects that judges fill in: those of the scheme, and the time to complete when it decides between equals. */
export const aspectsToMark = (
  scheme: MarkingSchemeRecord,
  { tieChain }: Pick<EventRecord, 'tieChain'>,
): MarkedAspect[] => [
  ...scheme.aspects.map(plain),
  ...(tieChain.includes('time')
    ? [{ ...timeAspect, text: '', criterion: '', criterionTitle: '', module: '', benchmarks: [] }]
    : []),
]

export interface SheetWithMarks {
  sheet: MarkSheetRecord
  marks: JudgeMarksRecord[]
}

export async function sheetsWithMarks(eventId: string): Promise<SheetWithMarks[]> {
  const [sheets, marks] = await Promise.all([
    MarkSheet.find({ eventId }).sort({ code: 1 }).lean<MarkSheetRecord[]>(),
    JudgeMarksOf.find({ eventId }).lean<JudgeMarksRecord[]>(),
  ])
  return sheets.map((sheet) => ({ sheet, marks: marks.filter((one) => one.sheetId === String(sheet._id)) }))
}

/** How many contestants have agreed marks, and how many there are; the absent need none. */
export async function progressOf(eventId: string): Promise<{ done: number; total: number }> {
  const [event, sheets] = [await CompetitionEvent.findById(eventId).lean<EventRecord>(), await sheetsWithMarks(eventId)]
  if (!event || sheets.length === 0) return { done: 0, total: 0 }
  const aspects = aspectsToMark(await schemeOf(eventId), event)
  return {
    done: sheets.filter(
      (one) => one.sheet.standing !== 'present' || sheetState(factsOfSheet(aspects, one)) === 'agreed',
    ).length,
    total: sheets.length,
  }
}

export interface JudgedEvent {
  id: string
  number: string
  title: string
  competitionTitle: string
  teamSize: number
  state: EventRecord['state']
  modules: readonly { code: string; title: string }[]
  aspects: MarkedAspect[]
}

/** An event with the aspects to mark; one without a confirmed scheme has none yet. */
export async function judgedEvent(id: string): Promise<JudgedEvent> {
  const event = await CompetitionEvent.findById(id).lean<EventRecord>()
  if (!event) throw notFound('event', id)
  const scheme = await MarkingScheme.findOne({ eventId: id, state: 'current' })
    .sort({ version: -1 })
    .lean<MarkingSchemeRecord>()
  const competition = await Competition.findById(event.competitionId).select('title').lean<{ title: string }>()
  return {
    id,
    number: event.number,
    title: event.title,
    competitionTitle: competition?.title ?? '',
    teamSize: event.teamSize,
    state: event.state,
    modules: event.modules.map(({ code, title }) => ({ code, title })),
    aspects: scheme ? aspectsToMark(scheme, event) : [],
  }
}
