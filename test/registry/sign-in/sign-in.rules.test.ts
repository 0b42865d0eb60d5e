import { expect } from 'chai'
import { lockSeconds, passwordFault, triesLeftToSay } from '../../../src/registry/sign-in/sign-in.rules.js'

describe('lockSeconds', () => {
  const table = [
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [11, 1920],
    [12, 3600],
    [40, 3600],
  ] as const
  for (const [failures, seconds] of table)
    it(`after ${failures} failures waits ${seconds} s`, () => expect(lockSeconds(failures)).to.equal(seconds))
})

describe('triesLeftToSay', () => {
  const table = [
    [2, undefined],
    [3, 2],
    [4, 1],
    [5, undefined],
  ] as const
  for (const [failures, left] of table)
    it(`after ${failures} failures says ${left ?? 'nothing'}`, () => expect(triesLeftToSay(failures)).to.equal(left))
})

describe('passwordFault', () => {
  const table = [
    ['eleven char', 'anna', 'too-short'],
    ['twelve chars', 'anna', undefined],
    ['芦苇荡里的水波纹很好看呀', 'anna', undefined],
    ['ab'.repeat(100), 'anna', undefined],
    [`${'ab'.repeat(100)}c`, 'anna', 'too-long'],
    ['anna has a cat', 'anna', 'same-as-username'],
    ['aaaaaaaaaaaaaa', 'bob', 'too-common'],
    ['password1234', 'bob', 'too-common'],
  ] as const
  for (const [password, username, fault] of table)
    it(`finds ${fault ?? 'nothing'} in "${password}"`, () => expect(passwordFault(password, username)).to.equal(fault))
})
