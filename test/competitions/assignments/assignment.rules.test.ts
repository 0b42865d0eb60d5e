import { expect } from 'chai'
import { assignmentFaults, missingDuties } from '../../../src/competitions/assignments/assignment.rules.js'
import type { Role } from '../../../src/shared/permissions.js'

const roleOf = new Map<string, Role>([
  ['j', 'judge'],
  ['s', 'competition-staff'],
])

describe('assignmentFaults', () => {
  it('takes a judge as judge and staff as keeper', () =>
    expect(
      assignmentFaults(
        [
          { duty: 'judge', seat: 1, accountId: 'j' },
          { duty: 'draw-keeper', seat: 1, accountId: 's' },
        ],
        roleOf,
      ),
    ).to.deep.equal([]))
  it('refuses one person for two numbers', () => {
    expect(
      assignmentFaults(
        [
          { duty: 'draw-keeper', seat: 1, accountId: 's' },
          { duty: 'code-keeper', seat: 1, accountId: 's' },
        ],
        roleOf,
      ).map(({ duty, reason }) => [duty, reason]),
    ).to.deep.equal([['code-keeper', 'two-duties']])
  })
  it('refuses a judge as keeper, staff as judge, and an account that is not there', () => {
    expect(
      assignmentFaults(
        [
          { duty: 'code-keeper', seat: 1, accountId: 'j' },
          { duty: 'judge', seat: 1, accountId: 's' },
          { duty: 'judge', seat: 2, accountId: 'x' },
        ],
        roleOf,
      ).map(({ reason }) => reason),
    ).to.deep.equal(['wrong-role', 'wrong-role', 'unknown-account'])
  })
})

describe('missingDuties', () => {
  const all = [
    'chief-judge',
    'judge',
    'judge',
    'judge',
    'registrar',
    'draw-keeper',
    'code-keeper',
    'keyer',
    'keyer',
  ] as const
  it('needs no scorer', () => expect(missingDuties(all)).to.deep.equal([]))
  it('needs three judges and two keyers', () =>
    expect(
      missingDuties(['chief-judge', 'judge', 'judge', 'registrar', 'draw-keeper', 'code-keeper', 'keyer']),
    ).to.deep.equal(['judge', 'keyer']))
})
