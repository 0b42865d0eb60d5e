import { expect } from 'chai'
import { apprenticeStanding } from '../../../src/papers/achievements/apprenticeship-standing.rules.js'

type Case = readonly [...Parameters<typeof apprenticeStanding>, string]
const cases: readonly Case[] = [
  ['filed', 'training', 'none', 'under-way'],
  ['awaiting-assessment', 'certified', 'none', 'under-way'],
  ['completed', 'certified', 'none', 'holds'],
  ['completed', 'certified', 'suspended', 'holds'],
  ['settled', 'certified', 'issued', 'holds'],
  ['settled', 'certified', 'revoked', 'void paper-revoked'],
  ['completed', 'completed', 'none', 'void not-completed'],
  ['completed', 'not-completed', 'none', 'void not-completed'],
  ['running', 'exited', 'none', 'void left'],
  ['suspended', 'training', 'none', 'void run-suspended'],
  ['withdrawn', 'training', 'none', 'void run-withdrawn'],
  ['rejected', 'training', 'none', 'void run-withdrawn'],
]

describe('the standing of an apprenticeship in the account', () => {
  for (const [classState, state, certificate, expected] of cases)
    it(`is ${expected} for ${state} in a class that is ${classState}, certificate ${certificate}`, () => {
      expect(Object.values(apprenticeStanding(classState, state, certificate)).join(' ')).to.equal(expected)
    })
})
