import { halfWidth } from '../../shared/text.js'

/** A number as people type or paste it, as it is stored: half-width, upper case, without spaces; one kind of hyphen. */
export function cleanNumber(text: string): string {
  const number = halfWidth(text)
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\u2010-\u2015\u2212\u30fc\u4e00]/g, '-')
    .toUpperCase()
  // A level number has one letter, or two for 特级技师; an O among its digits is a zero that was misread.
  return /^[YS][\dOT]{21}$/.test(number) ? number.replaceAll('O', '0') : number
}
