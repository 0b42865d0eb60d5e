import { fraction, hundredths, sumOf, times, type Fraction } from '../../shared/fraction.js'

/** Judgement: 0 below the trade's level, 1 at it, 2 above it, 3 excellent. */
export const judgementSteps = [0, 1, 2, 3] as const
export const widestSpread = 1

export interface Band {
  upTo?: number | null
  marks: number
}
/** `max` and the bands' `marks` are hundredths of a mark; measured values and `upTo` are thousandths of the unit. */
export interface Aspect {
  code: string
  type: 'measurement' | 'judgement'
  max: number
  bands?: readonly Band[] | null
}

/** Judges who differ by more than one step talk, and mark again. */
export function spreadVerdict(
  steps: readonly number[],
): { ok: true } | { ok: false; reason: 'discuss'; spread: number } {
  const spread = steps.length === 0 ? 0 : Math.max(...steps) - Math.min(...steps)
  return spread <= widestSpread ? { ok: true } : { ok: false, reason: 'discuss', spread }
}

/** Mean of the judges ÷ 3 × the aspect's mark, exactly: 2, 3, 3 of 1.50 is 4/3. */
export function judgedMark(max: number, steps: readonly number[]): Fraction {
  if (steps.length === 0) throw new RangeError('A judgement needs a judge')
  return times(
    hundredths(max),
    fraction(
      steps.reduce((sum, step) => sum + step, 0),
      3 * steps.length,
    ),
  )
}

/** The mark of the first band that holds the value; without bands a value other than 0 is met and gives the whole mark. */
export function measuredMark({ max, bands }: Pick<Aspect, 'max' | 'bands'>, value: number): Fraction {
  if (!bands || bands.length === 0) return hundredths(value === 0 ? 0 : max)
  const band = bands.find(({ upTo }) => upTo === undefined || upTo === null || value <= upTo)
  return hundredths(band?.marks ?? 0)
}

/** What the judges' agreed values give; of a measurement they are all the same. */
export const aspectMark = (aspect: Aspect, values: readonly number[]): Fraction =>
  aspect.type === 'judgement' ? judgedMark(aspect.max, values) : measuredMark(aspect, values[0] ?? 0)

export const practiceMark = (marks: readonly Fraction[]): Fraction => sumOf(marks)

/** Theory and practice are each of 100; the weights are whole percents that make 100. `theory` is in hundredths of a mark. */
export function totalMark(
  { theory, practice }: { theory: number; practice: Fraction },
  weights: { theoryWeight: number; practiceWeight: number },
): Fraction {
  return sumOf([
    times(hundredths(theory), fraction(weights.theoryWeight, 100)),
    times(practice, fraction(weights.practiceWeight, 100)),
  ])
}
