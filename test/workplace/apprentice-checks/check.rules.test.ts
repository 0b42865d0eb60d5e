import { expect } from 'chai'
import { checkOpen, checkRefusals } from '../../../src/workplace/apprentice-checks/check.rules.js'

const school = { may: true, role: 'institution-manager', organisationId: 'school' }
const body = { may: true, role: 'assessment-body', organisationId: 'body' }
type Who = Parameters<typeof checkOpen>[2]

// `yes` where marks may be entered, else the reason.
const midTerm: [what: string, state: string, who: Who, answer: string][] = [
  ['the school before training begins', 'filed', school, 'not-training'],
  ['the school while the class trains', 'running', school, 'yes'],
  ['the school once the county has confirmed', 'mid-checked', school, 'yes'],
  ['the school when training is over', 'awaiting-assessment', school, 'not-training'],
  ['the school of a completed class', 'completed', school, 'closed'],
  ['another school', 'running', { ...school, organisationId: 'other' }, 'not-your-role'],
  ['the body, which does not teach', 'running', body, 'not-your-role'],
  ['somebody of the school who may not', 'running', { ...school, may: false }, 'not-your-role'],
]
const assessment: [what: string, state: string, who: Who, answer: string, assessmentBodyId?: string | null][] = [
  ['the body while the class trains', 'mid-checked', body, 'training-first'],
  ['the body when training is over', 'awaiting-assessment', body, 'yes'],
  ['the school when training is over', 'awaiting-assessment', school, 'of-body'],
  ['the school of a class without a body', 'awaiting-assessment', school, 'yes', null],
  ['another body', 'awaiting-assessment', { ...body, organisationId: 'other' }, 'not-your-role'],
  [
    'a school that is named as the body, by its teachers',
    'awaiting-assessment',
    { ...school, organisationId: 'body' },
    'not-your-role',
  ],
  ['nobody’s organisation', 'awaiting-assessment', { may: true, role: 'assessment-body' }, 'not-your-role'],
  ...['completed', 'settled', 'withdrawn', 'rejected'].map((state): (typeof assessment)[number] => [
    `the body of a class that is ${state}`,
    state,
    body,
    'closed',
  ]),
]

describe('checkOpen', () => {
  const one = (state: string, assessmentBodyId: string | null = 'body') => ({
    state,
    institutionId: 'school',
    assessmentBodyId,
  })
  for (const [what, state, who, answer] of midTerm)
    it(`mid-term, ${what}: ${answer}`, () =>
      void expect(checkOpen('mid-term', one(state), who) ?? 'yes').to.equal(answer))
  for (const [what, state, who, answer, bodyId] of assessment)
    it(`assessment, ${what}: ${answer}`, () =>
      void expect(checkOpen('assessment', one(state, bodyId), who) ?? 'yes').to.equal(answer))

  it('reaches every reason by a case of these tables', () => {
    const reached = new Set([...midTerm, ...assessment].map(([, , , answer]) => answer))
    expect(checkRefusals.filter((reason) => !reached.has(reason))).to.deep.equal([])
  })
})
