import { expect } from 'chai'
import {
  contractObstacle,
  coverageOf,
  heldOn,
  type Contracts,
} from '../../../src/workplace/apprentice-contracts/contract.rules.js'

const term = { from: '2022-03-01', to: '2023-02-28' }
const whole = { from: '2022-03-01', to: '2023-02-28', signedOn: '2022-02-20', file: 'f' }
const all = { labour: whole, training: whole, cooperation: whole }

describe('coverageOf', () => {
  const cases: [name: string, contracts: Contracts, findings: string[]][] = [
    ['finds nothing when all three cover the term to the day', all, []],
    [
      'names each one that is missing, in the order of signing',
      {},
      ['labour missing', 'training missing', 'cooperation missing'],
    ],
    [
      'finds a labour contract that starts a day late, and is then too short',
      { ...all, labour: { ...whole, from: '2022-03-02', to: '2023-02-28' } },
      ['labour starts-late 2022-03-01', 'labour too-short 2023-03-01'],
    ],
    [
      'finds a training agreement that ends a day early',
      { ...all, training: { ...whole, to: '2023-02-27' } },
      ['training ends-early 2023-02-28'],
    ],
    [
      'finds a cooperation agreement without its scan',
      { ...all, cooperation: { ...whole, file: null } },
      ['cooperation no-file'],
    ],
    ['takes longer contracts', { ...all, labour: { ...whole, from: '2021-01-01', to: '2025-12-31' } }, []],
  ]
  for (const [name, contracts, findings] of cases) {
    it(name, () =>
      expect(
        coverageOf(contracts, term, { minLabourMonths: 12 }).map(({ kind, fault, day }) =>
          [kind, fault, day].filter(Boolean).join(' '),
        ),
      ).to.deep.equal(findings),
    )
  }

  it('asks for twelve months of labour contract even of a shorter term, to the day', () => {
    const half = { from: '2022-03-01', to: '2022-08-31' }
    const short = { ...all, labour: { ...whole, to: '2023-02-27' } }
    expect(coverageOf(all, half, { minLabourMonths: 12 })).to.deep.equal([])
    expect(coverageOf(short, half, { minLabourMonths: 12 })).to.deep.equal([
      { kind: 'labour', fault: 'too-short', day: '2023-02-28' },
    ])
  })

  it('asks for the days by which a break has moved the end', () => {
    expect(
      coverageOf(all, { ...term, to: '2023-03-10' }, { minLabourMonths: 12 }).map(
        ({ fault, day }) => `${fault} ${day}`,
      ),
    ).to.deep.equal(['ends-early 2023-03-10', 'ends-early 2023-03-10', 'ends-early 2023-03-10'])
  })
})

describe('heldOn', () => {
  for (const [day, held] of [
    ['2022-02-28', false],
    ['2022-03-01', true],
    ['2023-02-28', true],
    ['2023-03-01', false],
  ] as const)
    it(`says ${held ? 'yes' : 'no'} for ${day}`, () => expect(heldOn(whole, day)).to.equal(held))
  it('says no without a contract', () => expect(heldOn(null, '2022-03-01')).to.equal(false))
})

describe('contractObstacle', () => {
  const today = '2022-11-23'
  const cases: [name: string, from: string, to: string, signedOn: string, reason: string | undefined][] = [
    ['takes one signed on its first day', '2022-03-01', '2022-03-01', '2022-03-01', undefined],
    ['refuses an end before the start', '2022-03-02', '2022-03-01', '2022-03-01', 'ends-before-it-starts'],
    ['refuses one signed the day after it began', '2022-03-01', '2023-02-28', '2022-03-02', 'signed-after-start'],
    ['takes one signed today that begins later', '2023-01-01', '2023-12-31', today, undefined],
    ['refuses one signed tomorrow', '2023-01-01', '2023-12-31', '2022-11-24', 'signed-in-future'],
  ]
  for (const [name, from, to, signedOn, reason] of cases)
    it(name, () => expect(contractObstacle({ from, to, signedOn }, today)).to.equal(reason))
})
