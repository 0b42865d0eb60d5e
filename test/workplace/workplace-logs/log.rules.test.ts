import { expect } from 'chai'
import { signVerdict, writeVerdict, type LogVerdict } from '../../../src/workplace/workplace-logs/log.rules.js'

const said = (verdict: LogVerdict): string => (verdict.ok ? 'ok' : verdict.reason)
const learner = { training: true, from: '2022-03-01', dueOn: '2023-02-28', onBreak: false }
const ask = {
  today: '2022-11-23',
  lateDays: 14,
  daysAgo: 0,
  mentorId: 'm1',
  writer: 'apprentice' as const,
  writerId: 'u1',
}

describe('writeVerdict', () => {
  const cases: [name: string, day: string, who: object, asked: object, answer: string][] = [
    ['takes today', '2022-11-23', {}, {}, 'ok'],
    ['refuses tomorrow', '2022-11-24', {}, {}, 'in-future'],
    ['takes the last day on which it is not too late', '2022-11-09', {}, { daysAgo: 14 }, 'ok'],
    ['refuses a day later', '2022-11-08', {}, { daysAgo: 15 }, 'too-late'],
    [
      'takes a returned entry however late',
      '2022-10-01',
      {},
      { daysAgo: 53, before: { state: 'returned', writer: 'apprentice' } },
      'ok',
    ],
    [
      'takes a correction of what waits',
      '2022-11-23',
      {},
      { before: { state: 'waiting', writer: 'apprentice' } },
      'ok',
    ],
    [
      'refuses to change what is signed',
      '2022-11-23',
      {},
      { before: { state: 'signed', writer: 'apprentice' } },
      'signed-already',
    ],
    [
      'refuses to overwrite what the other wrote',
      '2022-11-23',
      {},
      { before: { state: 'waiting', writer: 'mentor' } },
      'other-writer',
    ],
    ['refuses the day before the first', '2022-02-28', {}, {}, 'outside-term'],
    ['refuses a day after the last', '2022-11-23', { dueOn: '2022-11-22' }, {}, 'outside-term'],
    ['refuses a day of a break', '2022-11-23', { onBreak: true }, {}, 'on-break'],
    ['refuses after the end', '2022-11-23', { training: false }, {}, 'ended'],
    ['refuses without a mentor who could sign', '2022-11-23', {}, { mentorId: undefined }, 'no-mentor'],
    ['takes an entry of the mentor of that day', '2022-11-23', {}, { writer: 'mentor', writerId: 'm1' }, 'ok'],
    [
      'refuses an entry of a mentor of other days',
      '2022-11-23',
      {},
      { writer: 'mentor', writerId: 'm2' },
      'not-your-day',
    ],
  ]
  for (const [name, day, who, asked, answer] of cases)
    it(name, () => expect(said(writeVerdict({ ...learner, ...who }, day, { ...ask, ...asked }))).to.equal(answer))
})

describe('signVerdict', () => {
  const byApprentice = {
    state: 'waiting' as const,
    writer: 'apprentice' as const,
    writtenById: 'u1',
    mentorId: 'm1',
    personId: 'p1',
  }
  const byMentor = { ...byApprentice, writer: 'mentor' as const, writtenById: 'm1' }
  const mentor = { id: 'm1', role: 'mentor' }
  const apprentice = { id: 'u1', role: 'trainee', personId: 'p1' }
  const cases: [name: string, log: typeof byApprentice | typeof byMentor, who: object, answer: string][] = [
    ['the mentor signs what the apprentice wrote', byApprentice, mentor, 'ok'],
    ['the apprentice never signs the own entry', byApprentice, apprentice, 'own-entry'],
    ['another account of the apprentice does not either', byApprentice, { ...apprentice, id: 'u2' }, 'own-entry'],
    ['another mentor does not', byApprentice, { id: 'm2', role: 'mentor' }, 'not-your-day'],
    ['the enterprise does not', byApprentice, { id: 'm1', role: 'enterprise' }, 'not-your-day'],
    ['the apprentice confirms what the mentor wrote', byMentor, apprentice, 'ok'],
    ['the mentor never signs the own entry', byMentor, mentor, 'own-entry'],
    ['another trainee does not', byMentor, { id: 'u3', role: 'trainee', personId: 'p3' }, 'not-your-day'],
  ]
  for (const [name, log, who, answer] of cases)
    it(name, () => expect(said(signVerdict(log, who as typeof apprentice))).to.equal(answer))
  for (const state of ['returned', 'signed'] as const)
    it(`refuses what is ${state}`, () =>
      expect(said(signVerdict({ ...byApprentice, state }, mentor))).to.equal('not-waiting'))
})
