import type { PolicyKey } from '../../office/policies/policy.data.js'
import { yearOf, type Day } from '../../shared/dates.js'
import { inOrder, type Achievement, type AchievementFacts } from '../achievements/achievement.rules.js'

/** The kinds of credit: each is earned by its own rule and may have a cap of its own for a calendar year. */
export const creditTypes = [
  'course',
  'quality-course',
  'certificate',
  'apprenticeship',
  'award',
  'work-practice',
  'diploma',
] as const
export type CreditType = (typeof creditTypes)[number]

export const noCreditReasons = [
  'under-way',
  'void',
  'not-confirmed',
  'not-in-agreement',
  'no-rule',
  'cap-reached',
] as const
export type NoCredit = (typeof noCreditReasons)[number]

export interface Figure {
  id: string
  value: number | boolean | string
  clause: string
  sample: boolean
}
/** The figure in force on a day; an achievement is judged by the figures of its own day. */
export type FigureOn = (key: PolicyKey, day: Day) => Figure

/** Credits are hundredths, so that sums are exact. */
export type Hundredths = number

/** What one achievement is worth: `full` by its rule, `hundredths` after the cap of its type and year. */
export interface CreditRow {
  achievement: Achievement
  type: CreditType
  hundredths: Hundredths
  full: Hundredths
  reason?: NoCredit
  /** the figures that decided, the rule first, the cap last */
  keys: readonly PolicyKey[]
}

const capOf: Readonly<Partial<Record<CreditType, PolicyKey>>> = {
  course: 'credit.cap-course',
  'quality-course': 'credit.cap-quality',
  certificate: 'credit.cap-certificate',
  award: 'credit.cap-award',
  'work-practice': 'credit.cap-practice',
}
const typeOf: Readonly<Record<AchievementFacts['kind'], CreditType>> = {
  course: 'course',
  'quality-course': 'quality-course',
  'level-certificate': 'certificate',
  'single-ability': 'certificate',
  'work-permit': 'certificate',
  recognition: 'certificate',
  apprenticeship: 'apprenticeship',
  award: 'award',
  'work-practice': 'work-practice',
  diploma: 'diploma',
}
const levels = [1, 2, 3, 4, 5, 6, 7, 8] as const
const educations = ['10', '20', '30', '40'] as const

/** The figure that says what an achievement earns; none for what no rule speaks of. */
export function ruleOf({
  kind,
  level,
  prize,
  education,
}: Pick<AchievementFacts, 'kind' | 'level' | 'prize' | 'education'>): PolicyKey | undefined {
  const leveled = levels.find((one) => one === level)
  const schooled = educations.find((one) => one === education)
  switch (kind) {
    case 'course':
    case 'quality-course':
      return 'credit.hours-per-credit'
    case 'work-practice':
      return 'credit.practice-hours-per-credit'
    case 'level-certificate':
    case 'recognition':
      return leveled ? `credit.level-${leveled}` : undefined
    case 'single-ability':
      return 'credit.single-ability'
    case 'work-permit':
      return 'credit.work-permit'
    case 'apprenticeship':
      return 'credit.apprenticeship'
    case 'award':
      return prize === 1
        ? 'credit.award-first'
        : prize === 2
          ? 'credit.award-second'
          : prize === undefined
            ? undefined
            : 'credit.award-third'
    case 'diploma':
      return schooled ? `credit.diploma-${schooled}` : undefined
  }
}

function reasonOf(achievement: Achievement): NoCredit | undefined {
  if (achievement.standing === 'void') return 'void'
  if (achievement.grade === 'stated') return 'not-confirmed'
  if (achievement.standing === 'under-way') return 'under-way'
  if (achievement.kind === 'recognition' && !achievement.credited) return 'not-in-agreement'
  return ruleOf(achievement) ? undefined : 'no-rule'
}

/** Hours divide, everything else is fixed; rounded down to a hundredth, so that no paper says more than its register. */
function fullCredit(achievement: AchievementFacts, key: PolicyKey, figureOn: FigureOn): Hundredths {
  const figure = Number(figureOn(key, achievement.on).value)
  const byHours = key === 'credit.hours-per-credit' || key === 'credit.practice-hours-per-credit'
  if (!byHours) return figure * 100
  return figure > 0 ? Math.floor(((achievement.hours ?? 0) * 100) / figure) : 0
}

/** Judges one person's achievements in the order of their days; the earlier takes the room that a yearly cap leaves. */
export function creditRows(achievements: readonly Achievement[], figureOn: FigureOn): CreditRow[] {
  const used = new Map<string, Hundredths>()
  return inOrder(achievements).map((achievement) => {
    const type = typeOf[achievement.kind]
    const reason = reasonOf(achievement)
    const rule = ruleOf(achievement)
    if (reason || !rule)
      return { achievement, type, hundredths: 0, full: 0, keys: rule ? [rule] : [], ...(reason && { reason }) }
    const full = fullCredit(achievement, rule, figureOn)
    const cap = capOf[type]
    if (!cap) return { achievement, type, hundredths: full, full, keys: [rule] }
    const slot = `${type}:${yearOf(achievement.on)}`
    const room = Math.max(0, Number(figureOn(cap, achievement.on).value) * 100 - (used.get(slot) ?? 0))
    const hundredths = Math.min(full, room)
    used.set(slot, (used.get(slot) ?? 0) + hundredths)
    return {
      achievement,
      type,
      hundredths,
      full,
      keys: hundredths < full ? [rule, cap] : [rule],
      ...(hundredths === 0 && full > 0 && { reason: 'cap-reached' as const }),
    }
  })
}

/** 1250 → `12.50`; a reversal has a real minus sign. */
export function creditText(hundredths: Hundredths): string {
  const text = (Math.abs(hundredths) / 100).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return hundredths < 0 ? `−${text}` : text
}
