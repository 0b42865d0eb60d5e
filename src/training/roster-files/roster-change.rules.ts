import { maskPhone } from '../../shared/id-card.js'
import type { RosterFacts } from './roster-row.rules.js'
import type { RosterKey } from './roster-columns.data.js'

/** What the register knows already of somebody on the day from which the roster holds. */
export interface KnownPerson {
  phone?: string
  residenceRegion?: string | null
  category?: string
  tags: readonly string[]
  /** another organisation brought this person: what it recorded is not shown */ foreign?: boolean
}
/** Codes and masked numbers; `from` is empty when there was nothing. */
export interface RosterChange {
  column: RosterKey
  from: string
  to: string
}

const hidden = '******'

/** What importing the line would change of a known person; empty cells change nothing, tags are added. */
export function rosterChanges(facts: RosterFacts, known: KnownPerson): RosterChange[] {
  const shown = (text: string): string => (known.foreign && text !== '' ? hidden : text)
  const added = facts.tags.filter((tag) => !known.tags.includes(tag))
  const changes: (RosterChange | false)[] = [
    Boolean(facts.phone) &&
      facts.phone !== known.phone && {
        column: 'phone',
        from: shown(known.phone ? maskPhone(known.phone) : ''),
        to: maskPhone(facts.phone!),
      },
    facts.category !== known.category && { column: 'category', from: shown(known.category ?? ''), to: facts.category },
    added.length > 0 && {
      column: 'tags',
      from: shown(known.tags.join()),
      to: [...known.tags.filter(() => !known.foreign), ...added].sort().join(),
    },
    Boolean(facts.residenceRegion) &&
      facts.residenceRegion !== known.residenceRegion && {
        column: 'residence',
        from: shown(known.residenceRegion ?? ''),
        to: facts.residenceRegion!,
      },
  ]
  return changes.filter((change) => change !== false)
}

export const rosterOutcomes = ['new', 'update', 'same', 'fault'] as const
export type RosterOutcome = (typeof rosterOutcomes)[number]

/** Into which of the four counts a line falls. */
export function outcomeOf({
  faults,
  enrolled,
  changes,
}: {
  faults: readonly unknown[]
  enrolled: boolean
  changes: readonly RosterChange[]
}): RosterOutcome {
  if (faults.length > 0) return 'fault'
  if (!enrolled) return 'new'
  return changes.length > 0 ? 'update' : 'same'
}

export const rosterWarnings = ['overlap', 'phone-shared'] as const
export interface RosterWarning {
  code: (typeof rosterWarnings)[number]
  params: Readonly<Record<string, string | number>>
}
