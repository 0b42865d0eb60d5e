import { expect } from 'chai'
import {
  readMarks,
  type MarksRead,
  type TypedMarks,
} from '../../../src/workplace/apprentice-checks/mark-entry.rules.js'

const marks = (theory: number, practice: number): MarksRead => ({ kind: 'marks', marks: { theory, practice } })
const faults = (given: Extract<MarksRead, { kind: 'faults' }>['faults']): MarksRead => ({
  kind: 'faults',
  faults: given,
})

const cases: [what: string, typed: TypedMarks, read: MarksRead][] = [
  ['nothing', {}, { kind: 'empty' }],
  ['blanks', { theoryScore: '  ', practiceScore: '' }, { kind: 'empty' }],
  ['the lowest marks', { theoryScore: '0', practiceScore: '0' }, marks(0, 0)],
  ['the highest marks', { theoryScore: '100', practiceScore: '100.0' }, marks(100, 100)],
  ['one decimal and blanks around it', { theoryScore: ' 59.9 ', practiceScore: '60' }, marks(59.9, 60)],
  ['a mark above 100', { theoryScore: '100.1', practiceScore: '60' }, faults({ theoryScore: 'mark' })],
  ['two decimals', { theoryScore: '60', practiceScore: '59.95' }, faults({ practiceScore: 'mark' })],
  [
    'a mark below 0 and a word',
    { theoryScore: '-1', practiceScore: '合格' },
    faults({ theoryScore: 'mark', practiceScore: 'mark' }),
  ],
  ['one of the two', { theoryScore: '80' }, faults({ practiceScore: 'both' })],
  ['the other of the two, wrong', { practiceScore: '1000' }, faults({ theoryScore: 'both', practiceScore: 'mark' })],
  ['absence', { absent: 'on' }, { kind: 'marks', marks: { absent: true } }],
  ['absence with a mark', { absent: 'on', practiceScore: '80' }, faults({ absent: 'absent-with-marks' })],
]

describe('readMarks', () => {
  for (const [what, typed, read] of cases) it(`reads ${what}`, () => void expect(readMarks(typed)).to.deep.equal(read))
})
