import type { Actor } from './permissions.js'

/** What two reviews after each other, by the county and by the New Area, must know of their paper. */
export interface TwiceReviewed {
  state: string
  createdBy: string
  submittedById?: string | null
  countyPassedById?: string | null
}

/** The review that such a paper waits for, if it waits for one. */
export const reviewActOf = (state: string): 'county-pass' | 'file' | undefined =>
  state === 'submitted' ? 'county-pass' : state === 'county-passed' ? 'file' : undefined

/** Why this person may not review it: nobody checks what is his own, or twice. */
export function reviewerFault(
  { state, createdBy, submittedById, countyPassedById }: TwiceReviewed,
  { id }: Pick<Actor, 'id'>,
): 'maker-is-checker' | 'same-reviewer' | undefined {
  if ([submittedById, createdBy].includes(id)) return 'maker-is-checker'
  return state === 'county-passed' && countyPassedById === id ? 'same-reviewer' : undefined
}
