/** What stands between tags; the insides of these elements are no running text and take no tags. */
const pieces = /<(script|style|title|textarea|option|svg)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g
const day = /(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/g

/** Browsers break a line at the hyphens of `2022-03-15`: each day of a page becomes one word. */
export const wholeDays = (html: string): string =>
  html.replace(pieces, (piece) =>
    piece.startsWith('<') ? piece : piece.replace(day, '<span class="xa-day">$&</span>'),
  )
