import type { PrizeTable } from '../awards/award.rules.js'
import type { PromotionTable } from '../awards/promotion.rules.js'
import type { Tier } from '../competitions/competition.model.js'

/** 奖项表 and 晋级表 */
export const tableKinds = ['prize', 'promotion'] as const
export type TableKind = (typeof tableKinds)[number]
export interface TableOf {
  prize: PrizeTable
  promotion: PromotionTable
}
export interface TableSeed<K extends TableKind = TableKind> {
  kind: K
  tiers: readonly Tier[]
  clause: string
  table: TableOf[K]
}

/** The first rows begin before the first competition of the New Area; each carries 样例 until an administrator replaces it. */
export const seedsFrom = '2021-01-01'

/** 奖项设置, by tier. */
const prizeSeeds: readonly TableSeed<'prize'>[] = [
  {
    kind: 'prize',
    tiers: ['national-1', 'national-2', 'provincial', 'new-area'],
    clause:
      '样例：一等奖 1 名、二等奖 2 名、三等奖 3 名，其余前 50% 为优胜奖；总成绩 60 分以上（各地省市级大赛通行做法）',
    table: {
      minTotal: 6000,
      lines: [
        { prize: 'first', count: 1, minEntries: 1 },
        { prize: 'second', count: 2, minEntries: 3 },
        { prize: 'third', count: 3, minEntries: 6 },
        { prize: 'excellence', share: 50, minEntries: 10 },
      ],
    },
  },
  {
    kind: 'prize',
    tiers: ['industry', 'post'],
    clause: '样例：一、二、三等奖各 1 名；总成绩 60 分以上（行业和企业岗位练兵通行做法）',
    table: {
      minTotal: 6000,
      lines: [
        { prize: 'first', count: 1, minEntries: 1 },
        { prize: 'second', count: 1, minEntries: 2 },
        { prize: 'third', count: 1, minEntries: 3 },
      ],
    },
  },
]

const [senior, technician, seniorTechnician] = [4, 5, 6]
const workers = ['worker', 'teacher'] as const

/** 晋级: what may be proposed to a filed assessment body; industry and enterprise contests promote nobody. */
const promotionSeeds: readonly TableSeed<'promotion'>[] = [
  {
    kind: 'promotion',
    tiers: ['national-1', 'national-2'],
    clause: '样例：国家级前 5 名建议技师，已是技师的建议高级技师；6 至 20 名提高一级，最高技师（2006 年国家级一类）',
    table: {
      passMark: 6000,
      minEntries: 10,
      identities: [...workers, 'student'],
      lines: [
        { rankFrom: 1, rankTo: 5, to: technician, presentTo: senior },
        { rankFrom: 1, rankTo: 5, to: seniorTechnician, presentFrom: technician },
        { rankFrom: 6, rankTo: 20, up: 1, atMost: technician },
      ],
    },
  },
  {
    kind: 'promotion',
    tiers: ['provincial', 'new-area'],
    clause:
      '样例：单人前 5 名、双人前 3 名、三人前 2 名建议技师；单人 6 至 20 名、双人 4 至 10 名、三人 3 至 7 名建议高级工（河南 2023 省一类）',
    table: {
      passMark: 6000,
      minEntries: 10,
      identities: workers,
      lines: [
        { teamSize: 1, rankFrom: 1, rankTo: 5, to: technician },
        { teamSize: 2, rankFrom: 1, rankTo: 3, to: technician },
        { teamSize: 3, rankFrom: 1, rankTo: 2, to: technician },
        { teamSize: 1, rankFrom: 6, rankTo: 20, to: senior },
        { teamSize: 2, rankFrom: 4, rankTo: 10, to: senior },
        { teamSize: 3, rankFrom: 3, rankTo: 7, to: senior },
      ],
    },
  },
]
export const tableSeeds: readonly TableSeed[] = [...prizeSeeds, ...promotionSeeds]
