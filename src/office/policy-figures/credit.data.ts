import { number, type FirstFigure } from './figure.data.js'

/** A diploma or certificate may be older than the plan: the rules of credit hold for all that an account can show. */
export const creditsFrom = '1949-10-01'
const credits = (value: number, clause: string): FirstFigure => ({
  kind: number('credits', 0, 1000),
  value,
  from: creditsFrom,
  clause,
})

/** Credits of the learning account. */
export const creditFigures = {
  'credit.hours-per-credit': {
    kind: number('hours', 1, 1000),
    value: 16,
    from: creditsFrom,
    clause: '样例：每 16 学时折 1 学分（学历教育通行做法），不足的按比例计到 0.01',
  },
  'credit.practice-hours-per-credit': {
    kind: number('hours', 1, 1000),
    value: 16,
    from: creditsFrom,
    clause: '样例：每 16 小时工作实践折 1 学分',
  },
  'credit.level-1': credits(6, '样例：职业技能等级证书 学徒工 计 6 学分'),
  'credit.level-2': credits(12, '样例：职业技能等级证书 五级/初级工 计 12 学分'),
  'credit.level-3': credits(15, '样例：职业技能等级证书 四级/中级工 计 15 学分'),
  'credit.level-4': credits(20, '样例：职业技能等级证书 三级/高级工 计 20 学分'),
  'credit.level-5': credits(25, '样例：职业技能等级证书 二级/技师 计 25 学分'),
  'credit.level-6': credits(30, '样例：职业技能等级证书 一级/高级技师 计 30 学分'),
  'credit.level-7': credits(35, '样例：职业技能等级证书 特级技师 计 35 学分'),
  'credit.level-8': credits(40, '样例：职业技能等级证书 首席技师 计 40 学分'),
  'credit.single-ability': credits(6, '样例：专项职业能力证书计 6 学分'),
  'credit.work-permit': credits(4, '样例：特种作业操作证计 4 学分'),
  'credit.apprenticeship': credits(10, '样例：新型学徒制培养期满并考核合格计 10 学分'),
  'credit.award-first': credits(3, '样例：竞赛一等奖计 3 学分'),
  'credit.award-second': credits(2, '样例：竞赛二等奖计 2 学分'),
  'credit.award-third': credits(1, '样例：竞赛三等奖、优胜奖计 1 学分'),
  'credit.diploma-40': credits(20, '样例：中等职业教育学历计 20 学分'),
  'credit.diploma-30': credits(30, '样例：大学专科学历计 30 学分'),
  'credit.diploma-20': credits(40, '样例：大学本科学历计 40 学分'),
  'credit.diploma-10': credits(50, '样例：研究生学历计 50 学分'),
  'credit.cap-course': credits(40, '样例：同一自然年培训课程最多计 40 学分'),
  'credit.cap-quality': credits(4, '样例：同一自然年新市民素质课最多计 4 学分'),
  'credit.cap-certificate': credits(60, '样例：同一自然年证书最多计 60 学分'),
  'credit.cap-award': credits(6, '样例：同一自然年竞赛获奖最多计 6 学分'),
  'credit.cap-practice': credits(20, '样例：同一自然年工作实践最多计 20 学分'),
} satisfies Record<string, FirstFigure>
