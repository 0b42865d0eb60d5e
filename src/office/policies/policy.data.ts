import type { Day } from '../../shared/dates.js'

export interface PolicySeed { key: PolicyKey; value: number | boolean | string; from: Day; clause: string; sample: boolean }

export const policyKeys = [
  'completion.min-attendance-percent', 'completion.pass-mark', 'person-time.certificate-required', 'person-time.yearly-limit', 'person-time.same-skill-once',
  'person-time.min-age', 'person-time.max-age', 'course.min-hours', 'enrolment.add-until-percent', 'count.basis', 'certificate.completion-number',
  'course-run.max-trainees', 'course-run.min-trainees', 'course-run.filing-days', 'lesson.minutes-per-hour',
  'competition.theory-weight', 'competition.min-entries', 'competition.min-age', 'competition.yearly-target', 'competition.notice-days',
  'apprenticeship.rate-intermediate', 'apprenticeship.rate-senior', 'apprenticeship.rate-completed', 'apprenticeship.rate-basis', 'apprenticeship.rounding',
  'apprenticeship.min-months', 'apprenticeship.max-months', 'apprenticeship.max-apprentices', 'apprenticeship.min-hours', 'apprenticeship.min-central-hours',
  'person-time.apprentice-basis', 'person-time.apprentice-excludes', 'person-time.contest-basis',
  'apprentice.max-per-mentor', 'apprentice.min-labour-months', 'apprentice.max-break-days', 'apprentice.mid-term-percent', 'apprentice.log-late-days',
  // Credits of the learning account, and the double qualification.
  'credit.hours-per-credit', 'credit.practice-hours-per-credit',
  'credit.level-1', 'credit.level-2', 'credit.level-3', 'credit.level-4', 'credit.level-5', 'credit.level-6', 'credit.level-7', 'credit.level-8',
  'credit.single-ability', 'credit.work-permit', 'credit.apprenticeship', 'credit.award-first', 'credit.award-second', 'credit.award-third',
  'credit.diploma-40', 'credit.diploma-30', 'credit.diploma-20', 'credit.diploma-10',
  'credit.cap-course', 'credit.cap-quality', 'credit.cap-certificate', 'credit.cap-award', 'credit.cap-practice',
  'dual-certificate.min-age', 'dual-certificate.max-age',
  'recognition.recheck-days', 'recognition.wait-days',
] as const
export type PolicyKey = (typeof policyKeys)[number]

export type PolicyUnit = 'percent' | 'points' | 'times' | 'years' | 'months' | 'credits' | 'hours' | 'people' | 'days' | 'minutes'
/** What a figure may be, and in which unit it is shown. */
export type PolicyKind =
  | { kind: 'number'; unit: PolicyUnit; min: number; max: number }
  /** fen, typed and shown in yuan */
  | { kind: 'money'; min: number; max: number }
  | { kind: 'flag' }
  | { kind: 'choice'; options: readonly string[] }
  /** a pattern, such as that of a number */
  | { kind: 'text'; shape: RegExp }

const number = (unit: PolicyUnit, min: number, max: number): PolicyKind => ({ kind: 'number', unit, min, max })

const yearlyRate: PolicyKind = { kind: 'money', min: 0, max: 10_000_000 }
/** A figure told in whole credits. */
const creditKinds = <K extends PolicyKey>(keys: readonly K[]) => Object.fromEntries(keys.map((key) => [key, number('credits', 0, 1000)])) as Record<K, PolicyKind>

export const policyKinds: Readonly<Record<PolicyKey, PolicyKind>> = {
  'completion.min-attendance-percent': number('percent', 0, 100),
  'completion.pass-mark': number('points', 0, 100),
  'person-time.certificate-required': { kind: 'flag' },
  'person-time.yearly-limit': number('times', 0, 99),
  'person-time.same-skill-once': { kind: 'flag' },
  'person-time.min-age': number('years', 0, 99),
  'person-time.max-age': number('years', 0, 150),
  'course.min-hours': number('hours', 0, 5000),
  'enrolment.add-until-percent': number('percent', 0, 100),
  'count.basis': { kind: 'choice', options: ['completed'] },
  'certificate.completion-number': { kind: 'text', shape: /^[A-Z0-9-]*\{year\}[A-Z0-9-]*\{sequence:[4-9]\}$/ },
  'course-run.max-trainees': number('people', 1, 500),
  'course-run.min-trainees': number('people', 0, 500),
  'course-run.filing-days': number('days', 0, 90),
  'lesson.minutes-per-hour': number('minutes', 30, 60),
  'competition.theory-weight': number('percent', 0, 100),
  'competition.min-entries': number('people', 1, 100),
  'competition.min-age': number('years', 0, 99),
  'competition.yearly-target': number('times', 0, 99),
  'competition.notice-days': number('days', 1, 60),
  'apprenticeship.rate-intermediate': yearlyRate,
  'apprenticeship.rate-senior': yearlyRate,
  'apprenticeship.rate-completed': yearlyRate,
  'apprenticeship.rate-basis': { kind: 'choice', options: ['filed', 'by-day'] },
  'apprenticeship.rounding': { kind: 'choice', options: ['half-up', 'down'] },
  'apprenticeship.min-months': number('months', 1, 60),
  'apprenticeship.max-months': number('months', 1, 60),
  'apprenticeship.max-apprentices': number('people', 1, 500),
  'apprenticeship.min-hours': number('hours', 0, 5000),
  'apprenticeship.min-central-hours': number('hours', 0, 5000),
  'person-time.apprentice-basis': { kind: 'choice', options: ['finished', 'certified', 'none'] },
  'person-time.apprentice-excludes': { kind: 'flag' },
  'person-time.contest-basis': { kind: 'choice', options: ['completed', 'none'] },
  'apprentice.max-per-mentor': number('people', 1, 100),
  'apprentice.min-labour-months': number('months', 0, 60),
  'apprentice.max-break-days': number('days', 0, 1000),
  'apprentice.mid-term-percent': number('percent', 1, 100),
  'apprentice.log-late-days': number('days', 0, 365),
  'credit.hours-per-credit': number('hours', 1, 1000),
  'credit.practice-hours-per-credit': number('hours', 1, 1000),
  ...creditKinds([
    'credit.level-1', 'credit.level-2', 'credit.level-3', 'credit.level-4', 'credit.level-5', 'credit.level-6', 'credit.level-7', 'credit.level-8',
    'credit.single-ability', 'credit.work-permit', 'credit.apprenticeship', 'credit.award-first', 'credit.award-second', 'credit.award-third',
    'credit.diploma-40', 'credit.diploma-30', 'credit.diploma-20', 'credit.diploma-10',
    'credit.cap-course', 'credit.cap-quality', 'credit.cap-certificate', 'credit.cap-award', 'credit.cap-practice',
  ]),
  'dual-certificate.min-age': number('years', 0, 99),
  'dual-certificate.max-age': number('years', 0, 150),
  'recognition.recheck-days': number('days', 1, 90),
  'recognition.wait-days': number('days', 0, 180),
}

const from = '2021-01-01'
/** A diploma or certificate may be older than the plan: the rules of credit hold for all that an account can show. */
const credits = '1949-10-01'
const sample = true

/** The first rows of the dated figures; what is not Xiong'an's own is a sample that an administrator replaces. */
export const policySeeds: readonly PolicySeed[] = [
  { key: 'completion.min-attendance-percent', value: 80, from, clause: '样例：出勤率达到 80% 方可参加结业考核（各地通行做法）', sample },
  { key: 'completion.pass-mark', value: 60, from, clause: '样例：理论、实操均达到 60 分为合格（人社部发〔2024〕5号 结业考核由考核方案规定）', sample },
  { key: 'person-time.certificate-required', value: false, from, clause: '样例：以实名制系统确认结业为准，不以取证为条件', sample },
  { key: 'person-time.yearly-limit', value: 3, from, clause: '样例：同一人每年享受补贴性培训不超过 3 次（江苏、浙江）', sample },
  { key: 'person-time.same-skill-once', value: true, from, clause: '样例：同一职业（工种）同一等级只计一次（多地通行）', sample },
  { key: 'person-time.min-age', value: 16, from, clause: '样例：年满 16 周岁（广东）', sample },
  { key: 'person-time.max-age', value: 150, from, clause: '样例：不设上限；退休年龄逐年变化，以是否领取养老金为准', sample },
  { key: 'course.min-hours', value: 20, from, clause: '样例：补贴性培训不少于 20 学时（福建 2020）', sample },
  { key: 'enrolment.add-until-percent', value: 33, from, clause: '样例：开课后课时超过三分之一不再增减学员', sample },
  { key: 'certificate.completion-number', value: 'XA-PX-{year}-{sequence:6}', from, clause: '样例：培训合格证书编号 = XA-PX-年份-六位流水', sample },
  { key: 'count.basis', value: 'completed', from, clause: '样例：补贴性培训人次按结业人次统计，计入结业当年', sample },
  { key: 'course-run.max-trainees', value: 60, from, clause: '样例：每班最多 60 人', sample },
  { key: 'course-run.min-trainees', value: 20, from, clause: '样例：每班一般不少于 20 人（各地通行做法）', sample },
  { key: 'course-run.filing-days', value: 7, from, clause: '样例：开班前 7 天提交备案（衢州）', sample },
  { key: 'lesson.minutes-per-hour', value: 45, from, clause: '样例：一学时不少于 45 分钟（各地通行）', sample },
  { key: 'competition.theory-weight', value: 30, from, clause: '样例：理论占 30%，实操占 70%（2022 年新区职工职业技能大赛）', sample },
  { key: 'competition.min-entries', value: 10, from, clause: '样例：一个赛项报名满 10 人（队）方可举办（河北）', sample },
  { key: 'competition.min-age', value: 16, from, clause: '样例：年满 16 周岁（职业技能竞赛通行要求）', sample },
  { key: 'competition.yearly-target', value: 2, from, clause: '雄就社领发〔2022〕1号 四（四）5：每年举办不少于 2 场新区级职业技能大赛', sample: false },
  { key: 'competition.notice-days', value: 5, from, clause: '样例：成绩公示 5 天，公示期内受理申诉（各地 3 至 7 天）', sample },
  { key: 'apprenticeship.rate-intermediate', value: 500_000, from, clause: '雄就社领发〔2022〕1号 四（四）4：中级工每人每年原则上 5000 元', sample: false },
  { key: 'apprenticeship.rate-senior', value: 600_000, from, clause: '雄就社领发〔2022〕1号 四（四）4：高级工、技师、高级技师每人每年 6000 元', sample: false },
  { key: 'apprenticeship.rate-completed', value: 400_000, from, clause: '样例：结业未取得证书的，每人每年 4000 元（武汉 2022）；未结业的不补贴', sample },
  { key: 'apprenticeship.rate-basis', value: 'filed', from, clause: '样例：按备案当天的标准执行到结业（江苏：需备案的按备案时间）', sample },
  { key: 'apprenticeship.rounding', value: 'half-up', from, clause: '样例：由新区公共服务局核算，每名学徒合计一次，四舍五入到分；各段金额之和等于合计', sample },
  { key: 'apprenticeship.min-months', value: 12, from, clause: '样例：培养期一般 1 至 2 年（人社部发〔2018〕66号）', sample },
  { key: 'apprenticeship.max-months', value: 36, from, clause: '样例：特殊情况培养期可延长到 3 年（人社部发〔2018〕66号）', sample },
  { key: 'apprenticeship.max-apprentices', value: 40, from, clause: '样例：每个学徒班不超过 40 人（外地直辖市规定）', sample },
  { key: 'apprenticeship.min-hours', value: 600, from, clause: '样例：每年不少于 600 学时，含考核（外地直辖市规定）', sample },
  { key: 'apprenticeship.min-central-hours', value: 160, from, clause: '样例：每年集中教学不少于 160 学时（外地直辖市规定）', sample },
  { key: 'person-time.apprentice-basis', value: 'finished', from, clause: '样例：学徒结业，按一个培养周期计 1 人次，计入结业当年', sample },
  { key: 'person-time.apprentice-excludes', value: true, from, clause: '样例：学徒培养期间不再享受其他培训补贴（武汉 2022）', sample },
  { key: 'person-time.contest-basis', value: 'completed', from, clause: '样例：以赛代训（四（四）5），赛前集训结业计 1 人次，不受同一职业同一等级只计一次的限制', sample },
  { key: 'apprentice.max-per-mentor', value: 8, from, clause: '样例：一名企业导师同时带徒不超过 8 人（外地直辖市规定）', sample },
  { key: 'apprentice.min-labour-months', value: 12, from, clause: '样例：学徒与企业签订一年以上劳动合同（人社部发〔2018〕66号）', sample },
  { key: 'apprentice.max-break-days', value: 180, from, clause: '样例：休学累计不超过 180 天，培养期顺延', sample },
  { key: 'apprentice.mid-term-percent', value: 50, from, clause: '样例：培养期过半时做中期检查', sample },
  { key: 'apprentice.log-late-days', value: 14, from, clause: '样例：岗位日志在 14 天内填写', sample },
  { key: 'credit.hours-per-credit', value: 16, from: credits, clause: '样例：每 16 学时折 1 学分（学历教育通行做法），不足的按比例计到 0.01', sample },
  { key: 'credit.practice-hours-per-credit', value: 16, from: credits, clause: '样例：每 16 小时工作实践折 1 学分', sample },
  { key: 'credit.level-1', value: 6, from: credits, clause: '样例：职业技能等级证书 学徒工 计 6 学分', sample },
  { key: 'credit.level-2', value: 12, from: credits, clause: '样例：职业技能等级证书 五级/初级工 计 12 学分', sample },
  { key: 'credit.level-3', value: 15, from: credits, clause: '样例：职业技能等级证书 四级/中级工 计 15 学分', sample },
  { key: 'credit.level-4', value: 20, from: credits, clause: '样例：职业技能等级证书 三级/高级工 计 20 学分', sample },
  { key: 'credit.level-5', value: 25, from: credits, clause: '样例：职业技能等级证书 二级/技师 计 25 学分', sample },
  { key: 'credit.level-6', value: 30, from: credits, clause: '样例：职业技能等级证书 一级/高级技师 计 30 学分', sample },
  { key: 'credit.level-7', value: 35, from: credits, clause: '样例：职业技能等级证书 特级技师 计 35 学分', sample },
  { key: 'credit.level-8', value: 40, from: credits, clause: '样例：职业技能等级证书 首席技师 计 40 学分', sample },
  { key: 'credit.single-ability', value: 6, from: credits, clause: '样例：专项职业能力证书计 6 学分', sample },
  { key: 'credit.work-permit', value: 4, from: credits, clause: '样例：特种作业操作证计 4 学分', sample },
  { key: 'credit.apprenticeship', value: 10, from: credits, clause: '样例：新型学徒制培养期满并考核合格计 10 学分', sample },
  { key: 'credit.award-first', value: 3, from: credits, clause: '样例：竞赛一等奖计 3 学分', sample },
  { key: 'credit.award-second', value: 2, from: credits, clause: '样例：竞赛二等奖计 2 学分', sample },
  { key: 'credit.award-third', value: 1, from: credits, clause: '样例：竞赛三等奖、优胜奖计 1 学分', sample },
  { key: 'credit.diploma-40', value: 20, from: credits, clause: '样例：中等职业教育学历计 20 学分', sample },
  { key: 'credit.diploma-30', value: 30, from: credits, clause: '样例：大学专科学历计 30 学分', sample },
  { key: 'credit.diploma-20', value: 40, from: credits, clause: '样例：大学本科学历计 40 学分', sample },
  { key: 'credit.diploma-10', value: 50, from: credits, clause: '样例：研究生学历计 50 学分', sample },
  { key: 'credit.cap-course', value: 40, from: credits, clause: '样例：同一自然年培训课程最多计 40 学分', sample },
  { key: 'credit.cap-quality', value: 4, from: credits, clause: '样例：同一自然年新市民素质课最多计 4 学分', sample },
  { key: 'credit.cap-certificate', value: 60, from: credits, clause: '样例：同一自然年证书最多计 60 学分', sample },
  { key: 'credit.cap-award', value: 6, from: credits, clause: '样例：同一自然年竞赛获奖最多计 6 学分', sample },
  { key: 'credit.cap-practice', value: 20, from: credits, clause: '样例：同一自然年工作实践最多计 20 学分', sample },
  { key: 'dual-certificate.min-age', value: 18, from, clause: '雄就社领发〔2022〕1号 四（四）2：18—35 周岁劳动力', sample: false },
  { key: 'dual-certificate.max-age', value: 35, from, clause: '雄就社领发〔2022〕1号 四（四）2：18—35 周岁劳动力', sample: false },
  { key: 'recognition.recheck-days', value: 7, from, clause: '样例：来源地暂未查到的证书，每 7 天复查一次', sample },
  { key: 'recognition.wait-days', value: 30, from, clause: '样例：成绩上传约需 20 个工作日，未查到满 30 天才可以据此认定', sample },
]
