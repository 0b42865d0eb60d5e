import { levelEntry, type Level } from '../../shared/levels.js'

export type NumberFault = 'prefix-missing' | 'prefix-wrong' | 'level-not-numbered' | 'pattern-wrong'
export type SeriesVerdict = { ok: true; series: string } | { ok: false; reason: NumberFault }

/** Y or S, four digits, province, six digits: positions 1-13, assigned by the authorities (人社部 证书编码规则). */
const prefixPattern = /^[YS]\d{12}$/

/** The first 16 of the 22 characters of a level certificate: prefix, issue year, level as printed (5 is the lowest). */
export function levelSeries(prefix: string | null | undefined, issuedOn: string, level: number): SeriesVerdict {
  if (!prefix) return { ok: false, reason: 'prefix-missing' }
  if (!prefixPattern.test(prefix)) return { ok: false, reason: 'prefix-wrong' }
  const sign = level >= 1 && level <= 8 ? levelEntry(level as Level).numberSign : undefined
  return sign
    ? { ok: true, series: `${prefix}${issuedOn.slice(2, 4)}${sign}` }
    : { ok: false, reason: 'level-not-numbered' }
}

const sequenceMark = /\{sequence:([1-9])\}$/
const usualDigits = 6

/** A pattern such as `XA-PX-{year}-{sequence:6}`: the sequence stands at the end, the year keeps the years apart. */
export function patternSeries(pattern: string, issuedOn: string): SeriesVerdict {
  const fits = sequenceMark.test(pattern) && pattern.includes('{year}')
  return fits
    ? { ok: true, series: pattern.replace('{year}', issuedOn.slice(0, 4)) }
    : { ok: false, reason: 'pattern-wrong' }
}

const digitsOf = (series: string): number => Number(sequenceMark.exec(series)?.[1] ?? usualDigits)

/** The certificate number of a sequence in its series. */
export const numberOf = (series: string, sequence: number): string =>
  `${series.replace(sequenceMark, '')}${String(sequence).padStart(digitsOf(series), '0')}`

/** Sequences run from 000001 to 999999 in six digits. */
export const capacityOf = (series: string): number => 10 ** digitsOf(series) - 1

/** The series without its mark, as people name it: `S00001300000122` + `4`, `XA-PX-2022-`. */
export const seriesName = (series: string): string => series.replace(sequenceMark, '')

/** Four fifths are used: somebody must ask for another prefix in time. */
export const isNearlyFull = (series: string, last: number): boolean => last >= capacityOf(series) * 0.8
