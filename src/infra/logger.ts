import { pino } from 'pino'

export type Logger = pino.Logger

/** Personal data never reaches a log: query strings, cookies and bodies are left out. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    redact: {
      paths: [
        'req.headers.cookie',
        'req.headers.authorization',
        'req.query',
        'req.body',
        '*.password',
        '*.idNumber',
        '*.phone',
      ],
      remove: true,
    },
  })
