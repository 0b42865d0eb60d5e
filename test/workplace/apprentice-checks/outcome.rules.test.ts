import { expect } from 'chai'
import { marksVerdict, outcomeVerdict } from '../../../src/workplace/apprentice-checks/outcome.rules.js'

const figures = { minAttendancePercent: 80, passMark: 60 }

describe('marksVerdict', () => {
  const cases: [name: string, marks: object, passed: boolean, reasons: string[]][] = [
    ['passes at the mark', { theory: 60, practice: 60 }, true, []],
    ['fails a point below in theory', { theory: 59, practice: 60 }, false, ['failed-theory']],
    ['fails a point below in practice', { theory: 60, practice: 59 }, false, ['failed-practice']],
    ['tells both', { theory: 0, practice: 0 }, false, ['failed-theory', 'failed-practice']],
    ['tells absence, not a mark of 0', { absent: true }, false, ['absent']],
  ]
  for (const [name, marks, passed, reasons] of cases)
    it(name, () => expect(marksVerdict(marks, figures)).to.deep.equal({ passed, reasons }))
})

describe('outcomeVerdict', () => {
  const facts = {
    exited: false,
    employed: true,
    attendedHours: 160,
    plannedHours: 160,
    assessment: { theory: 80, practice: 75 },
  }
  const cases: [name: string, more: object, outcome: string, reasons: string[]][] = [
    ['gives the certificate for attendance and both marks', {}, 'certified', []],
    ['takes exactly 80 % of the central teaching', { attendedHours: 128 }, 'certified', []],
    ['has not completed below it', { attendedHours: 127.9 }, 'not-completed', ['low-attendance']],
    [
      'has completed without a certificate when theory fails',
      { assessment: { theory: 59, practice: 75 } },
      'completed',
      ['failed-theory'],
    ],
    [
      'has completed without a certificate when absent from the assessment',
      { assessment: { absent: true } },
      'completed',
      ['absent'],
    ],
    ['has not completed after leaving, whatever the marks', { exited: true }, 'not-completed', ['exited']],
    ['has not completed without a labour contract at the end', { employed: false }, 'not-completed', ['not-employed']],
    ['waits for the assessment', { assessment: null }, 'undecided', ['no-result']],
    ['waits for the attendance', { attendedHours: undefined }, 'undecided', ['no-result']],
    [
      'waits for the attendance of one who was absent, too',
      { attendedHours: undefined, assessment: { absent: true } },
      'undecided',
      ['no-result'],
    ],
  ]
  for (const [name, more, outcome, reasons] of cases) {
    it(name, () => {
      const verdict = outcomeVerdict({ ...facts, ...more }, figures)
      expect([verdict.decided ? verdict.outcome : 'undecided', verdict.reasons]).to.deep.equal([outcome, reasons])
    })
  }
})
