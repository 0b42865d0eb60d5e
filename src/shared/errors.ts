/** The six outcomes that a request may have besides success; `web/error-handler.ts` maps each to a status and a page. */
export const errorKinds = ['invalid', 'forbidden', 'not-found', 'conflict', 'refused', 'unavailable'] as const
export type ErrorKind = (typeof errorKinds)[number]

export class AppError extends Error {
  constructor(
    readonly kind: ErrorKind,
    /** A reason from a closed set, in kebab-case; its sentence is the word `errors.<code>` or the room's own `<room>.<code>`. */
    readonly code: string,
    readonly details: Record<string, unknown> = {},
    cause?: unknown,
  ) {
    super(`${kind}: ${code}`, { cause })
    this.name = 'AppError'
  }
}

export const invalid = (code: string, details?: Record<string, unknown>) => new AppError('invalid', code, details)
export const forbidden = (code: string, details?: Record<string, unknown>) => new AppError('forbidden', code, details)
export const notFound = (what: string, id: unknown) => new AppError('not-found', 'not-found', { what, id: String(id) })
export const conflict = (code: string, details?: Record<string, unknown>) => new AppError('conflict', code, details)
export const refused = (code: string, details?: Record<string, unknown>) => new AppError('refused', code, details)
export const unavailable = (code: string, details?: Record<string, unknown>) =>
  new AppError('unavailable', code, details)

export const isAppError = (error: unknown, kind?: ErrorKind): error is AppError =>
  error instanceof AppError && (kind === undefined || error.kind === kind)
