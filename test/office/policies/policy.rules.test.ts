import { expect } from 'chai'
import { policyStates, policyValue } from '../../../src/office/policies/policy.rules.js'

describe('policyValue', () => {
  const cases = [
    ['the least', 'completion.pass-mark', '0', 0],
    ['the most', 'completion.pass-mark', '100', 100],
    ['one above the most', 'completion.pass-mark', '101', undefined],
    ['one below the least', 'lesson.minutes-per-hour', '29', undefined],
    ['the least of another', 'lesson.minutes-per-hour', '30', 30],
    ['a part of a number', 'completion.pass-mark', '60.5', undefined],
    ['nothing', 'completion.pass-mark', '', undefined],
    ['yuan and fen, as fen', 'apprenticeship.rate-senior', '6000.01', 600_001],
    ['a tenth of a fen', 'apprenticeship.rate-senior', '6000.001', undefined],
    ['yes', 'person-time.certificate-required', 'yes', true],
    ['no', 'person-time.certificate-required', 'no', false],
    ['neither', 'person-time.certificate-required', 'perhaps', undefined],
    ['one of the choices', 'apprenticeship.rounding', 'down', 'down'],
    ['none of the choices', 'apprenticeship.rounding', 'up', undefined],
    [
      'a pattern with year and sequence',
      'certificate.completion-number',
      'XA{year}{sequence:6}',
      'XA{year}{sequence:6}',
    ],
    ['a pattern without a sequence', 'certificate.completion-number', 'XA{year}', undefined],
  ] as const
  for (const [name, key, text, value] of cases)
    it(`${value === undefined ? 'refuses' : 'reads'} ${name}`, () => {
      expect(policyValue(key, text)).to.equal(value)
    })
})

describe('policyStates', () => {
  const rows = [{ from: '2023-01-01' }, { from: '2022-06-01' }, { from: '2022-01-01' }]
  const cases = [
    ['before the first began', '2021-12-31', ['coming', 'coming', 'coming']],
    ['on the first day', '2022-01-01', ['coming', 'coming', 'in-force']],
    ['the day before the next', '2022-05-31', ['coming', 'coming', 'in-force']],
    ['on the day of the next', '2022-06-01', ['coming', 'in-force', 'replaced']],
    ['when all have begun', '2023-01-01', ['in-force', 'replaced', 'replaced']],
  ] as const
  for (const [name, today, states] of cases)
    it(`${name}: ${states.join(', ')}`, () => {
      expect(policyStates(rows, today)).to.deep.equal(states)
    })
})
