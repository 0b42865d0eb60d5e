import { dueOn } from '../apprentice-terms/apprentice-term.rules.js'
import { Apprentice, type ApprenticeRecord } from '../apprentices/apprentice.model.js'
import type { ClassTally } from './apprenticeship.rules.js'

type Row = Pick<
  ApprenticeRecord,
  'state' | 'from' | 'to' | 'breaks' | 'labourContract' | 'trainingAgreement' | 'midTerm' | 'outcome'
>

/** What the apprentices of a class say about how far it is; who left or changed class is no longer asked. */
export async function tallyOf(apprenticeshipId: string): Promise<ClassTally> {
  const rows = await Apprentice.find({ apprenticeshipId, state: { $nin: ['exited', 'transferred'] } })
    .select('state from to breaks labourContract trainingAgreement midTerm outcome')
    .lean<Row[]>()
  const count = (test: (row: Row) => boolean): number => rows.filter(test).length
  const lastDueOn = rows
    .map((row) => dueOn({ from: row.from, to: row.to, breaks: row.breaks ?? [] }))
    .sort()
    .at(-1)
  return {
    apprentices: rows.length,
    withoutContracts: count((row) => !row.labourContract || !row.trainingAgreement),
    withoutMidCheck: count((row) => !row.midTerm),
    withoutOutcome: count((row) => !row.outcome),
    withOutcome: count((row) => Boolean(row.outcome)),
    ...(lastDueOn && { lastDueOn }),
  }
}
