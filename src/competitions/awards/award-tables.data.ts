import type { Day } from '../../shared/dates.js'
import type { Tier } from '../competitions/competition.model.js'
import type { PrizeTable } from './award.rules.js'
import type { PromotionTable } from './promotion.rules.js'

export interface Dated<T> {
  from: Day
  tiers: readonly Tier[]
  table: T
  clause: string
  sample: boolean
}

const from = '2021-01-01'
const sample = true

/** 奖项设置: by tier and by the first day of contest. None of them is Xiong'an's own yet: each carries 样例. */
export const prizeTables: readonly Dated<PrizeTable>[] = [
  {
    from,
    tiers: ['national-1', 'national-2', 'provincial', 'new-area'],
    sample,
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
    from,
    tiers: ['industry', 'post'],
    sample,
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

const workers = ['worker', 'teacher'] as const

/** 晋级: what may be proposed to a filed assessment body; levels are ordinals (5 is 高级工, 6 is 技师, 7 is 高级技师). */
export const promotionTables: readonly Dated<PromotionTable>[] = [
  {
    from,
    tiers: ['national-1', 'national-2'],
    sample,
    clause: '样例：国家级前 5 名建议技师，已是技师的建议高级技师；6 至 20 名提高一级，最高技师（2006 年国家级一类）',
    table: {
      passMark: 6000,
      minEntries: 10,
      identities: [...workers, 'student'],
      lines: [
        { rankFrom: 1, rankTo: 5, to: 6, presentTo: 5 },
        { rankFrom: 1, rankTo: 5, to: 7, presentFrom: 6 },
        { rankFrom: 6, rankTo: 20, up: 1, atMost: 6 },
      ],
    },
  },
  {
    from,
    tiers: ['provincial', 'new-area'],
    sample,
    clause:
      '样例：单人前 5 名、双人前 3 名、三人前 2 名建议技师；单人 6 至 20 名、双人 4 至 10 名、三人 3 至 7 名建议高级工（河南 2023 省一类）',
    table: {
      passMark: 6000,
      minEntries: 10,
      identities: workers,
      lines: [
        { teamSize: 1, rankFrom: 1, rankTo: 5, to: 6 },
        { teamSize: 2, rankFrom: 1, rankTo: 3, to: 6 },
        { teamSize: 3, rankFrom: 1, rankTo: 2, to: 6 },
        { teamSize: 1, rankFrom: 6, rankTo: 20, to: 5 },
        { teamSize: 2, rankFrom: 4, rankTo: 10, to: 5 },
        { teamSize: 3, rankFrom: 3, rankTo: 7, to: 5 },
      ],
    },
  },
]

/** The row in force for a tier on a day; undefined where there is none (industry and enterprise contests promote nobody). */
export const tableOn = <T>(rows: readonly Dated<T>[], tier: Tier, day: Day): Dated<T> | undefined =>
  rows.filter((row) => row.tiers.includes(tier) && row.from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
