import { expect } from 'chai'
import {
  schemeExample,
  schemeKeys,
  type SchemeKey,
} from '../../../src/competitions/marking-schemes/scheme-columns.data.js'
import { readScheme, schemeFaults } from '../../../src/competitions/marking-schemes/scheme-row.rules.js'
import { schemeWords } from '../../../src/competitions/marking-schemes/scheme.words.js'

const at = Object.fromEntries(schemeKeys.map((key, i) => [key, i]))
const textsOf = (row: readonly string[]) =>
  Object.fromEntries(schemeKeys.map((key, i) => [key, row[i] ?? ''])) as Record<SchemeKey, string>
const [measured, judged] = schemeExample.map(textsOf) as [Record<SchemeKey, string>, Record<SchemeKey, string>]
type Change = Partial<Record<SchemeKey, string>>
const read = (changes: readonly Change[], modules: readonly string[] = ['M1']) =>
  readScheme(
    [measured, judged].slice(0, changes.length).map((row, i) => ({
      line: i + 2,
      cells: schemeKeys.map((key) => ({ text: { ...row, ...changes[i] }[key], kind: 'text' as const })),
    })),
    at,
    modules,
  )
const faults = (changes: readonly Change[], modules?: readonly string[]) =>
  read(changes, modules).faults.map(({ row, column, reason }) => `${row} ${column ?? '-'} ${reason}`)

describe('readScheme', () => {
  it('takes a whole scheme: marks in hundredths, values in thousandths, four benchmarks', () => {
    const { aspects, faults: wrong } = read([{}, {}])
    expect(wrong).to.deep.equal([])
    expect(aspects.map(({ code, criterion, sub, max }) => [code, criterion, sub, max])).to.deep.equal([
      ['A1.1', 'A', 'A1', 6000],
      ['A2.1', 'A', 'A2', 4000],
    ])
    expect(aspects[0]!.bands).to.deep.equal([{ upTo: 2000, marks: 6000 }, { upTo: 4000, marks: 3000 }, { marks: 0 }])
    expect(aspects[1]!.benchmarks).to.deep.equal(['多处空缝', '个别空缝', '饱满整洁', '饱满整洁，棱角完整'])
  })

  const cases: [string, readonly Change[], string[], (readonly string[])?][] = [
    ['full-width and lower-case codes', [{ code: 'ａ１．１', module: 'm1' }, {}], []],
    ['a measurement that is met or not met', [{ bands: '' }, {}], []],
    ['marks of two decimals that make exactly 100', [{ max: '59.99', bands: '' }, { max: '40.01' }], []],
    ['a sum of 99.99', [{ max: '59.99', bands: '' }, {}], ['0 - sum']],
    ['a sum of 100.01', [{ max: '60.01', bands: '' }, {}], ['0 - sum']],
    ['three decimals', [{ max: '60.001' }, {}], ['2 max max-shape']],
    ['nothing at all to win', [{ max: '0' }, {}], ['2 max max-shape']],
    ['more than everything', [{ max: '100.01' }, {}], ['2 max max-shape']],
    ['a code without its number', [{ code: 'A1' }, {}], ['2 code code-shape']],
    ['a code that stands twice', [{}, { code: 'A1.1', subTitle: 'A1 墙面' }], ['3 code code-twice']],
    ['a criterion with two names', [{}, { criterionTitle: '观感' }], ['3 criterionTitle title-differs']],
    ['a module that the event has not', [{ module: 'M9' }, {}], ['2 module module-unknown']],
    ['a module without an aspect', [{}, {}], ['0 - module-empty'], ['M1', 'M2']],
    ['a type of its own', [{ type: '打分' }, {}], ['2 type type-unknown']],
    ['an empty aspect', [{ text: '' }, {}], ['2 text missing']],
    ['a judgement with a benchmark missing', [{}, { benchmark2: '' }], ['3 benchmark0 benchmarks-missing']],
    ['bands that cannot be read', [{ bands: '2=60' }, {}], ['2 bands bands-shape']],
    ['bands without an end', [{ bands: '2:60；4:30' }, {}], ['2 bands bands-open']],
    ['bands with an end in the middle', [{ bands: '2:60；其余:0；4:30' }, {}], ['2 bands bands-open']],
    ['bands that do not rise', [{ bands: '4:60；4:30；其余:0' }, {}], ['2 bands bands-order']],
    ['bands whose best is not the whole mark', [{ bands: '2:59；其余:0' }, {}], ['2 bands bands-above-max']],
    [
      'every fault of a line at once',
      [{ code: 'x', module: 'M9', max: '-1' }, {}],
      ['2 code code-shape', '2 module module-unknown', '2 max max-shape'],
    ],
  ]
  for (const [name, changes, expected, modules] of cases)
    it(`${expected.length === 0 ? 'takes' : 'gives back'} ${name}`, () =>
      expect(faults(changes, modules)).to.deep.equal(expected))

  it('does not take a title that a formula failed to find, and lets it name nothing', () => {
    const cells = schemeKeys.map((key) => ({ text: measured[key], kind: 'text' as string }))
    cells[schemeKeys.indexOf('criterionTitle')] = { text: '#N/A', kind: 'error' }
    const { faults: found } = readScheme([{ line: 2, cells: cells as never }], at, ['M1'])
    expect(found.map(({ column, reason }) => `${column} ${reason}`)).to.deep.equal(['criterionTitle cell-error'])
  })
  it('says when there is no line at all, and passes over empty ones', () => {
    expect(
      readScheme([{ line: 2, cells: schemeKeys.map(() => ({ text: ' ', kind: 'text' })) }], at, ['M1']).faults[0],
    ).to.deep.include({ row: 0, reason: 'no-lines' })
  })
  it('keeps what was typed of the wrong lines alone, to go back', () => {
    const { typed } = read([{ max: '六十' }, {}])
    expect(typed.map(({ row, texts }) => [row, texts.max])).to.deep.equal([[2, '六十']])
  })
  it('has a sentence for each fault in both languages', () => {
    for (const fault of schemeFaults)
      expect((schemeWords as Record<string, readonly string[]>)[`fault-${fault}`], fault).to.have.length(2)
  })
})
