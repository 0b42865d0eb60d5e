import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../../src/infra/project-root.js'
import { levelByCode } from '../../../src/shared/levels.js'
import { parseYuan, yuan } from '../../../src/shared/money.js'
import {
  lineOf,
  sumsOf,
  type ApprenticeFacts,
  type Line,
  type OtherSubsidy,
  type Rate,
  type RateKind,
  type RateTable,
} from '../../../src/workplace/settlement-lines/settlement-line.rules.js'

const folder = join(projectRoot, 'test/workplace/settlements/scenarios')
const day = String.raw`(\d{4}-\d\d-\d\d)`
const stretch = `${day} to ${day}`

interface Group {
  count: number
  facts: ApprenticeFacts
}
interface Scenario {
  table: RateTable
  groups: Group[]
  filedOn: string
  lines: Line[]
}

const rate = (kind: string, fen: number, from = '2021-01-01'): Rate => ({
  policyId: `${kind}:${from}`,
  from,
  fen,
  clause: kind,
})
const begin = (): Scenario => ({
  table: {
    rates: {
      intermediate: [rate('intermediate', 500_000)],
      senior: [rate('senior', 600_000)],
      completed: [rate('completed', 400_000)],
    },
    basis: 'filed',
    rounding: 'half-up',
  },
  groups: [],
  filedOn: '2021-02-20',
  lines: [],
})

type Reader = readonly [pattern: RegExp, read: (scenario: Scenario, found: string[]) => void]
const last = ({ groups }: Scenario): ApprenticeFacts => groups.at(-1)!.facts
const level = (code: string): number => levelByCode(code)!.ordinal
/** Works the lines out when the first expectation is met. */
function linesOf(scenario: Scenario): Line[] {
  if (scenario.lines.length === 0)
    scenario.lines = scenario.groups.flatMap(({ count, facts }) =>
      Array.from({ length: count }, () => lineOf({ ...facts, filedOn: scenario.filedOn }, scenario.table)),
    )
  return scenario.lines
}
const onlyLine = (scenario: Scenario): Line => linesOf(scenario).at(-1)!

/** What a sentence of a scenario means; a sentence that none of them reads fails the test. */
const readers: readonly Reader[] = [
  [new RegExp(`^Filed on ${day}$`), (s, [on]) => void (s.filedOn = on!)],
  [/^Basis (filed|by-day)$/, (s, [basis]) => void (s.table = { ...s.table, basis: basis as RateTable['basis'] })],
  [
    /^Rounding (half-up|down)$/,
    (s, [rounding]) => void (s.table = { ...s.table, rounding: rounding as RateTable['rounding'] }),
  ],
  [
    new RegExp(`^Rate of (\\w+) from ${day}: ([\\d,]+)$`),
    (s, [kind, from, amount]) => {
      s.table = {
        ...s.table,
        rates: {
          ...s.table.rates,
          [kind!]: [...s.table.rates[kind as RateKind], rate(kind!, parseYuan(amount!)!, from)],
        },
      }
    },
  ],
  [
    new RegExp(`^(\\d+) apprentices?, ([\\w-]+), ${stretch}, ([\\w-]+)$`),
    (s, [count, code, from, to, state]) =>
      void s.groups.push({
        count: Number(count),
        facts: {
          state: state as ApprenticeFacts['state'],
          certificate: state === 'certified' ? 'valid' : 'none',
          filedOn: '',
          services: [{ from: from!, to: to!, breaks: [], level: level(code!) }],
          others: [],
        },
      }),
  ],
  [/^with no certificate yet$/, (s) => void (last(s).certificate = 'none')],
  [/^with a revoked certificate$/, (s) => void (last(s).certificate = 'void')],
  [
    new RegExp(`^break ${stretch}$`),
    (s, [from, to]) => {
      const [service] = last(s).services
      last(s).services = [{ ...service!, breaks: [...service!.breaks, { from: from!, to: to! }] }]
    },
  ],
  [
    new RegExp(`^before in another class, ([\\w-]+), ${stretch}$`),
    (s, [code, from, to]) =>
      void (last(s).services = [{ from: from!, to: to!, breaks: [], level: level(code!) }, ...last(s).services]),
  ],
  [
    new RegExp(`^also (course-run|apprenticeship) (\\S+) (.+), ${stretch}$`),
    (s, [kind, number, title, from, to]) =>
      void (last(s).others = [
        ...last(s).others,
        { kind: kind as OtherSubsidy['kind'], id: number!, number: number!, title: title!, from: from!, to: to! },
      ]),
  ],
  [
    /^gives ([\d,.]+) yuan for (\d+) days?$/,
    (s, [amount, days]) => {
      const line = onlyLine(s)
      expect([line.status, yuan(line.fen), line.days]).to.deep.equal(['entitled', amount, Number(days)])
      expect(
        line.parts.reduce((sum, part) => sum + part.fen, 0),
        'the parts add up',
      ).to.equal(line.fen)
      expect(
        line.parts.reduce((sum, part) => sum + part.days, 0),
        'the days add up',
      ).to.equal(line.days)
    },
  ],
  [
    /^is refused: ([\w-]+)$/,
    (s, [reason]) => void expect(onlyLine(s)).to.include({ status: 'refused', reason, fen: 0 }),
  ],
  [/^waits: ([\w-]+)$/, (s, [reason]) => void expect(onlyLine(s)).to.include({ status: 'waits', reason, fen: 0 })],
  [
    /^loses (\d{4}-\d\d), (\d+) days, to (\S+)$/,
    (s, [month, days, number]) =>
      void expect(onlyLine(s).barred.map((one) => [one.month, one.days, one.by.number])).to.deep.include([
        month,
        Number(days),
        number,
      ]),
  ],
  [
    /^In all ([\d,.]+) yuan(?:, (\d+) entitled)?(?:, (\d+) refused)?$/,
    (s, [amount, entitled, refused]) => {
      const sums = sumsOf(linesOf(s))
      expect([yuan(sums.fen), sums.entitled, sums.refused, sums.waits]).to.deep.equal([
        amount,
        Number(entitled ?? 0),
        Number(refused ?? 0),
        0,
      ])
    },
  ],
]

function run(sentences: readonly string[]): void {
  const scenario = begin()
  let expectations = 0
  for (const sentence of sentences) {
    const reader = readers.find(([pattern]) => pattern.test(sentence))
    if (!reader) throw new Error(`No reader for: ${sentence}`)
    if (/^(gives|is refused|waits|loses|In all)/.test(sentence)) expectations += 1
    reader[1](scenario, reader[0].exec(sentence)!.slice(1))
  }
  expect(expectations, 'a scenario that expects nothing').to.be.greaterThan(0)
}

let count = 0
describe('the amount of a settlement, told in scenarios', () => {
  for (const file of readdirSync(folder).sort()) {
    describe(file.replace('.txt', '').replaceAll('-', ' '), () => {
      const [, ...scenarios] = readFileSync(join(folder, file), 'utf8').split(/^Scenario: /m)
      for (const text of scenarios) {
        const [title = '', ...sentences] = text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
        count += 1
        it(title, () => run(sentences))
      }
    })
  }
  it('has more than twenty besides the worked example', () => expect(count).to.be.greaterThan(24))
  it('refuses to guess a rate where none is in force', () => {
    const facts: ApprenticeFacts = {
      state: 'completed',
      certificate: 'none',
      filedOn: '2020-12-31',
      services: [{ from: '2021-03-01', to: '2022-02-28', breaks: [], level: 4 }],
      others: [],
    }
    expect(() => lineOf(facts, begin().table)).to.throw('No yearly rate is in force on 2020-12-31.')
  })
})
