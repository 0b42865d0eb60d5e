/** Sequences run from 000001 to 999999 within a series. */
export const largestSequence = 999_999

export type NumberFault = 'prefix-missing' | 'prefix-wrong' | 'level-not-numbered' | 'pattern-wrong' | 'series-full'
export type SeriesVerdict = { ok: true; series: string } | { ok: false; reason: NumberFault }

/** Y or S, four digits, province, six digits: positions 1-13, assigned by the authorities (人社部 证书编码规则). */
const prefixPattern = /^[YS]\d{12}$/

// The number printed on paper runs downwards: 5 is the lowest. Ordinals 2..6 have one; 特级技师 has a second letter.
const levelMarks: Readonly<Record<number, string>> = { 2: '5', 3: '4', 4: '3', 5: '2', 6: '1', 7: 'T' }

/** The first 16 of the 22 characters of a level certificate: prefix, issue year, level. */
export function levelSeries(prefix: string | null | undefined, issuedOn: string, level: number): SeriesVerdict {
  if (!prefix) return { ok: false, reason: 'prefix-missing' }
  if (!prefixPattern.test(prefix)) return { ok: false, reason: 'prefix-wrong' }
  const mark = levelMarks[level]
  return mark ? { ok: true, series: `${prefix}${issuedOn.slice(2, 4)}${mark}` } : { ok: false, reason: 'level-not-numbered' }
}

const sequenceMark = /\{sequence:(\d)\}$/

/** A pattern such as `XA-PX-{year}-{sequence:6}`: the sequence stands at the end. */
export function patternSeries(pattern: string, issuedOn: string): SeriesVerdict {
  return sequenceMark.test(pattern) ? { ok: true, series: pattern.replace('{year}', issuedOn.slice(0, 4)) } : { ok: false, reason: 'pattern-wrong' }
}

/** The certificate number of a sequence in its series. */
export function numberOf(series: string, sequence: number): string {
  const digits = sequenceMark.exec(series)
  return digits ? series.replace(sequenceMark, String(sequence).padStart(Number(digits[1]), '0')) : `${series}${String(sequence).padStart(6, '0')}`
}

export const fitsSeries = (last: number, count: number): boolean => last + count <= largestSequence
