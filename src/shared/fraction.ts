/** Exact marks: a fraction in lowest terms with a positive denominator. Nothing is rounded before it is compared. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
const size = (a: bigint): bigint => (a < 0n ? -a : a)

export function fraction(n: number | bigint, d: number | bigint = 1): Fraction {
  const [top, bottom] = [BigInt(n), BigInt(d)]
  if (bottom === 0n) throw new RangeError('A fraction has no denominator 0')
  const common = gcd(size(top), size(bottom)) * (bottom < 0n ? -1n : 1n)
  return { n: top / common, d: bottom / common }
}

export const zero = fraction(0)
/** A number that is stored in hundredths, such as a mark of 1.5 as 150. */
export const hundredths = (count: number): Fraction => fraction(count, 100)

/** Hundredths of what is typed with at most two decimals, such as 12.5; undefined when it is no such number. */
export function parseHundredths(text: string): number | undefined {
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
export const sumOf = (parts: readonly Fraction[]): Fraction => parts.reduce(plus, zero)
/** Negative when `a` is the smaller, positive when it is the greater, 0 when both are the same. */
export const compareFractions = (a: Fraction, b: Fraction): number =>
  Number(a.n * b.d > b.n * a.d) - Number(a.n * b.d < b.n * a.d)

/** As printed, rounded half away from zero: 4/3 is `1.33`, 1/8 is `0.13`. Only for reading; ranks compare the fraction itself. */
export function printed({ n, d }: Fraction, decimals = 2): string {
  const scale = 10n ** BigInt(decimals)
  const rounded = (size(n) * scale * 2n + d) / (d * 2n)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  const whole = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return n < 0n && rounded > 0n ? `-${whole}` : whole
}

/** As stored: `4/3`. */
export const fractionText = ({ n, d }: Fraction): string => `${n}/${d}`
export function parseFraction(text: string): Fraction {
  const [, n, d] = /^(-?\d+)\/(\d+)$/.exec(text) ?? []
  if (n === undefined || d === undefined) throw new RangeError(`Not a fraction: ${text}`)
  return fraction(BigInt(n), BigInt(d))
}
