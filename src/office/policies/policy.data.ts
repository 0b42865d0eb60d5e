import type { Day } from '../../shared/dates.js'

export interface PolicySeed { key: PolicyKey; value: number | boolean | string; from: Day; clause: string; sample: boolean }

export const policyKeys = [
  'completion.min-attendance-percent', 'completion.pass-mark', 'person-time.certificate-required', 'person-time.yearly-limit', 'person-time.same-skill-once',
  'person-time.min-age', 'person-time.max-age', 'course.min-hours', 'enrolment.add-until-percent', 'count.basis', 'certificate.completion-number',
  'course-run.max-trainees', 'course-run.min-trainees', 'course-run.filing-days', 'lesson.minutes-per-hour',
  'competition.theory-weight', 'competition.min-entries', 'competition.min-age', 'competition.yearly-target',
] as const
export type PolicyKey = (typeof policyKeys)[number]

export type PolicyUnit = 'percent' | 'points' | 'times' | 'years' | 'hours' | 'people' | 'days' | 'minutes'
/** What a figure may be, and in which unit it is shown. */
export type PolicyKind =
  | { kind: 'number'; unit: PolicyUnit; min: number; max: number }
  | { kind: 'flag' }
  | { kind: 'choice'; options: readonly string[] }
  /** a pattern, such as that of a number */
  | { kind: 'text'; shape: RegExp }

const number = (unit: PolicyUnit, min: number, max: number): PolicyKind => ({ kind: 'number', unit, min, max })

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
  { key: 'competition.theory-weight', value: 30, from, clause: '样例：理论占 30%，实操占 70%（2022 年新区职工职业技能大赛）', sample },
  { key: 'competition.min-entries', value: 10, from, clause: '样例：一个赛项报名满 10 人（队）方可举办（河北）', sample },
  { key: 'competition.min-age', value: 16, from, clause: '样例：年满 16 周岁（职业技能竞赛通行要求）', sample },
  { key: 'competition.yearly-target', value: 2, from, clause: '雄就社领发〔2022〕1号 四（四）5：每年举办不少于 2 场新区级职业技能大赛', sample: false },
]
