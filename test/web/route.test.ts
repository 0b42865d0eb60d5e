import express, { type ErrorRequestHandler } from 'express'
import { expect } from 'chai'
import request from 'supertest'
import { paths } from '../../src/paths.js'
import type { Actor } from '../../src/shared/permissions.js'
import { guardedRouter } from '../../src/web/route.js'

/** What the trail tells of one request by this actor, when the door answers with a redirect. */
async function toldOf(actor: Partial<Actor> | undefined): Promise<number[]> {
  const told: number[] = []
  const { router, get } = guardedRouter(async (_act, status) => void told.push(status))
  get(paths.courseRuns.rosterPdf(), 'enrolment.view', 'ROSTER_PRINTED', (_req, res) => void res.send('a roster'))
  const app = express()
  app.use((req, _res, next) => (Object.assign(req, { user: actor }), next()))
  const toTheDoor: ErrorRequestHandler = (_error, _req, res, _next) => res.redirect(303, '/sign-in')
  await request(app.use(router).use(toTheDoor)).get(paths.courseRuns.rosterPdf('x'))
  return told
}

describe('the trail of a guarded route', () => {
  for (const [name, actor, status] of [
    ['somebody who may', { role: 'auditor' }, 200],
    ['a guest, who is sent to the door', undefined, 401],
    ['somebody who must choose a password first', { role: 'auditor', mustChangePassword: true }, 403],
  ] as const)
    it(`tells ${status} of ${name}`, async () => expect(await toldOf(actor)).to.deep.equal([status]))
})
