import { number, planStart as from, type FirstFigure } from './figure.data.js'

/** Skills competitions. */
export const competitionFigures = {
  'competition.theory-weight': {
    kind: number('percent', 0, 100),
    value: 30,
    from,
    clause: '样例：理论占 30%，实操占 70%（2022 年新区职工职业技能大赛）',
  },
  'competition.min-entries': {
    kind: number('people', 1, 100),
    value: 10,
    from,
    clause: '样例：一个赛项报名满 10 人（队）方可举办（河北）',
  },
  'competition.min-age': {
    kind: number('years', 0, 99),
    value: 16,
    from,
    clause: '样例：年满 16 周岁（职业技能竞赛通行要求）',
  },
  'competition.yearly-target': {
    kind: number('times', 0, 99),
    value: 2,
    from,
    clause: '雄就社领发〔2022〕1号 四（四）5：每年举办不少于 2 场新区级职业技能大赛',
  },
  'competition.notice-days': {
    kind: number('days', 1, 60),
    value: 5,
    from,
    clause: '样例：成绩公示 5 天，公示期内受理申诉（各地 3 至 7 天）',
  },
} satisfies Record<string, FirstFigure>
