import type { Day } from '../../shared/dates.js'
import { isHighlySkilled, type Level } from '../../shared/levels.js'

export const paperStates = ['valid', 'expired', 'suspended', 'revoked'] as const
export type PaperState = (typeof paperStates)[number]

/** A level certificate issued here, or a recognised one whose agreement ticks the talent statistics. */
export interface TalentPaper {
  id: string
  personId: string
  origin: 'local' | 'recognised'
  lineage: string
  occupation: string
  level: Level
  region: string
  on: Day
  state: PaperState
  number: string
}

export interface TalentFilter {
  county?: string | undefined
  lineage?: string | undefined
  level?: number | undefined
  skilled?: boolean | undefined
}
export interface Group {
  key: string
  people: number
  papers: number
}
export interface TalentTable {
  papers: readonly TalentPaper[]
  /** one paper for each person: the highest that holds */
  people: readonly TalentPaper[]
  highlySkilled: number
  /** papers = valid + void by state; valid = people + further papers of the same people */
  valid: number
  further: number
  states: { state: PaperState; papers: number }[]
  counties: Group[]
  occupations: Group[]
  levels: Group[]
}

/** The higher level first; of equal ones the later, then the one issued here, so that every count picks the same. */
const before = (a: TalentPaper, b: TalentPaper): number =>
  b.level - a.level ||
  (a.on === b.on ? 0 : a.on > b.on ? -1 : 1) ||
  Number(b.origin === 'local') - Number(a.origin === 'local') ||
  (a.id < b.id ? -1 : 1)

const keysOf = {
  counties: ({ region }: TalentPaper) => region,
  occupations: ({ lineage }: TalentPaper) => lineage,
  levels: ({ level }: TalentPaper) => String(level),
}

/** Each person once, by the highest paper that holds; whoever has several stands in one county, one occupation and one level. */
export function highestPapers(papers: readonly TalentPaper[]): Map<string, TalentPaper> {
  const best = new Map<string, TalentPaper>()
  for (const paper of papers) {
    const other = best.get(paper.personId)
    if (paper.state === 'valid' && (!other || before(paper, other) < 0)) best.set(paper.personId, paper)
  }
  return best
}

export const fits = (paper: TalentPaper, { county, lineage, level, skilled }: TalentFilter): boolean =>
  (!county || paper.region === county) &&
  (!lineage || paper.lineage === lineage) &&
  (!level || paper.level === level) &&
  (!skilled || isHighlySkilled(paper.level))

/** All figures of one filter, from the people that it leaves and every paper of theirs. */
export function talentTable(papers: readonly TalentPaper[], filter: TalentFilter = {}): TalentTable {
  const homes = highestPapers(papers)
  const people = [...homes.values()].filter((paper) => fits(paper, filter)).sort(before)
  // Papers of people whose papers are all void have no place in a county or level of their own but that of the paper.
  const own = papers.filter((paper) => fits(homes.get(paper.personId) ?? paper, filter))
  const valid = own.filter(({ state }) => state === 'valid').length
  const group = (cut: keyof typeof keysOf): Group[] => {
    const groups = new Map<string, Group>()
    const at = (key: string) => groups.get(key) ?? groups.set(key, { key, people: 0, papers: 0 }).get(key)!
    for (const person of people) at(keysOf[cut](person)).people += 1
    for (const { personId } of own.filter(({ state }) => state === 'valid'))
      at(keysOf[cut](homes.get(personId)!)).papers += 1
    return [...groups.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  }
  return {
    papers: own,
    people,
    highlySkilled: people.filter(({ level }) => isHighlySkilled(level)).length,
    valid,
    further: valid - people.length,
    states: paperStates.map((state) => ({ state, papers: own.filter((paper) => paper.state === state).length })),
    counties: group('counties'),
    occupations: group('occupations'),
    levels: group('levels'),
  }
}

/** Names the first sum that does not hold; none when the table balances. */
export function talentFault({
  papers,
  people,
  valid,
  further,
  states,
  counties,
  occupations,
  levels,
}: TalentTable): 'papers' | 'people' | 'counties' | 'occupations' | 'levels' | undefined {
  const sum = (groups: readonly Group[], of: 'people' | 'papers') => groups.reduce((total, one) => total + one[of], 0)
  if (states.reduce((total, one) => total + one.papers, 0) !== papers.length) return 'papers'
  if (people.length + further !== valid || new Set(people.map(({ personId }) => personId)).size !== people.length)
    return 'people'
  const wrong = (
    [
      ['counties', counties],
      ['occupations', occupations],
      ['levels', levels],
    ] as const
  ).find(([, groups]) => sum(groups, 'people') !== people.length || sum(groups, 'papers') !== valid)
  return wrong?.[0]
}
