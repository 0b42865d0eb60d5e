import { dayOf, type Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { dueOn } from '../../workplace/apprentice-terms/apprentice-term.rules.js'
import { Apprentice, type ApprenticeRecord } from '../../workplace/apprentices/apprentice.model.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../../workplace/apprenticeships/apprenticeship.model.js'
import { Settlement } from '../../workplace/settlements/settlement.model.js'
import { classDuesOf, type ClassDueKind, type ClassDueSearch } from './class-due.rules.js'

export interface ClassDue {
  kind: ClassDueKind
  id: string
  title: string
  sub: string
  since: Day
}
type Row = Pick<ApprenticeshipRecord, 'title' | 'enterpriseName' | 'timeline' | 'createdAt' | 'startsOn' | 'endsOn'> & {
  _id: string
}

const limit = 200
const find = (filter: Record<string, unknown>): Promise<Row[]> =>
  Apprenticeship.find(filter)
    .select('title enterpriseName timeline createdAt startsOn endsOn')
    .limit(limit)
    .lean<Row[]>()

/** Classes of apprentices and settlements that wait for this person. */
export async function classDueFor(actor: Actor, today: Day): Promise<ClassDue[]> {
  return (await Promise.all(classDuesOf(actor, today).map((search) => classDues(search, today)))).flat()
}

async function classDues({ kind, collection, filter }: ClassDueSearch, today: Day): Promise<ClassDue[]> {
  const rows = await find(
    collection === 'settlements' ? { _id: { $in: await Settlement.distinct('_id', filter) } } : filter,
  )
  return (await stillDue(kind, rows, today)).map((row) => ({
    kind,
    id: row._id,
    title: row.title,
    sub: row.enterpriseName,
    since: kind === 'class-start' ? row.startsOn : dayOf(row.timeline?.at(-1)?.at ?? row.createdAt),
  }))
}

const askMore: readonly ClassDueKind[] = [
  'class-mid-term',
  'class-finish',
  'class-assess',
  'class-complete',
  'class-certificates',
  'settlement-prepare',
]

/** What the record of a class alone does not tell: checks that are complete, training that breaks have moved, papers not made, sheets handed in. */
async function stillDue(kind: ClassDueKind, rows: readonly Row[], today: Day): Promise<Row[]> {
  if (rows.length === 0 || !askMore.includes(kind)) return [...rows]
  const ids = rows.map(({ _id }) => _id)
  if (kind === 'settlement-prepare') {
    const sheets = new Set(await Settlement.distinct('_id', { _id: { $in: ids } }))
    return rows.filter(({ _id }) => !sheets.has(_id))
  }
  const apprentices = await Apprentice.find({
    apprenticeshipId: { $in: ids },
    state: { $nin: ['exited', 'transferred'] },
  })
    .select('apprenticeshipId state from to breaks midTerm outcome certificateId')
    .lean<ApprenticeRecord[]>()
  const inClass = (id: string) => apprentices.filter(({ apprenticeshipId }) => apprenticeshipId === id)
  return rows.filter(({ _id }) => {
    const own = inClass(_id)
    if (kind === 'class-mid-term') return own.length > 0 && own.every(({ midTerm }) => Boolean(midTerm))
    if (kind === 'class-assess') return own.some(({ outcome }) => !outcome)
    if (kind === 'class-complete') return own.every(({ outcome }) => Boolean(outcome))
    if (kind === 'class-certificates')
      return own.some(({ state, certificateId }) => state === 'certified' && !certificateId)
    return own.every(({ from, to, breaks }) => dueOn({ from, to, breaks: breaks ?? [] }) <= today)
  })
}
