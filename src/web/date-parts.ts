import type { RequestHandler } from 'express'
import { plainFields } from './plain-input.js'

const part = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
const twoDigits = (value: string) => (/^\d$/.test(value) ? `0${value}` : value)

/**
 * A date field has three boxes (look.md 4.4), a form schema has one day. `start-year`, `start-month` and `start-day`
 * become `start` = `YYYY-MM-DD`; three empty boxes become ''. What cannot be a day stays as typed, so that the schema
 * refuses it and the page shows it again.
 */
export function joinDateParts(body: Record<string, unknown>): Record<string, unknown> {
  const joined = { ...body }
  for (const key of Object.keys(body).filter((name) => name.endsWith('-year'))) {
    const name = key.slice(0, -'-year'.length)
    const parts = [key, `${name}-month`, `${name}-day`].map((box) => part(body[box]))
    for (const box of ['year', 'month', 'day']) delete joined[`${name}-${box}`]
    joined[name] = parts.every((text) => text === '') ? '' : parts.map(twoDigits).join('-')
  }
  return joined
}

/** After each body parser (also multer's): forms then see plain fields, one day per date field, and a body in any case. */
export const dateParts: RequestHandler = (req, _res, next) => {
  req.body = joinDateParts(plainFields((req.body ?? {}) as Record<string, unknown>))
  next()
}
