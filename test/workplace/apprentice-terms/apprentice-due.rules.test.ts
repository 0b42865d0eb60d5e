import { expect } from 'chai'
import {
  duesFor,
  dueKinds,
  duesOf,
  type Due,
  type DueContext,
  type DueFacts,
} from '../../../src/workplace/apprentice-terms/apprentice-due.rules.js'

const term = { from: '2022-03-01', to: '2023-02-28' }
const contract = { ...term, signedOn: '2022-02-20', file: 'scan' }
const guides = (['mentor', 'teacher'] as const).map((kind) => ({
  apprenticeId: 'a',
  kind,
  guideId: kind,
  from: term.from,
}))
const apprentice: DueFacts = { ...term, state: 'training' }
const context: DueContext = {
  today: '2022-06-01',
  contracts: { labour: contract, training: contract, cooperation: contract },
  guides,
  logsWaiting: 0,
  midTermPercent: 50,
  minLabourMonths: 12,
}
const told = (dues: readonly Due[]): string[] =>
  dues.map(({ kind, finding, day, count }) =>
    [kind, finding && `${finding.kind} ${finding.fault}`, day, count].filter((part) => part !== undefined).join(' '),
  )

const cases: [what: string, apprentice: Partial<DueFacts>, context: Partial<DueContext>, dues: string[]][] = [
  ['nothing where all is done', {}, {}, []],
  [
    'a contract that is missing',
    {},
    { contracts: { ...context.contracts, training: null } },
    ['contract training missing'],
  ],
  [
    'contracts that a break has made too short',
    { breaks: [{ from: '2022-05-01', to: '2022-05-10' }] },
    {
      contracts: {
        ...context.contracts,
        labour: { ...contract, to: '2023-12-31' },
        cooperation: { ...contract, to: '2023-12-31' },
      },
    },
    ['contract training ends-early'],
  ],
  ['the guides, today', {}, { guides: [] }, ['mentor 2022-06-01', 'teacher 2022-06-01']],
  [
    'the guides of the first day, before it',
    {},
    { guides: [], today: '2022-02-01' },
    ['mentor 2022-03-01', 'teacher 2022-03-01'],
  ],
  [
    'a mentor whose pairing ended yesterday',
    {},
    { guides: [{ ...guides[0]!, to: '2022-05-31' }, guides[1]!] },
    ['mentor 2022-06-01'],
  ],
  ['no mentor where the pairing ends today', {}, { guides: [{ ...guides[0]!, to: '2022-06-01' }, guides[1]!] }, []],
  ['no mid-term check the day before half of the days', {}, { today: '2022-08-29' }, []],
  ['the mid-term check on the day of half of the days', {}, { today: '2022-08-30' }, ['mid-term 2022-08-30']],
  ['no mid-term check that was made', { midTerm: { passed: true } }, { today: '2022-12-01' }, []],
  ['no end of term on its last day', { midTerm: {} }, { today: '2023-02-28' }, []],
  ['the end of term the day after', { midTerm: {} }, { today: '2023-03-01' }, ['term-over 2023-02-28']],
  ['logs that wait', {}, { logsWaiting: 1 }, ['logs 1']],
  ['nothing of who has left', { state: 'exited' }, { guides: [], contracts: {}, logsWaiting: 3 }, []],
]

describe('duesOf', () => {
  for (const [what, changed, around, dues] of cases)
    it(`tells ${what}`, () =>
      void expect(told(duesOf({ ...apprentice, ...changed }, { ...context, ...around }))).to.deep.equal(dues))
})

describe('duesFor', () => {
  const all: Due[] = dueKinds.map((kind) => ({ kind }))
  const shares: [role: string, kinds: string[]][] = [
    ['enterprise', ['contract', 'mentor', 'logs']],
    ['institution-manager', ['teacher', 'mid-term', 'term-over']],
    ['institution-clerk', ['teacher', 'mid-term', 'term-over']],
    ['county-officer', [...dueKinds]],
  ]
  for (const [role, kinds] of shares)
    it(`gives the ${role} what is its own`, () =>
      void expect(duesFor(all, role).map(({ kind }) => kind)).to.deep.equal(kinds))
})
