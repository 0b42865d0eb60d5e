import { expect } from 'chai'
import fc from 'fast-check'
import {
  drawVerdict,
  entryPairs,
  joinMaps,
  secretPairs,
  stationPairs,
  type DrawFacts,
} from '../../../src/competitions/draws/draw.rules.js'

const facts: DrawFacts = { state: 'entries-closed', eventOpen: true, duty: 'registrar', drawn: [], confirmed: 1 }

describe('drawVerdict', () => {
  it('lets the registrar draw first, the draw keeper second, the code keeper third', () => {
    expect(drawVerdict('entry', facts)).to.deep.equal({ ok: true })
    expect(drawVerdict('station', { ...facts, duty: 'draw-keeper', drawn: ['entry'] })).to.deep.equal({ ok: true })
    expect(drawVerdict('secret', { ...facts, duty: 'code-keeper', drawn: ['entry', 'station'] })).to.deep.equal({
      ok: true,
    })
  })
  const refusals: [string, Parameters<typeof drawVerdict>, string][] = [
    [
      'a keeper of another number',
      ['secret', { ...facts, duty: 'draw-keeper', drawn: ['entry', 'station'] }],
      'not-your-duty',
    ],
    ['somebody without a duty', ['entry', { ...facts, duty: undefined }], 'not-your-duty'],
    ['entries still open', ['entry', { ...facts, state: 'entries-open' }], 'not-open-for-draws'],
    ['an event that was called off', ['entry', { ...facts, eventOpen: false }], 'not-open-for-draws'],
    ['a second draw', ['entry', { ...facts, drawn: ['entry'] }], 'already-drawn'],
    [
      'a draw before the one it builds on',
      ['secret', { ...facts, duty: 'code-keeper', drawn: ['entry'] }],
      'earlier-draw-missing',
    ],
    ['nobody to draw for', ['entry', { ...facts, confirmed: 0 }], 'nobody-confirmed'],
  ]
  for (const [name, args, reason] of refusals)
    it(`refuses ${name}`, () => expect(drawVerdict(...args)).to.deep.equal({ ok: false, reason }))
})

describe('the three draws', () => {
  const ids = ['c', 'a', 'b', 'e', 'd']
  it('come out the same from the same seed, whatever order the entries are read in', () => {
    expect(entryPairs(ids, '01', 'seed')).to.deep.equal(entryPairs([...ids].reverse(), '01', 'seed'))
    expect(entryPairs(ids, '01', 'seed')).not.to.deep.equal(entryPairs(ids, '01', 'another seed'))
  })
  it('give each of any number of entries one number, one station and one code of its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.string({ minLength: 1 }), (count, seed) => {
        const entry = entryPairs(
          Array.from({ length: count }, (_, i) => `id${i}`),
          '07',
          seed,
        )
        const joined = joinMaps(
          entry,
          stationPairs(
            entry.map(([, number]) => number),
            `${seed}1`,
          ),
          secretPairs(count, `${seed}2`),
        )
        for (const key of ['entryId', 'number', 'station', 'code'] as const)
          expect(new Set(joined.map((one) => one[key])).size).to.equal(count)
        expect(joined.every(({ code, number }) => /^[A-Z0-9]{4}$/.test(code) && number.startsWith('07-'))).to.equal(
          true,
        )
      }),
      { numRuns: 50 },
    )
  })
  it('put every entry at every place about equally often', () => {
    const first = Array.from({ length: 3000 }, (_, i) => stationPairs(['x', 'y', 'z'], String(i))[0]![1])
    for (const station of ['1', '2', '3']) expect(first.filter((one) => one === station).length).to.be.within(880, 1120)
  })
})
