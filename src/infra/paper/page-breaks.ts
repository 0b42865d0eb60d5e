/** Where the rows of a table go from page to page (papers.md section 7). */
export interface Room {
  /** Height for rows on the first page. */
  first: number
  /** Height for rows on each following page. */
  next: number
  /** Height that must follow the last row on its page: totals, sums in words, signatures, seal. */
  tail: number
  /** Rows that go with the tail when it needs a new page. */
  keep: number
}

/** How many rows each page takes. Rows are never cut, and the tail never stands without rows. */
export const pageBreaks = (heights: readonly number[], { first, next, tail, keep }: Room): number[] => {
  const counts: number[] = [0]
  let left = first
  for (const height of heights) {
    if (height > left && (counts.length === 1 || counts.at(-1)! > 0)) {
      counts.push(0)
      left = next
    }
    counts[counts.length - 1]!++
    left -= height
  }
  return tail > left ? withOwnPage(counts, keep) : tail > 0 ? withCompany(counts, keep) : counts
}

/** The tail needs a new page: the last rows go with it. */
const withOwnPage = (counts: readonly number[], keep: number): number[] => {
  const last = counts.at(-1)!
  if (last > keep) return [...counts.slice(0, -1), last - keep, keep]
  return counts.length === 1 ? [0, last] : [...counts]
}

/** The tail fits, but fewer rows than it should have stand before it: rows come over from the page before. */
const withCompany = (counts: readonly number[], keep: number): number[] => {
  const [before, last] = counts.slice(-2)
  if (last === undefined || last >= keep) return [...counts]
  const moved = Math.min(keep - last, before! - 1)
  return moved > 0 ? [...counts.slice(0, -2), before! - moved, last + moved] : [...counts]
}
