import { addDays, addMonths, type Day } from '../../shared/dates.js'

/** The three contracts of an apprenticeship: who signs them is in the name. */
export const contractKinds = ['labour', 'training', 'cooperation'] as const
export type ContractKind = (typeof contractKinds)[number]

export interface Contract {
  from: Day
  to: Day
  signedOn: Day
  file?: string | null
}
export interface Term {
  from: Day
  to: Day
}

export const contractFaults = ['missing', 'starts-late', 'ends-early', 'too-short', 'no-file'] as const
export type ContractFault = (typeof contractFaults)[number]
export interface Finding {
  kind: ContractKind
  fault: ContractFault
  /** the day that it had to reach */ day?: Day
}

/** What is wrong with one contract for a term: it must begin by the first day and last until the last one, as breaks have moved it. */
export function contractFindings(
  kind: ContractKind,
  contract: Contract | null | undefined,
  term: Term,
  { minLabourMonths }: { minLabourMonths: number },
): Finding[] {
  if (!contract) return [{ kind, fault: 'missing' }]
  const shortest = addDays(addMonths(contract.from, minLabourMonths), -1)
  return [
    ...(contract.from > term.from ? [{ kind, fault: 'starts-late' as const, day: term.from }] : []),
    ...(contract.to < term.to ? [{ kind, fault: 'ends-early' as const, day: term.to }] : []),
    ...(kind === 'labour' && contract.to < shortest ? [{ kind, fault: 'too-short' as const, day: shortest }] : []),
    ...(contract.file ? [] : [{ kind, fault: 'no-file' as const }]),
  ]
}

export interface Contracts {
  labour?: Contract | null
  training?: Contract | null
  cooperation?: Contract | null
}

/** All that is still wrong with the three contracts of one apprentice, in the order in which they are signed. */
export const coverageOf = (contracts: Contracts, term: Term, figures: { minLabourMonths: number }): Finding[] =>
  contractKinds.flatMap((kind) => contractFindings(kind, contracts[kind], term, figures))

/** Whether a contract held on a day; the labour contract must still hold when the plan is settled. */
export const heldOn = (contract: Contract | null | undefined, day: Day): boolean =>
  Boolean(contract) && contract!.from <= day && day <= contract!.to

export const contractRefusals = ['ends-before-it-starts', 'signed-after-start', 'signed-in-future'] as const
export type ContractRefusal = (typeof contractRefusals)[number]

/** What cannot be a contract at all: it ends before it begins, or was signed on a day to come or after it began. */
export function contractObstacle({ from, to, signedOn }: Contract, today: Day): ContractRefusal | undefined {
  if (to < from) return 'ends-before-it-starts'
  if (signedOn > today) return 'signed-in-future'
  return signedOn > from ? 'signed-after-start' : undefined
}
