import { creditsFrom } from '../../office/policy-figures/credit.data.js'
import { daysBetween, type Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'

export const recordKinds = ['work-practice', 'diploma'] as const
export type RecordKind = (typeof recordKinds)[number]
/** GB/T 4658 in tens: secondary vocational, junior college, bachelor, postgraduate. */
export const educationCodes = ['40', '30', '20', '10'] as const
export const recordStates = ['submitted', 'confirmed', 'returned', 'withdrawn', 'cancelled'] as const
export type RecordState = (typeof recordStates)[number]
export const recordActs = ['resubmit', 'withdraw', 'confirm', 'return', 'cancel'] as const
export type RecordAct = (typeof recordActs)[number]

interface Line {
  act: RecordAct
  from: readonly RecordState[]
  to: RecordState
  who: 'holder' | 'office'
}
/** Every way from one state to another. What is not here cannot happen. */
export const transitions: readonly Line[] = [
  { act: 'resubmit', from: ['returned'], to: 'submitted', who: 'holder' },
  { act: 'withdraw', from: ['submitted', 'returned'], to: 'withdrawn', who: 'holder' },
  { act: 'confirm', from: ['submitted'], to: 'confirmed', who: 'office' },
  { act: 'return', from: ['submitted'], to: 'returned', who: 'office' },
  { act: 'cancel', from: ['confirmed'], to: 'cancelled', who: 'office' },
]

/** Whom the holder asked to confirm: one organisation, or the office of a county. */
export interface Addressed {
  personId: string
  organisationId?: string | null
  region: string
}
export type Who = Pick<Actor, 'id' | 'role' | 'organisationId' | 'region' | 'personId'>

/** An organisation sees what was put to it, a county's officers what was put to their office, those of the area everything. */
export function seesRecord({ role, organisationId, region, personId }: Who, record: Addressed): boolean {
  if (role === 'trainee') return personId !== undefined && personId === record.personId
  if (role === 'administrator' || role === 'auditor') return true
  if (role === 'county-officer') return !record.organisationId && region === record.region
  return organisationId !== undefined && organisationId === record.organisationId
}

export type RecordRefusal = 'not-yours' | 'not-your-role' | 'wrong-state' | 'maker-is-checker'
export type RecordVerdict = { ok: true; to: RecordState } | { ok: false; reason: RecordRefusal }

/** May this person take the record through this act? Whoever wrote it down never confirms it. */
export function recordVerdict(
  act: RecordAct,
  record: Addressed & { state: RecordState; createdBy: string },
  who: Who,
): RecordVerdict {
  const line = transitions.find((one) => one.act === act)!
  const no = (reason: RecordRefusal): RecordVerdict => ({ ok: false, reason })
  if (!seesRecord(who, record)) return no('not-yours')
  if (who.role === 'auditor' || (line.who === 'holder') !== (who.role === 'trainee')) return no('not-your-role')
  if (!line.from.includes(record.state)) return no('wrong-state')
  if (line.who === 'office' && (who.id === record.createdBy || who.personId === record.personId))
    return no('maker-is-checker')
  return { ok: true, to: line.to }
}

export interface PracticeFacts {
  kind: 'work-practice'
  place: string
  title: string
  from: Day
  to: Day
  hours: number
}
export interface DiplomaFacts {
  kind: 'diploma'
  place: string
  title: string
  education: (typeof educationCodes)[number]
  to: Day
  number: string
}
export type RecordFacts = PracticeFacts | DiplomaFacts
export type RecordFault = 'future' | 'order' | 'too-many-hours' | 'before-birth' | 'too-early'

const hoursOfDay = 8
/** What cannot be: days to come, days older than every rule of credit, an end before its beginning, more than eight hours for each day, a diploma before the twelfth birthday. */
export function recordFault(
  facts: RecordFacts,
  today: Day,
  birthOn?: Day | null,
): { field: 'from' | 'to' | 'hours'; fault: RecordFault } | undefined {
  if (facts.to > today) return { field: 'to', fault: 'future' }
  if (facts.to < creditsFrom) return { field: 'to', fault: 'too-early' }
  if (birthOn && Number(facts.to.slice(0, 4)) < Number(birthOn.slice(0, 4)) + 12)
    return { field: 'to', fault: 'before-birth' }
  if (facts.kind === 'diploma') return undefined
  if (facts.from > facts.to) return { field: 'from', fault: 'order' }
  return facts.hours > (daysBetween(facts.from, facts.to) + 1) * hoursOfDay
    ? { field: 'hours', fault: 'too-many-hours' }
    : undefined
}

/** The same practice or diploma is written down once; withdrawn or cancelled it may be written down again. */
export const fingerprintOf = (personId: string, facts: RecordFacts): string =>
  facts.kind === 'diploma'
    ? `diploma:${personId}:${facts.education}:${facts.place}`
    : `practice:${personId}:${facts.from}:${facts.place}`
