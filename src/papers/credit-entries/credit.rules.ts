import type { PolicyKey } from '../../office/policies/policy.data.js'
import { yearOf, type Day } from '../../shared/dates.js'
import { inOrder, type Achievement, type AchievementFacts, type VoidReason } from '../achievements/achievement.rules.js'

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

/** Why an entry was reversed. A source that no longer holds says its own reason. */
export const reversalReasons = ['source-corrected', 'rule-changed', 'cap-shared-anew'] as const
export type ReversalReason = VoidReason | (typeof reversalReasons)[number]

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

/** An entry of the ledger as far as the rule must know it. */
export interface Booked {
  id: string
  key: string
  act: 'earned' | 'reversed'
  hundredths: Hundredths
  full?: Hundredths
  policyIds: readonly string[]
  reverses?: string | null
}
type Stored = Omit<Booked, 'id'> & { _id: string }
export const bookedOf = ({ _id, key, act, hundredths, full, policyIds, reverses }: Stored): Booked => ({
  id: _id,
  key,
  act,
  hundredths,
  policyIds,
  ...(full !== undefined && { full }),
  ...(reverses && { reverses }),
})
export interface Earning {
  id: string
  act: 'earned'
  row: CreditRow
}
export interface Reversal {
  id: string
  act: 'reversed'
  of: Booked
  reason: ReversalReason
}
export type Booking = Earning | Reversal

/** What each achievement stands at now: the last of its earnings that nothing reversed. */
export function standingEntries(entries: readonly Booked[]): Map<string, Booked> {
  const reversed = new Set(entries.flatMap(({ reverses }) => reverses ?? []))
  return new Map(
    entries.filter(({ act, id }) => act === 'earned' && !reversed.has(id)).map((entry) => [entry.key, entry]),
  )
}

/**
 * The entries that bring a ledger into step with what the rules say. Nothing is changed or removed: what differs is reversed as a
 * whole and earned anew. The id of an entry says which earning of which achievement it is, so booking it twice is booking it once.
 */
export function bookingsFor(rows: readonly CreditRow[], entries: readonly Booked[], figureOn: FigureOn): Booking[] {
  const standing = standingEntries(entries)
  const rowOf = new Map(rows.map((row) => [row.achievement.key, row]))
  const reversals = [...standing.values()]
    .filter(({ key, hundredths }) => (rowOf.get(key)?.hundredths ?? 0) !== hundredths)
    .map((of): Reversal => ({
      id: `reversed:${of.id}`,
      act: 'reversed',
      of,
      reason: reversalReason(of, rowOf.get(of.key), figureOn),
    }))
  const earnings = rows
    .filter(({ achievement, hundredths }) => hundredths > 0 && standing.get(achievement.key)?.hundredths !== hundredths)
    .map((row): Earning => ({ id: earningId(row.achievement.key, entries), act: 'earned', row }))
  return [...reversals, ...earnings]
}

const earningId = (key: string, entries: readonly Booked[]): string =>
  `earned:${key}:${entries.filter((one) => one.key === key && one.act === 'earned').length + 1}`

function reversalReason(of: Booked, row: CreditRow | undefined, figureOn: FigureOn): ReversalReason {
  if (!row) return 'removed'
  if (row.achievement.standing === 'void') return row.achievement.reason
  if (row.reason !== undefined && row.reason !== 'cap-reached') return 'source-corrected'
  if (of.full === row.full) return 'cap-shared-anew'
  const [rule] = row.keys
  return rule && of.policyIds[0] !== figureOn(rule, row.achievement.on).id ? 'rule-changed' : 'source-corrected'
}

/** The balance is never stored: it is the sum of the entries. */
export const balanceOf = (entries: readonly Pick<Booked, 'hundredths'>[]): Hundredths =>
  entries.reduce((sum, { hundredths }) => sum + hundredths, 0)

/** 1250 → `12.50`; a reversal has a real minus sign. */
export function creditText(hundredths: Hundredths): string {
  const text = (Math.abs(hundredths) / 100).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return hundredths < 0 ? `−${text}` : text
}
