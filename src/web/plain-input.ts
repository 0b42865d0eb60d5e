import { parse } from 'node:querystring'

const mostParameters = 100
const unsafeName = /^(__proto__|constructor|prototype)$|[$\0]/
// NUL is in no text that anybody types; a pattern or a key of MongoDB may not hold it.
const withoutNul = (text: string): string => text.replaceAll('\0', '')

/** Names with texts or lists of texts and nothing else: no nested fields, no names that mean something to a database or to JavaScript. */
export function plainFields(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    if (unsafeName.test(name)) continue
    if (typeof value === 'string') plain[name] = withoutNul(value)
    else if (Array.isArray(value))
      plain[name] = value.filter((part): part is string => typeof part === 'string').map(withoutNul)
  }
  return plain
}

/** What follows the question mark. A parameter given twice is a list, which no search takes. */
export const plainQuery = (text: string | undefined): Record<string, unknown> =>
  plainFields(parse(text ?? '', '&', '=', { maxKeys: mostParameters }))

/** An address of this site and never of another: `//host` would be one. */
export const localPath = (path: string): string => `/${path.replace(/^[/\\]+/, '')}`
