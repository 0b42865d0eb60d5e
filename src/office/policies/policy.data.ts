import type { Day } from '../../shared/dates.js'

export interface PolicySeed { key: PolicyKey; value: number | boolean | string; from: Day; clause: string; sample: boolean }

export const policyKeys = [
  'completion.min-attendance-percent', 'completion.pass-mark', 'person-time.certificate-required', 'person-time.yearly-limit', 'person-time.same-skill-once',
  'person-time.min-age', 'person-time.max-age', 'course.min-hours', 'enrolment.add-until-percent', 'count.basis', 'certificate.completion-number',
  'course-run.max-trainees', 'course-run.min-trainees', 'course-run.filing-days', 'lesson.minutes-per-hour',
  'apprenticeship.rate-intermediate', 'apprenticeship.rate-senior', 'apprenticeship.rate-completed', 'apprenticeship.rate-basis', 'apprenticeship.rounding',
  'apprenticeship.min-months', 'apprenticeship.max-months', 'apprenticeship.max-apprentices', 'apprenticeship.min-hours', 'apprenticeship.min-central-hours',
  'person-time.apprentice-basis', 'person-time.apprentice-excludes',
  'apprentice.max-per-mentor', 'apprentice.min-labour-months', 'apprentice.max-break-days', 'apprentice.mid-term-percent', 'apprentice.log-late-days',
] as const
export type PolicyKey = (typeof policyKeys)[number]

export type PolicyUnit = 'percent' | 'points' | 'times' | 'years' | 'months' | 'hours' | 'people' | 'days' | 'minutes'
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
  'apprentice.max-per-mentor': number('people', 1, 100),
  'apprentice.min-labour-months': number('months', 0, 60),
  'apprentice.max-break-days': number('days', 0, 1000),
  'apprentice.mid-term-percent': number('percent', 1, 100),
  'apprentice.log-late-days': number('days', 0, 365),
}

const from = '2021-01-01'
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
  { key: 'apprentice.max-per-mentor', value: 8, from, clause: '样例：一名企业导师同时带徒不超过 8 人（外地直辖市规定）', sample },
  { key: 'apprentice.min-labour-months', value: 12, from, clause: '样例：学徒与企业签订一年以上劳动合同（人社部发〔2018〕66号）', sample },
  { key: 'apprentice.max-break-days', value: 180, from, clause: '样例：休学累计不超过 180 天，培养期顺延', sample },
  { key: 'apprentice.mid-term-percent', value: 50, from, clause: '样例：培养期过半时做中期检查', sample },
  { key: 'apprentice.log-late-days', value: 14, from, clause: '样例：岗位日志在 14 天内填写', sample },
]
