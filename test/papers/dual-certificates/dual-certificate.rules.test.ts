import { expect } from 'chai'
import { policySeeds } from '../../../src/office/policies/policy.data.js'
import type { Achievement } from '../../../src/papers/achievements/achievement.rules.js'
import { dualVerdict } from '../../../src/papers/dual-certificates/dual-certificate.rules.js'
import { anAchievement } from '../../builders/achievement.js'

const figureOn = (key: string) => ({ ...policySeeds.find((one) => one.key === key)!, id: key })
const diploma = anAchievement({ key: 'd', kind: 'diploma', grade: 'confirmed', education: '30', on: '2021-07-01' })
const certificate = anAchievement({ key: 'c', kind: 'level-certificate', level: 3, on: '2022-03-25', region: '130632' })
const said = (achievements: readonly Achievement[], birthOn: string | undefined = '2000-01-01') => {
  const verdict = dualVerdict(achievements, birthOn, figureOn)
  return verdict?.verdict === 'reached'
    ? `${verdict.on} at ${verdict.age}`
    : verdict && `${verdict.verdict}: ${verdict.reason}`
}

describe('dualVerdict', () => {
  it('counts a person on the day on which the later of the two came', () => {
    expect(said([diploma, certificate])).to.equal('2022-03-25 at 22')
    expect(said([{ ...diploma, on: '2022-07-01' }, certificate])).to.equal('2022-07-01 at 22')
  })
  it('counts once, by the first diploma and the first certificate', () => {
    expect(
      said([
        diploma,
        certificate,
        { ...certificate, key: 'c2', on: '2023-05-05' },
        { ...diploma, key: 'd2', on: '2024-01-01' },
      ]),
    ).to.equal('2022-03-25 at 22')
  })
  for (const [birthOn, verdict] of [
    ['1986-03-26', '2022-03-25 at 35'],
    ['1986-03-25', 'excluded: over-age'],
    ['2004-03-25', '2022-03-25 at 18'],
    ['2004-03-26', '2022-03-26 at 18'],
    ['2006-09-01', '2024-09-01 at 18'],
  ] as const) {
    it(`says "${verdict}" of somebody born on ${birthOn}`, () =>
      expect(said([diploma, certificate], birthOn)).to.equal(verdict))
  }
  const waits: [string, readonly Achievement[], string | undefined][] = [
    ['no diploma', [certificate], 'waiting: no-diploma'],
    ['no certificate', [diploma], 'waiting: no-certificate'],
    ['neither', [anAchievement()], undefined],
    [
      'a diploma that nobody confirmed',
      [{ ...diploma, grade: 'stated', standing: 'under-way' } as Achievement, certificate],
      'waiting: no-diploma',
    ],
    [
      'a revoked certificate',
      [diploma, { ...certificate, standing: 'void', reason: 'paper-revoked' } as Achievement],
      'waiting: no-certificate',
    ],
    [
      'a recognised certificate outside the statistics',
      [diploma, { ...certificate, kind: 'recognition', counted: false }],
      'waiting: no-certificate',
    ],
    [
      'a recognised certificate within them',
      [diploma, { ...certificate, kind: 'recognition', counted: true }],
      '2022-03-25 at 22',
    ],
  ]
  for (const [what, achievements, verdict] of waits)
    it(`says "${verdict}" with ${what}`, () => expect(said(achievements)).to.equal(verdict))
  it('waits for the day of birth where it is not known', () =>
    expect(dualVerdict([diploma, certificate], undefined, figureOn)).to.include({
      verdict: 'waiting',
      reason: 'birth-date-missing',
    }))
})
