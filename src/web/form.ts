import { z } from 'zod'
import type { Translate } from '../shared/words.js'
import { parseDay } from '../shared/dates.js'
import { cleanLines, cleanText } from '../shared/text.js'
import type { Field, Problem } from './form-models.js'

/** Messages in schemas are word keys, so that each form's sentences stand in its room's words. */
export type Errors = Readonly<Record<string, string>>
export type Values = Readonly<Record<string, string | readonly string[]>>
export type FormRead<T> = { ok: true; data: T } | { ok: false; errors: Errors; values: Values }

/** Reads a browser's form; every typed value is kept, the first sentence of each field is given. */
export function readForm<S extends z.ZodType>(schema: S, body: unknown, t: Translate): FormRead<z.infer<S>> {
  const read = schema.safeParse(body ?? {})
  if (read.success) return { ok: true, data: read.data }
  const errors: Record<string, string> = {}
  for (const issue of read.error.issues) {
    const name = String(issue.path[0] ?? '_')
    errors[name] ??= sentenceOf(issue.message, t)
  }
  return { ok: false, errors, values: valuesOf(body) }
}

function sentenceOf(message: string, t: Translate): string {
  const [key = '', ...params] = message.split('|')
  const sentence = t(key, Object.fromEntries(params.map((pair) => pair.split('=') as [string, string])))
  return sentence === key ? t('errors.checkField') : sentence
}

/** What was typed, for drawing the form again. */
export const valuesOf = (body: unknown): Values =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      (pair): pair is [string, string | string[]] => typeof pair[1] === 'string' || Array.isArray(pair[1]),
    ),
  )

export const problemsOf = (errors: Errors): Problem[] =>
  Object.entries(errors).map(([name, text]) => ({ text, ...(name !== '_' && { href: `#${name}` }) }))

export type FieldSpec = Omit<Field, 'id' | 'value' | 'values' | 'error'> & { value?: string }

/** Fills the declared fields with what was typed and what is wrong with it. */
export function fill(specs: readonly FieldSpec[], values: Values = {}, errors: Errors = {}): Field[] {
  return specs.map((spec) => {
    const typed = values[spec.name]
    return {
      ...spec,
      id: spec.name,
      value: typeof typed === 'string' ? typed : (typed?.[0] ?? spec.value ?? ''),
      values: typed === undefined ? [] : typeof typed === 'string' ? [typed] : [...typed],
      ...(errors[spec.name] && { error: errors[spec.name] }),
    }
  })
}

// Building blocks of form schemas. `key` is the word key of the sentence that says what to do.
const plain = z.preprocess((value) => (typeof value === 'string' ? cleanText(value) : ''), z.string())

export const requiredText = (key: string, max = 120) =>
  plain.pipe(z.string().min(1, key).max(max, `errors.tooLong|max=${max}`))
export const optionalText = (max = 500) =>
  plain.pipe(z.string().max(max, `errors.tooLong|max=${max}`)).transform((text) => text || undefined)
/** Several lines, each as `plain`. */
const lines = z.preprocess((value) => (typeof value === 'string' ? cleanLines(value) : ''), z.string())
export const requiredLines = (key: string, { min = 1, max = 1000 } = {}) =>
  lines.pipe(z.string().min(min, key).max(max, `errors.tooLong|max=${max}`))
export const optionalLines = (max = 1000) =>
  lines.pipe(z.string().max(max, `errors.tooLong|max=${max}`)).transform((text) => text || undefined)
export const requiredDay = (key: string) =>
  plain.transform((text, context) => {
    const day = parseDay(text)
    if (!day) context.addIssue({ code: 'custom', message: key })
    return day ?? ''
  })
export const optionalDay = (key: string) =>
  plain.transform((text, context) => {
    if (text === '') return undefined
    const day = parseDay(text)
    if (!day) context.addIssue({ code: 'custom', message: key })
    return day
  })
export const number = (key: string, { min = 0, max = 1_000_000, decimals = 0 } = {}) =>
  plain.transform((text, context) => {
    const value = Number(text)
    const scale = 10 ** decimals
    const fits =
      text !== '' &&
      Number.isFinite(value) &&
      value >= min &&
      value <= max &&
      Math.abs(value * scale - Math.round(value * scale)) < 1e-9
    if (!fits) context.addIssue({ code: 'custom', message: key })
    return fits ? value : 0
  })
export const choiceOf = <const T extends readonly string[]>(options: T, key: string) =>
  z.enum(options as unknown as [T[number], ...T[number][]], key)
export const manyOf = <const T extends readonly string[]>(options: T, key: string) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(options as unknown as [T[number], ...T[number][]], key)),
  )
/** A box is sent with whatever value stands on it (partials/field.ejs: yes), or not at all. */
export const ticked = z.preprocess(
  (value) => typeof value === 'string' && value !== '' && value !== 'false' && value !== '0',
  z.boolean(),
)
