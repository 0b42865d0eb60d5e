/** What stands between tags; the insides of these elements are no running text and take no tags. */
const pieces = /<(script|style|title|textarea|option|svg)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g
/** A day in figures or in Chinese, or a telephone number with its area. */
const word = /(?<![\w-])(?:\d{4}-\d\d-\d\d|\d{4}年\d{1,2}月\d{1,2}日|0\d{2,3}(?:-\d{3,8}){1,2})(?![\w-])/g

/** Browsers break a line at the hyphens of `2022-03-15` and `0312-555-1234` and within `2022年3月15日`: each is one word. */
export const unbroken = (html: string): string =>
  html.replace(pieces, (piece) =>
    piece.startsWith('<') ? piece : piece.replace(word, '<span class="xa-unbroken">$&</span>'),
  )
