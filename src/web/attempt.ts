import type { Response } from 'express'
import { isAppError } from '../shared/errors.js'
import { sentence } from './error-handler.js'
import type { Errors } from './form.js'

/** Does the work of a form. A refusal is shown again on the form, beside the field that it names, else at the top; everything else goes its way. */
export async function attempt<T>(
  res: Response,
  again: (errors: Errors) => unknown,
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false }> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (!isAppError(error) || (error.kind !== 'refused' && error.kind !== 'invalid')) throw error
    await again({ [String(error.details['field'] ?? '_')]: sentence(res, error) })
    return { ok: false }
  }
}
