import { forbidden, notFound } from '../../shared/errors.js'
import { Assignment, type AssignmentRecord, type Duty } from '../assignments/assignment.model.js'
import { MarkingScheme, type AspectRecord, type MarkingSchemeRecord } from '../marking-schemes/marking-scheme.model.js'
import { Competition } from '../competitions/competition.model.js'
import { CompetitionEvent, type EventRecord } from '../events/event.model.js'
import { JudgeMarksOf, MarkSheet, sheetId, type JudgeMarksRecord, type MarkSheetRecord } from './marking.model.js'
import type { Aspect } from './score.rules.js'
import { factsOfSheet, sheetState, timeAspect } from './sheet.rules.js'

/** The duty that somebody has in an event, if any. */
export const dutyOf = async (eventId: string, accountId: string): Promise<Duty | undefined> =>
  (await Assignment.findById(`${eventId}:${accountId}`).lean<AssignmentRecord>())?.duty

/** Those who keep a duty in an event, by seat. */
export const assigned = (eventId: string, duty: Duty): Promise<AssignmentRecord[]> =>
  Assignment.find({ eventId, duty }).sort({ seat: 1 }).lean<AssignmentRecord[]>()

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

/** One contestant as somebody of the event may see it; a judge who must step back cannot. */
export async function sheetFor(eventId: string, code: string, accountId: string): Promise<SheetWithMarks> {
  const [duty, sheet] = await Promise.all([
    dutyOf(eventId, accountId),
    MarkSheet.findById(sheetId(eventId, code)).lean<MarkSheetRecord>(),
  ])
  if (!sheet) throw notFound('mark-sheet', code)
  const onPanel = duty === 'judge' && sheet.panel.some((judge) => judge.accountId === accountId)
  if (!onPanel && duty !== 'chief-judge') throw forbidden('marking.not-on-panel')
  return { sheet, marks: await JudgeMarksOf.find({ sheetId: String(sheet._id) }).lean<JudgeMarksRecord[]>() }
}

/** The event of its chief judge; nobody else gets in. */
export async function chiefsEvent(id: string, accountId: string): Promise<JudgedEvent> {
  const event = await judgedEvent(id)
  if ((await dutyOf(id, accountId)) !== 'chief-judge') throw forbidden('marking.not-chief')
  return event
}
