import { expect } from 'chai'
import { entryExample, entryKeys, type EntryKey } from '../../../src/competitions/entry-files/entry-columns.data.js'
import { entryFaults, readEntries, type Admission } from '../../../src/competitions/entry-files/entry-row.rules.js'
import { entryFileWords } from '../../../src/competitions/entry-files/entry-file.words.js'

const at = Object.fromEntries(entryKeys.map((key, i) => [key, i]))
type Texts = Partial<Record<EntryKey, string>>
const good: Texts = { name: '安小荷', idNumber: '130632190101010025', identity: '职工' }
const other: Texts = { name: '安小苇', idNumber: '130629190101010019', identity: '学生' }
const passport: Texts = { idType: '护照', idNumber: 'E12345678' }
const everybody = ['worker', 'student', 'teacher'] as const
const read = (rows: readonly Texts[], size = 1, admission: Partial<Admission> = {}) =>
  readEntries(
    rows.map((texts, i) => ({
      line: i + 2,
      cells: entryKeys.map((key) => ({ text: texts[key] ?? '', kind: 'text' as const })),
    })),
    at,
    {
      teamSize: size,
      identities: everybody,
      honoursBarred: false,
      minAge: 0,
      contestFrom: '2022-12-10',
      today: '2022-11-23',
      ...admission,
    },
  )
const faults = (rows: readonly Texts[], size?: number, admission?: Partial<Admission>) =>
  read(rows, size, admission).lines.flatMap(({ line, faults: found }) =>
    found.map(({ column, code }) => `${line} ${column} ${code}`),
  )

describe('readEntries', () => {
  const cases: [string, readonly Texts[], string[], number?][] = [
    ['a line as the template says', [{ ...good, idType: '居民身份证', phone: '13800001234', honour: '没有' }], []],
    ['a small x and full-width digits', [{ ...good, idNumber: '３４０５２４１９８００１０１００１x' }], []],
    ['a document that nobody knows', [{ ...good, idType: '工作证' }], ['2 idType id-type-unknown']],
    ['a team whose name no list has room for', [{ ...good, team: '队'.repeat(31) }], ['2 team cell-long']],
    ['a passport with the birthday', [{ ...good, ...passport, birthOn: '1901-05-20' }], []],
    ['a passport without the birthday', [{ ...good, ...passport }], ['2 birthOn birth-missing']],
    ['a birthday of today', [{ ...good, ...passport, birthOn: '2022-11-23' }], []],
    ['a birthday of tomorrow', [{ ...good, ...passport, birthOn: '2022-11-24' }], ['2 birthOn birth-future']],
    ['a day that does not exist', [{ ...good, ...passport, birthOn: '1901-02-29' }], ['2 birthOn birth-unreadable']],
    ['the birthday that the ID tells as well', [{ ...good, birthOn: '1901-01-01' }], []],
    ['another birthday than the ID tells', [{ ...good, birthOn: '1901-01-02' }], ['2 birthOn birth-differs']],
    [
      'two in a team of two',
      [
        { ...good, team: '芦花队' },
        { ...other, team: '芦花队' },
      ],
      [],
      2,
    ],
    ['a line of one where the team name is written anyway', [{ ...good, team: '芦花队' }], []],
    ['no name', [{ ...good, name: '' }], ['2 name missing']],
    ['a name of one character', [{ ...good, name: '安' }], ['2 name name-shape']],
    ['a wrong check digit', [{ ...good, idNumber: '130632190101010026' }], ['2 idNumber id-wrong']],
    ['a number that a spreadsheet has rounded', [{ ...good, idNumber: '1.30632E+17' }], ['2 idNumber id-wrong']],
    ['the same person twice', [good, { ...good, name: '安小荷' }], ['3 idNumber id-twice']],
    ['a telephone of ten digits', [{ ...good, phone: '1380000123' }], ['2 phone phone-wrong']],
    ['an identity that nobody has', [{ ...good, identity: '选手' }], ['2 identity identity-unknown']],
    ['an honour that does not exist', [{ ...good, honour: '劳动模范' }], ['2 honour honour-unknown']],
    ['one alone in a team of two', [{ ...good, team: '芦花队' }], ['2 team team-size'], 2],
    [
      'three in a team of two',
      [
        { ...good, team: '甲' },
        { ...other, team: '甲' },
        { name: '安小舟', idNumber: '130638190101010031', identity: '职工', team: '甲' },
      ],
      ['2 team team-size', '3 team team-size', '4 team team-size'],
      2,
    ],
    [
      'everything that is wrong at once',
      [{ idNumber: '1', phone: '1' }],
      ['2 name missing', '2 identity missing', '2 idNumber id-wrong', '2 phone phone-wrong'],
    ],
  ]
  for (const [name, rows, expected, size] of cases)
    it(`${expected.length === 0 ? 'takes' : 'gives back'} ${name}`, () =>
      expect(faults(rows, size)).to.deep.equal(expected))

  it('tells before anything is written whom the event does not admit', () => {
    const rows = [good, other, { ...good, honour: '全国技术能手' }]
    expect(faults(rows.slice(0, 2), 1, { identities: ['worker'] })).to.deep.equal(['3 identity identity-not-admitted'])
    expect(faults(rows.slice(2), 1, { honoursBarred: true })).to.deep.equal(['2 honour honour-bars'])
    expect(faults(rows.slice(2), 1, { honoursBarred: false })).to.deep.equal([])
    const young = ['2006-12-10', '2006-12-11'].map((birthOn, i) => ({
      ...good,
      ...passport,
      idNumber: `E1234567${i}`,
      birthOn,
    }))
    expect(faults(young, 1, { minAge: 16 })).to.deep.equal(['3 birthOn too-young'])
  })
  it('enters a team only when none of its lines is wrong', () => {
    const { teams, lines } = read(
      [
        { ...good, team: '甲' },
        { ...other, team: '甲', phone: '1' },
        { name: '安小舟', idNumber: '130638190101010031', identity: '职工', team: '乙' },
        { name: '安小船', idNumber: '130982190101010041', identity: '教师', team: '乙' },
      ],
      2,
    )
    expect([lines.length, teams.map(({ teamName, lines: of }) => [teamName, of])]).to.deep.equal([4, [['乙', [4, 5]]]])
  })
  it('passes over the example and empty lines', () => {
    expect(
      read([Object.fromEntries(entryKeys.map((key, i) => [key, entryExample[i]!])), {}, good]).lines.map(
        ({ line }) => line,
      ),
    ).to.deep.equal([4])
  })
  it('has a sentence for each fault in both languages', () => {
    for (const fault of entryFaults)
      expect((entryFileWords as Record<string, readonly string[]>)[`fault-${fault}`], fault).to.have.length(2)
  })
})
