import type { Day } from '../../shared/dates.js'

export type TargetMeasure = 'subsidised' | 'social' | 'new-citizen' | 'dual-certificate' | 'start-up'
export interface TargetSeed {
  measure: TargetMeasure
  unit: 'person-times' | 'people'
  from: Day
  to: Day
  amount: number
  region?: string
  clause: string
  sample: boolean
}

const plan = '雄就社领发〔2022〕1号'
const clauses = {
  keyGroups: `${plan} 四（四）3`,
  quality: `${plan} 四（四）2`,
  startUp: `${plan} 四（二）3`,
  evenly: '样例：“十四五”11 万人次按五年均分，每年 22,000 人次',
  after: '样例：2026 年指标尚未下达，暂按每年 22,000 人次',
  split: '样例：按县分解，比例待定',
}

const period = { from: '2021-01-01', to: '2025-12-31' }
const year = (number: number) => ({ from: `${number}-01-01`, to: `${number}-12-31` })
/** How the year's figure is split over the three counties until a table of tasks says otherwise. */
const shares = [
  ['130629', 0.3],
  ['130632', 0.36],
  ['130638', 0.34],
] as const

const subsidised = (number: number, amount: number, clause: string, sample: boolean): TargetSeed[] => [
  { measure: 'subsidised', unit: 'person-times', ...year(number), amount, clause, sample },
  ...shares.map(([region, share]): TargetSeed => ({
    measure: 'subsidised',
    unit: 'person-times',
    ...year(number),
    amount: Math.round(amount * share),
    region,
    clause: clauses.split,
    sample: true,
  })),
]
const everyYear = (number: number): TargetSeed[] => [
  {
    measure: 'new-citizen',
    unit: 'person-times',
    ...year(number),
    amount: 10_000,
    clause: clauses.quality,
    sample: number > 2025,
  },
  {
    measure: 'dual-certificate',
    unit: 'people',
    ...year(number),
    amount: 1000,
    clause: clauses.quality,
    sample: number > 2025,
  },
]

/** What the plan of 2022 promises; what it does not say by year or county is a sample. */
export const targetSeeds: readonly TargetSeed[] = [
  { measure: 'subsidised', unit: 'person-times', ...period, amount: 110_000, clause: clauses.keyGroups, sample: false },
  { measure: 'social', unit: 'person-times', ...period, amount: 100_000, clause: clauses.keyGroups, sample: false },
  { measure: 'start-up', unit: 'person-times', ...year(2022), amount: 1000, clause: clauses.startUp, sample: false },
  ...subsidised(2022, 5000, clauses.keyGroups, false),
  ...[2023, 2024, 2025].flatMap((number) => subsidised(number, 22_000, clauses.evenly, true)),
  ...subsidised(2026, 22_000, clauses.after, true),
  ...[2022, 2023, 2024, 2025, 2026].flatMap(everyYear),
]

export const targetId = ({ measure, from, to, region }: TargetSeed): string =>
  [measure, from.slice(0, 4), to.slice(0, 4), region ?? 'all'].join(':')
