import type { Day } from '../../shared/dates.js'
import type {
  AgreementKind,
  RecognitionEffect,
  RecognitionObject,
  SourceFamily,
} from '../recognition-agreements/agreement.data.js'

/** One line of an equivalence table. Only a certificate's line names family, occupation and level. */
export interface EquivalenceRow {
  key: string
  object: RecognitionObject
  region: string
  family?: SourceFamily | null
  /** the occupation is known by edition and lineage, never by its name */
  edition?: string | null
  lineage?: string | null
  occupationName?: string | null
  level?: number | null
  targetLevel?: number | null
  effects: readonly RecognitionEffect[]
}
/** A published version of an agreement: from a day on it replaces the one before, and it is never changed. */
export interface PublishedVersion {
  agreementId: string
  version: number
  number: string
  title: string
  kind: AgreementKind
  clause: string
  from: Day
  to?: Day | null
  rows: readonly EquivalenceRow[]
}

export interface SourcePaper {
  region: string
  family: SourceFamily
  edition: string
  lineage: string
  level: number
}

/** In the order in which the search fails: what got furthest is said. */
export const equivalenceFaults = [
  'no-agreement',
  'agreement-not-in-force',
  'family-not-listed',
  'occupation-not-listed',
  'level-not-listed',
] as const
export type EquivalenceFault = (typeof equivalenceFaults)[number]
export type EquivalenceVerdict =
  { ok: true; version: PublishedVersion; row: EquivalenceRow } | { ok: false; reason: EquivalenceFault }

/** Of each agreement the version that was in force on a day; its last day belongs to it. */
export function versionsOn(versions: readonly PublishedVersion[], on: Day): PublishedVersion[] {
  const begun = versions.filter(({ from }) => from <= on)
  const latest = begun.filter(
    (one) => !begun.some((other) => other.agreementId === one.agreementId && other.version > one.version),
  )
  return latest.filter(({ to }) => !to || on <= to)
}

/**
 * What a certificate of the neighbours is here, by the tables in force on the day of the application (plan 四(四)1).
 * Of two agreements that list it the one with more effects is used.
 */
export function equivalenceOn(versions: readonly PublishedVersion[], paper: SourcePaper, on: Day): EquivalenceVerdict {
  const listing = versions.filter(({ rows }) =>
    rows.some(({ object, region }) => object === 'certificate' && region === paper.region),
  )
  const faults: EquivalenceFault[] = [listing.length === 0 ? 'no-agreement' : 'agreement-not-in-force']
  let best: { version: PublishedVersion; row: EquivalenceRow } | undefined
  for (const version of versionsOn(versions, on)) {
    const rows = version.rows.filter(({ object, region }) => object === 'certificate' && region === paper.region)
    if (rows.length === 0) continue
    const found = rowOf(rows, paper)
    if (typeof found === 'string') faults.push(found)
    else if (!best || found.effects.length > best.row.effects.length) best = { version, row: found }
  }
  if (best) return { ok: true, ...best }
  return { ok: false, reason: equivalenceFaults.findLast((fault) => faults.includes(fault))! }
}

function rowOf(
  rows: readonly EquivalenceRow[],
  { family, edition, lineage, level }: SourcePaper,
): EquivalenceRow | EquivalenceFault {
  const ofFamily = rows.filter((row) => row.family === family)
  if (ofFamily.length === 0) return 'family-not-listed'
  const ofOccupation = ofFamily.filter((row) => row.edition === edition && row.lineage === lineage)
  if (ofOccupation.length === 0) return 'occupation-not-listed'
  return ofOccupation.find((row) => row.level === level) ?? 'level-not-listed'
}

/** The agreements by which a body or an institution of a neighbour is recognised as such on a day. */
export const objectVersionsOn = (
  versions: readonly PublishedVersion[],
  object: RecognitionObject,
  region: string,
  on: Day,
): PublishedVersion[] =>
  versionsOn(versions, on).filter(({ rows }) => rows.some((row) => row.object === object && row.region === region))

/** Two lines with one key would give two answers to one question. */
export const rowKey = ({
  object,
  region,
  family,
  edition,
  lineage,
  level,
}: Omit<EquivalenceRow, 'key' | 'effects'>): string =>
  object === 'certificate' ? [region, object, family, edition, lineage, level].join('|') : [region, object].join('|')

export const draftStates = ['none', 'editing', 'proposed'] as const
export type DraftState = (typeof draftStates)[number]
export type AgreementAct = 'edit' | 'propose' | 'publish' | 'give-back'
export type AgreementRefusal = 'wrong-state' | 'no-rows' | 'maker-is-checker' | 'from-too-early' | 'ends-before-start'

interface Draft {
  draftState: DraftState
  rows: readonly unknown[]
  makers: readonly string[]
  from: Day
  to?: Day | null
  lastFrom?: Day | undefined
}

/**
 * May this act be done to the draft of a version? Whoever wrote a line or proposed the version does not publish it.
 * A version never begins before the one that it replaces.
 */
export function agreementVerdict(
  act: AgreementAct,
  { draftState, rows, makers, from, to, lastFrom }: Draft,
  actorId: string,
): { ok: true } | { ok: false; reason: AgreementRefusal } {
  const no = (reason: AgreementRefusal) => ({ ok: false as const, reason })
  if (draftState !== (act === 'edit' || act === 'propose' ? 'editing' : 'proposed')) return no('wrong-state')
  if (act === 'edit' || act === 'give-back') return { ok: true }
  if (rows.length === 0) return no('no-rows')
  if (to && to < from) return no('ends-before-start')
  if (lastFrom && from < lastFrom) return no('from-too-early')
  return act === 'publish' && makers.includes(actorId) ? no('maker-is-checker') : { ok: true }
}
