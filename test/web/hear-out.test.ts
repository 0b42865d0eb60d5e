import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import express, { type ErrorRequestHandler } from 'express'
import { hearOut } from '../../src/web/hear-out.js'

const sayWhy: ErrorRequestHandler = (error: Error, _req, res, _next) => void res.status(403).send(error.message)

describe('a refusal before the body is read', () => {
  it('reaches a sender who closes the connection behind it, and who first sends 20 MB', async () => {
    const refuse = express().post('/', (_req, _res, next) => next(new Error('not your role')))
    const server = refuse.use(hearOut, sayWhy).listen(0)
    const { port } = server.address() as AddressInfo
    const sending = request({ port, method: 'POST', agent: false, headers: { connection: 'close' } })
    const answer = once(sending, 'response') as Promise<[IncomingMessage]>
    for (let i = 0; i < 20; i += 1) if (!sending.write(Buffer.alloc(1_048_576))) await once(sending, 'drain')
    sending.end()
    const [said] = await answer
    const text = await said.setEncoding('utf8').reduce((all, part: string) => all + part, '')
    expect([said.statusCode, text]).to.deep.equal([403, 'not your role'])
    server.close()
  })
})
