import { createServer, type Server } from 'node:http'
import { expect } from 'chai'
import { newId } from '../../src/infra/ids.js'
import { declaredRoutes } from '../../src/web/route.js'
import type { Role } from '../../src/shared/permissions.js'
import { Browser, makeApp, saveActor } from '../support/app.js'
import { usesDatabase } from '../support/database.js'
import { letters, matrix } from './route-matrix.data.js'

/** Anybody's request to a route, with ids that nobody has. */
async function ask(browser: Browser, row: string) {
  const [method, path] = row.split(' ') as ['get' | 'post', string]
  const address = path.replace(/:(id|token)/g, newId())
  return method === 'get' ? browser.get(address) : browser.post(address)
}

const rows = Object.keys(matrix)
// Signing out ends the session, so it is asked last and alone.
const turns = [rows.filter((row) => row !== 'post /sign-out'), ['post /sign-out']].flatMap((some) =>
  Array.from({ length: Math.ceil(some.length / 6) }, (_, turn) => some.slice(6 * turn, 6 * turn + 6)),
)

/** Answers to every row, six at once. */
async function askAll(browser: Browser) {
  await browser.csrf()
  const answers: { row: string; status: number; toTheDoor: boolean }[] = []
  for (const turn of turns) {
    answers.push(
      ...(await Promise.all(
        turn.map(async (row) => {
          const { status, headers } = await ask(browser, row)
          return { row, status, toTheDoor: status === 303 && String(headers['location']).startsWith('/sign-in') }
        }),
      )),
    )
  }
  return answers
}

describe('routes and roles', function () {
  this.timeout(240_000)
  usesDatabase()
  const board = [(_req: unknown, res: { send: (text: string) => void }) => res.send('queues')]
  let server: Server
  before((ready) => {
    server = createServer(makeApp({ queueBoard: board as never, countsOf: async () => ({}) }).app).listen(
      0,
      '127.0.0.1',
      () => ready(),
    )
  })
  after(() => void server.close())

  it('have a row each, and each row a route', () => {
    const declared = new Set(declaredRoutes().map(({ method, path }) => `${method} ${path}`))
    expect({
      withoutRow: [...declared].filter((row) => !(row in matrix)),
      withoutRoute: rows.filter((row) => !declared.has(row)),
    }).to.deep.equal({ withoutRow: [], withoutRoute: [] })
  })

  it('send whoever is not signed in to the door, unless they are open', async () => {
    const answers = await askAll(new Browser(server))
    expect(
      answers.filter(
        ({ row, status, toTheDoor }) => toTheDoor === (matrix[row] === '*') || status >= 500 || status === 403,
      ),
    ).to.deep.equal([])
  })

  for (const [letter, role] of Object.entries(letters)) {
    it(`let ${role} in where the matrix says so, and nowhere else`, async () => {
      const browser = new Browser(server)
      await browser.signIn((await saveActor(placed(role))).username)
      const answers = await askAll(browser)
      const allowed = (row: string) => matrix[row] === '*' || matrix[row]!.includes(letter)
      expect(
        answers.filter(
          ({ row, status, toTheDoor }) =>
            allowed(row) === (status === 403) || (toTheDoor && row !== 'post /sign-out') || status >= 500,
        ),
      ).to.deep.equal([])
    })
  }
})

/** A role with the bounds it usually has, around nothing. */
function placed(role: Role) {
  if (role === 'county-officer') return { role, region: '130632' }
  if (role === 'trainee') return { role, personId: newId() }
  return ['institution-manager', 'institution-clerk', 'enterprise', 'assessment-body'].includes(role)
    ? { role, organisationId: newId() }
    : role
}
