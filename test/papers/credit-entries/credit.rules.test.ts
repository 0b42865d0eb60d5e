import { expect } from 'chai'
import fc from 'fast-check'
import { policySeeds } from '../../../src/office/policies/policy.data.js'
import type { Achievement } from '../../../src/papers/achievements/achievement.rules.js'
import {
  balanceOf,
  bookingsFor,
  standingEntries,
  type Booked,
  type Booking,
} from '../../../src/papers/credit-entries/booking.rules.js'
import { creditRows, creditText, type FigureOn } from '../../../src/papers/credit-entries/credit.rules.js'
import { anAchievement } from '../../builders/achievement.js'

/** The figures as seeded, with those that a test replaces. */
const figures =
  (overrides: Record<string, number> = {}, rows = ''): FigureOn =>
  (key) => {
    const seed = policySeeds.find((one) => one.key === key)!
    return { id: `${rows}${key}`, value: overrides[key] ?? seed.value, clause: seed.clause, sample: seed.sample }
  }
const worth = (overrides: Partial<Achievement> = {}, own: Record<string, number> = {}): number =>
  creditRows([anAchievement(overrides)], figures(own))[0]!.hundredths
const reason = (overrides: Partial<Achievement> = {}) => creditRows([anAchievement(overrides)], figures())[0]!.reason

describe('creditRows', () => {
  for (const [hours, hundredths] of [
    [0, 0],
    [0.1, 0],
    [0.16, 1],
    [8, 50],
    [15.99, 99],
    [16, 100],
    [16.01, 100],
    [120, 750],
    [160, 1000],
  ] as const) {
    it(`gives ${hundredths / 100} credits for ${hours} hours, rounded down to a hundredth`, () =>
      expect(worth({ hours })).to.equal(hundredths))
  }
  const fixed: [what: string, facts: Partial<Achievement>, credits: number][] = [
    ['a certificate of the lowest level', { kind: 'level-certificate', level: 1 }, 6],
    ['五级', { kind: 'level-certificate', level: 2 }, 12],
    ['四级', { kind: 'level-certificate', level: 3 }, 15],
    ['the highest level', { kind: 'level-certificate', level: 8 }, 40],
    [
      'a recognised 三级 whose agreement ticks credits',
      { kind: 'recognition', level: 4, grade: 'verified', credited: true },
      20,
    ],
    ['single ability', { kind: 'single-ability' }, 6],
    ['an apprenticeship', { kind: 'apprenticeship' }, 10],
    ['a first prize', { kind: 'award', prize: 1 }, 3],
    ['a second prize', { kind: 'award', prize: 2 }, 2],
    ['a third prize', { kind: 'award', prize: 3 }, 1],
    ['a merit prize', { kind: 'award', prize: 4 }, 1],
    ['a bachelor degree', { kind: 'diploma', education: '20', grade: 'confirmed' }, 40],
    ['240 hours of confirmed practice', { kind: 'work-practice', hours: 240, grade: 'confirmed' }, 15],
  ]
  for (const [what, facts, credits] of fixed)
    it(`gives ${credits} for ${what}`, () => expect(worth(facts)).to.equal(credits * 100))

  it('gives nothing, and says why, for what does not stand or is not recognised', () => {
    expect([
      reason({ standing: 'void', reason: 'paper-revoked' } as Partial<Achievement>),
      reason({ standing: 'under-way' } as Partial<Achievement>),
      reason({ kind: 'diploma', education: '20', grade: 'stated' }),
      reason({ kind: 'recognition', level: 4, grade: 'verified', credited: false }),
      reason({ kind: 'level-certificate' }),
      reason({ kind: 'award' }),
      reason({ kind: 'diploma', education: '99', grade: 'confirmed' }),
      reason(),
    ]).to.deep.equal([
      'void',
      'under-way',
      'not-confirmed',
      'not-in-agreement',
      'no-rule',
      'no-rule',
      'no-rule',
      undefined,
    ])
  })

  it('fills the yearly cap of a type by day, gives the last one what is left, and starts anew with the year', () => {
    const courses = [
      ['c', '2022-12-31', 160],
      ['a', '2022-03-01', 480],
      ['b', '2022-06-01', 80],
      ['d', '2023-01-01', 160],
    ] as const
    const rows = creditRows(
      courses.map(([key, on, hours]) => anAchievement({ key, on, hours })),
      figures(),
    )
    expect(rows.map(({ achievement, hundredths, reason: why }) => [achievement.key, hundredths, why])).to.deep.equal([
      ['a', 3000, undefined],
      ['b', 500, undefined],
      ['c', 500, undefined],
      ['d', 1000, undefined],
    ])
    expect(rows[2]!.keys).to.deep.equal(['credit.hours-per-credit', 'credit.cap-course'])
  })

  for (const [cap, given, why] of [
    [0, 0, 'cap-reached'],
    [9, 900, undefined],
    [10, 1000, undefined],
    [11, 1000, undefined],
  ] as const) {
    it(`gives ${given / 100} of 10 credits under a cap of ${cap}`, () => {
      const [row] = creditRows([anAchievement({ hours: 160 })], figures({ 'credit.cap-course': cap }))
      expect([row!.hundredths, row!.reason]).to.deep.equal([given, why])
    })
  }

  it('keeps the caps of the types apart', () => {
    const rows = creditRows(
      [anAchievement({ key: 'a', hours: 800 }), anAchievement({ key: 'b', kind: 'quality-course', hours: 160 })],
      figures(),
    )
    expect(rows.map(({ hundredths }) => hundredths)).to.deep.equal([4000, 400])
  })
})

/** What the service writes of a booking, as the rule reads it again. */
const booked = (booking: Booking, figureOn: FigureOn): Booked => {
  if (booking.act === 'reversed')
    return {
      id: booking.id,
      key: booking.of.key,
      act: 'reversed',
      hundredths: -booking.of.hundredths,
      policyIds: booking.of.policyIds,
      reverses: booking.of.id,
    }
  const {
    achievement: { key, on },
    hundredths,
    full,
    keys,
  } = booking.row
  return { id: booking.id, key, act: 'earned', hundredths, full, policyIds: keys.map((one) => figureOn(one, on).id) }
}
const settle = (ledger: readonly Booked[], achievements: readonly Achievement[], figureOn = figures()): Booked[] => [
  ...ledger,
  ...bookingsFor(creditRows(achievements, figureOn), ledger, figureOn).map((one) => booked(one, figureOn)),
]
const reasonsOf = (ledger: readonly Booked[], achievements: readonly Achievement[], figureOn = figures()) =>
  bookingsFor(creditRows(achievements, figureOn), ledger, figureOn).flatMap((one) =>
    one.act === 'reversed' ? [one.reason] : [],
  )

describe('bookingsFor', () => {
  const course = anAchievement({ key: 'course:1', hours: 160 })

  it('books an earning once, however often it is asked', () => {
    const once = settle([], [course])
    expect(once.map(({ id, hundredths }) => [id, hundredths])).to.deep.equal([['earned:course:1:1', 1000]])
    expect(settle(once, [course])).to.deep.equal(once)
  })

  it('reverses a void source with its reason, keeps the first entry, and earns anew when the source holds again', () => {
    const revoked: Achievement = { ...course, standing: 'void', reason: 'paper-revoked' }
    const once = settle([], [course])
    expect(reasonsOf(once, [revoked])).to.deep.equal(['paper-revoked'])
    const twice = settle(once, [revoked])
    const thrice = settle(twice, [course])
    expect(thrice.map(({ id, hundredths }) => [id, hundredths])).to.deep.equal([
      ['earned:course:1:1', 1000],
      ['reversed:earned:course:1:1', -1000],
      ['earned:course:1:2', 1000],
    ])
    expect([balanceOf(twice), balanceOf(thrice)]).to.deep.equal([0, 1000])
  })

  it('tells a corrected source, a new rule, a freed cap and a source that is gone apart', () => {
    const once = settle([], [course])
    const earlier = anAchievement({ key: 'course:0', hours: 600, on: '2022-01-10' })
    expect(reasonsOf(once, [{ ...course, hours: 120 }])).to.deep.equal(['source-corrected'])
    expect(reasonsOf(once, [course], figures({ 'credit.hours-per-credit': 20 }, 'new:'))).to.deep.equal([
      'rule-changed',
    ])
    expect(reasonsOf(once, [course, earlier])).to.deep.equal(['cap-shared-anew'])
    expect(reasonsOf(once, [])).to.deep.equal(['removed'])
  })

  it('stands, for random histories, at what the rules say of the last state', () => {
    const achievement = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      hours: fc.integer({ min: 0, max: 900 }),
      on: fc.constantFrom('2022-02-01', '2022-05-01', '2023-01-05'),
      ok: fc.boolean(),
    })
    const state = fc.uniqueArray(achievement, { selector: ({ key }) => key })
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), (states) => {
        let ledger: Booked[] = []
        for (const now of states) {
          const facts = now.map(({ ok, ...one }) =>
            anAchievement({
              ...one,
              ...(ok ? {} : { standing: 'void', reason: 'paper-revoked' }),
            } as Partial<Achievement>),
          )
          ledger = settle(settle(ledger, facts), facts)
          const due = creditRows(facts, figures())
            .filter(({ hundredths }) => hundredths > 0)
            .map(({ achievement: { key }, hundredths }) => [key, hundredths])
          expect([...standingEntries(ledger)].map(([key, { hundredths }]) => [key, hundredths])).to.have.deep.members(
            due,
          )
          expect(balanceOf(ledger)).to.equal(due.reduce((sum, [, hundredths]) => sum + Number(hundredths), 0))
          expect(new Set(ledger.map(({ id }) => id)).size).to.equal(ledger.length)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('creditText', () => {
  for (const [hundredths, text] of [
    [0, '0.00'],
    [5, '0.05'],
    [1050, '10.50'],
    [-600, '−6.00'],
    [123456, '1,234.56'],
  ] as const)
    it(`writes ${hundredths} as ${text}`, () => expect(creditText(hundredths)).to.equal(text))
})
