import { z } from 'zod'

const key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64')

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** Every environment variable the processes read; the README's table is made from the descriptions. */
export const environment = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('production caches templates and hides error details'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('port of the web process'),
  MONGODB_URI: z.string().min(1).describe('MongoDB replica set or sharded cluster'),
  REDIS_URI: z.string().min(1).describe('Redis with maxmemory-policy noeviction'),
  PUBLIC_URL: z
    .string()
    .url()
    .optional()
    .describe('address printed in QR codes; default is the address of the web process'),
  SESSION_SECRET: z.string().min(32).describe('signs session cookies'),
  DATA_KEY: key.describe('AES-256 key of personal data, 32 bytes in base64'),
  INDEX_KEY: key.describe('HMAC key of the blind index, 32 bytes in base64'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info').describe('pino level'),
  TRUST_PROXY: z.coerce.number().int().min(0).default(0).describe('exact number of reverse proxies in front'),
  SECURE_COOKIES: flag.default(false).describe('true behind HTTPS'),
  DEMONSTRATION: flag.default(false).describe('shows the demonstration notice on the sign-in page'),
  UPLOAD_DIR: z.string().default('var/uploads').describe('uploads rest here until they are read'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(32).default(2).describe('jobs at once per queue'),
})

export type Config = ReturnType<typeof readConfig>

/** Reads and checks the environment once; the message names each wrong variable. */
export function readConfig(source: NodeJS.ProcessEnv = process.env) {
  const read = environment.safeParse(source)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not complete. Run "npm start", or set:\n${lines.join('\n')}`)
  }
  const env = read.data
  return {
    ...env,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    production: env.NODE_ENV === 'production',
  }
}
