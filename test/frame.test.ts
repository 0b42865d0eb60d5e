import { EventEmitter } from 'node:events'
import { expect } from 'chai'
import type { Request } from 'express'
import { createFrame } from '../src/frame.js'
import type { Actor } from '../src/shared/permissions.js'
import { translator } from '../src/words.js'

const actor: Actor = { id: 'a', username: 'a', name: '周明澜', role: 'administrator' }

describe('the numbers beside the menu', () => {
  for (const [method, forgotten] of [
    ['POST', ['a']],
    ['GET', []],
  ] as const)
    it(`are ${forgotten.length > 0 ? 'read anew' : 'held'} after a ${method} of one's own`, () => {
      const seen: string[] = []
      const countsOf = Object.assign(() => Promise.resolve({}), { forget: ({ id }: Actor) => void seen.push(id) })
      const res = Object.assign(new EventEmitter(), { locals: {} })
      const req = { path: '/home', originalUrl: '/home', method, res } as unknown as Request
      createFrame(countsOf)(req, translator('zh-CN'), actor)
      expect(seen).to.deep.equal([])
      res.emit('finish')
      expect(seen).to.deep.equal(forgotten)
    })
})
