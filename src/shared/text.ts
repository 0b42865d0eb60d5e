/** What people typed or pasted, made comparable without ever changing a Han character: rare ones are somebody's name. */

/** Full-width letters, digits and signs of numbers become half-width; Chinese punctuation stays. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0b\uff0d\uff0e\uff0f\uff1a\uff0c\uff20]/g, (c) =>
      String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
    .replace(/\u3000/g, ' ')

/** Controls, zero-width and direction marks: invisible, so two names would look alike and differ. Variation selectors stay. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** Text copied out of a PDF carries radicals (⾼) in place of characters (高). No name is spelt with them. */
const radicals = /[\u2e9f\u2ef3\u2f00-\u2fd5]/g
/** NFC and NFKC fold compatibility ideographs into others, so only runs between Han characters are composed. */
const notHan = /[^\p{Script=Han}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gu

const visible = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(radicals, (c) => c.normalize('NFKC'))
    .replace(notHan, (run) => run.normalize('NFC'))
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** One line: trimmed, runs of spaces (full-width too) and line breaks become one space. */
export const cleanText = (text: string): string => visible(text).replace(/\s+/gu, ' ').trim()

/** Several lines: as `cleanText` on each, at most one empty line between two. */
export const cleanLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** The text as a pattern that finds it and nothing else. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const dots = /[\u00b7\u0387\u16eb\u2022\u2024\u2027\u2219\u22c5\u2e31\u30fb\uff65\uff0e]/g
/** Ideographs by block, not by property: the newest extensions are not in every runtime's tables. 〇 is used in names. */
const han = '\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3fffd}'
const selectors = '\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}'
const betweenHan = new RegExp(`(?<=[${han}${selectors}])\\s+(?=[${han}])`, 'gu')
const pointBetweenHan = new RegExp(`(?<=[${han}${selectors}])\\.(?=[${han}])`, 'gu')

/** A name as it is stored and compared: one kind of middle dot (U+00B7), no spaces inside a Chinese name. */
export const normaliseName = (text: string): string =>
  cleanText(text.replace(dots, '\u00b7'))
    .replace(pointBetweenHan, '\u00b7')
    .replace(/\s*\u00b7\s*/g, '\u00b7')
    .replace(betweenHan, '')

const word = `[${han}${selectors}\\p{Script=Latin}\\p{M}]`
const nameShape = new RegExp(
  `^(?![${selectors}\\p{M}])${word}+(?:\u00b7${word}+|[ '\u2019-]${word}+|\\. ?${word}+)*\\.?$`,
  'u',
)

/** A person's name of 2 to 50 characters: Han of any plane, the middle dot, Latin words. Expects a normalised name. */
export const isName = (name: string): boolean => {
  const length = charactersOf(name).length
  return length >= 2 && length <= 50 && nameShape.test(name)
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
// The time of a segmenter grows with the square of the text: a megabyte in a box for a name would take an hour.
const stretch = 500

/** Characters as a reader counts them: one for a character of the supplementary planes, with its variation selector. */
export function charactersOf(text: string): string[] {
  const characters: string[] = []
  for (let start = 0; start < text.length;) {
    const found = Array.from(segmenter.segment(text.slice(start, start + stretch)), ({ segment }) => segment)
    // The last one may go on in the next stretch; when half a pair is the last, so may the one before it.
    if (found.length > 2 && start + stretch < text.length) found.splice(-2)
    for (const one of found) {
      characters.push(one)
      start += one.length
    }
  }
  return characters
}
