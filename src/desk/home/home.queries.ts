import { CertificateBatch } from '../../papers/certificate-batches/certificate-batch.model.js'
import { Certificate, issuedHere } from '../../papers/certificates/certificate.model.js'
import { LearningRecord } from '../../papers/learning-records/learning-record.model.js'
import { PersonTime } from '../../counting/person-times/person-time.model.js'
import { Organisation } from '../../registry/organisations/organisation.model.js'
import { addDays, dayOf, monthOf, type Day } from '../../shared/dates.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment } from '../../training/enrolments/enrolment.model.js'
import { classDueFor } from '../dues/class-due.queries.js'
import type { ClassDueKind } from '../dues/class-due.rules.js'
import { contestDueFor, type ContestDueKind } from '../dues/contest-due.queries.js'
import { recognitionDueFor, type RecognitionDueKind } from '../dues/recognition-due.queries.js'
import { duesOf, type DueKind, type DueSearch } from '../dues/due.rules.js'

export interface Due {
  kind: DueKind | ClassDueKind | ContestDueKind | RecognitionDueKind
  id: string
  title: string
  sub: string
  since: Day
  count?: number
}

const limit = 500
type RunRow = Pick<
  CourseRunRecord,
  'title' | 'organisationName' | 'state' | 'startsOn' | 'endsOn' | 'timeline' | 'changeRequest' | 'createdAt'
> & { _id: string }

/** What waits for this person, oldest first; the number beside the menu is the length of this list. */
export async function dueFor(actor: Actor, today: Day): Promise<Due[]> {
  const found: Due[] = (
    await Promise.all([
      classDueFor(actor, today),
      contestDueFor(actor, today),
      recognitionDueFor(actor, today),
      ...duesOf(actor, today).map(rowsOf),
    ])
  ).flat()
  const issued = await runsWithCertificates(found)
  return found
    .filter(({ kind, id }) => kind !== 'run-certificates' || !issued.has(id))
    .sort((a, b) => (a.since < b.since ? -1 : 1))
}

interface DatedRow {
  _id: string
  timeline?: { at: Date }[]
  createdAt: Date
}
const lastActOf = ({ timeline, createdAt }: DatedRow): Day => dayOf(timeline?.at(-1)?.at ?? createdAt)

async function rowsOf({ kind, collection, filter }: DueSearch): Promise<Due[]> {
  if (collection === 'runs') {
    const rows = await CourseRun.find(filter)
      .select('title organisationName state startsOn endsOn timeline changeRequest createdAt')
      .sort({ startsOn: 1 })
      .limit(limit)
      .lean<RunRow[]>()
    return rows.map((run) => ({
      kind,
      id: run._id,
      title: run.title,
      sub: run.organisationName,
      since: sinceOf(run, kind),
    }))
  }
  if (collection === 'records') {
    const rows = await LearningRecord.find(filter)
      .select('title personName createdAt timeline')
      .sort({ createdAt: 1 })
      .limit(limit)
      .lean<(DatedRow & { title: string; personName: string })[]>()
    return rows.map((row) => ({ kind, id: row._id, title: row.title, sub: row.personName, since: lastActOf(row) }))
  }
  const rows = await Organisation.find(filter)
    .select('name timeline createdAt')
    .limit(limit)
    .lean<(DatedRow & { name: string })[]>()
  return rows.map((row) => ({ kind, id: row._id, title: row.name, sub: '', since: lastActOf(row) }))
}

function sinceOf(run: RunRow, kind: DueKind): Day {
  if (kind === 'run-start') return run.startsOn
  if (kind === 'run-finish') return addDays(run.endsOn, 1)
  if (kind === 'run-change' && run.changeRequest?.requestedAt) return dayOf(run.changeRequest.requestedAt)
  return dayOf(run.timeline?.at(-1)?.at ?? run.createdAt)
}

/** A closed run needs no batch once everybody who completed has a certificate. */
async function runsWithCertificates(found: readonly Due[]): Promise<Set<string>> {
  const ids = found.filter(({ kind }) => kind === 'run-certificates').map(({ id }) => id)
  if (ids.length === 0) return new Set()
  const waiting = new Set(
    await Enrolment.distinct('courseRunId', {
      courseRunId: { $in: ids },
      state: 'enrolled',
      completed: true,
      certificateId: null,
    }),
  )
  const tried = new Set(
    await CertificateBatch.distinct('sourceId', {
      sourceId: { $in: ids },
      state: { $ne: 'running' },
      refused: { $gt: 0 },
    }),
  )
  return new Set(ids.filter((id) => !waiting.has(id) || tried.has(id)))
}

export interface Figures {
  runs: number
  trainees: number
  issued: number
  month: string
}

export async function figuresFor(actor: Actor, today: Day): Promise<Figures> {
  const { region, organisationId } = scopeOf(actor)
  const own = {
    ...(region && { region }),
    ...(organisationId &&
      (actor.role === 'assessment-body' ? { assessmentBodyId: organisationId } : { organisationId })),
  }
  const [running] = await CourseRun.aggregate<{ runs: number; trainees: number }>([
    { $match: { state: 'running', ...own } },
    { $group: { _id: null, runs: { $sum: 1 }, trainees: { $sum: '$enrolled' } } },
  ])
  const month = monthOf(today)
  const issued = await Certificate.countDocuments({
    ...issuedHere,
    issuedOn: { $gte: `${month}-01`, $lte: `${month}-31` },
    ...(region && { region }),
    ...(organisationId && { $or: [{ organisationId }, { institutionId: organisationId }] }),
  })
  return { runs: running?.runs ?? 0, trainees: running?.trainees ?? 0, issued, month }
}

/** Nothing is registered yet: whoever opens this installation first is told where to begin. */
export const isUnused = async (): Promise<boolean> => !(await Organisation.exists({}))

/** The years that the ledger tells of, newest first. */
export const yearsOf = async (): Promise<number[]> => (await PersonTime.distinct('year')).sort((a, b) => b - a)
