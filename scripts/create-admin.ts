import { randomBytes } from 'node:crypto'
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { readConfig } from '../src/config.js'
import { runAs } from '../src/infra/context.js'
import { createInfra } from '../src/infra/infra.js'
import { connectMongo, disconnectMongo } from '../src/infra/mongo.js'
import { createServices } from '../src/services.js'
import { isAppError } from '../src/shared/errors.js'

/** `npm run create-admin -- <user name> <name>`: asks what is not given; the first password is made here and shown once. */
const config = readConfig()
const prompt = createInterface({ input: stdin, output: stdout })
// Lines and not questions: what is pasted or piped at once holds both answers.
const lines = prompt[Symbol.asyncIterator]()
async function ask(given: string | undefined, question: string): Promise<string> {
  if (given !== undefined) return given
  stdout.write(`${question}: `)
  const { value } = (await lines.next()) as { value?: string }
  return (value ?? '').trim()
}
const username = await ask(process.argv[2], 'User name (3-32 lower-case letters, digits, dots, hyphens)')
const name = await ask(process.argv[3], 'Name')
prompt.close()

if (!/^[a-z0-9][a-z0-9.-]{2,31}$/.test(username) || name.length < 2) {
  console.error(
    'Give a user name of 3-32 lower-case letters, digits, dots or hyphens, and a name. Nothing was written.',
  )
  process.exit(1)
}
const password = randomBytes(12).toString('base64url')
await connectMongo(config.MONGODB_URI)
const { accounts } = createServices(createInfra(config))
try {
  await runAs({ event: 'ACCOUNT_CREATED', actorName: 'create-admin' }, () =>
    accounts.create({ username, name, role: 'administrator', password, mustChangePassword: true }),
  )
  console.log(
    `Administrator ${username} created. First password, shown once: ${password}\nIt must be changed at the first sign-in.`,
  )
} catch (error) {
  if (!isAppError(error)) throw error
  console.error(
    error.code === 'accounts.username-taken'
      ? 'This user name is taken. Choose another.'
      : `Not created: ${error.code}`,
  )
  process.exitCode = 1
} finally {
  await disconnectMongo()
}
