import { randomInt } from 'node:crypto'
import { expect } from 'chai'
import {
  accountStateOf,
  firstPassword,
  usernameOf,
} from '../../../src/registry/trainee-accounts/trainee-account.rules.js'
import { passwordFault } from '../../../src/registry/sign-in/sign-in.rules.js'

describe('the user name of a trainee', () => {
  const names = [
    ['axh', '130632********0885', 0, 'axh0885'],
    ['axh', '130632********0885', 1, 'axh0885-2'],
    ['axh', '130632********088X', 0, 'axh088x'],
    ['', 'E12***678', 0, 'xa678'],
    ['Lin He', 'H0***9', 0, 'linhe9'],
    ['a'.repeat(40), '130632********0885', 0, 'aaaaaaaaaaaa0885'],
    ['', '****', 0, 'xa0'],
  ] as const
  for (const [initials, masked, attempt, name] of names)
    it(`of ${initials.slice(0, 8) || 'nobody'} ${masked}, try ${attempt}, is ${name}`, () => {
      expect(usernameOf(initials, masked, attempt)).to.equal(name)
      expect(name).to.match(/^[a-z0-9][a-z0-9.-]{2,31}$/)
    })
})

describe('a first password', () => {
  it('is long enough for the door, holds nothing that is misread, and is another one each time', () => {
    const made = Array.from({ length: 500 }, () => firstPassword(randomInt))
    expect(new Set(made).size).to.equal(500)
    for (const one of made) {
      expect(one).to.match(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}$/)
      expect(passwordFault(one, 'axh0885')).to.equal(undefined)
    }
  })
})

describe('the state of an account', () => {
  const states = [
    [undefined, 'none'],
    [{ state: 'active' }, 'unused'],
    [{ state: 'active', lastSignInAt: new Date() }, 'used'],
    [{ state: 'disabled' }, 'used'],
  ] as const
  for (const [account, state] of states)
    it(`is ${state} for ${JSON.stringify(account ?? null)}`, () => expect(accountStateOf(account)).to.equal(state))
})
