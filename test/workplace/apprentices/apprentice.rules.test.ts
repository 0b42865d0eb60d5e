import { expect } from 'chai'
import type { Role } from '../../../src/shared/permissions.js'
import {
  apprenticeInScope,
  exitVerdict,
  transferVerdict,
  type ApprenticeVerdict,
} from '../../../src/workplace/apprentices/apprentice.rules.js'

const said = (verdict: ApprenticeVerdict): string => (verdict.ok ? 'ok' : verdict.reason)
const owners = { enterpriseId: 'e1', institutionId: 'i1', region: '130629', personId: 'p1' }

describe('apprenticeInScope', () => {
  const cases: [
    name: string,
    who: { role: Role; organisationId?: string; region?: string; personId?: string },
    mine: boolean,
    seen: boolean,
  ][] = [
    ['the own enterprise sees', { role: 'enterprise', organisationId: 'e1' }, false, true],
    ['another enterprise does not', { role: 'enterprise', organisationId: 'e2' }, false, false],
    ['an account of an enterprise without an organisation does not', { role: 'enterprise' }, false, false],
    ['the partner institution sees', { role: 'institution-clerk', organisationId: 'i1' }, false, true],
    ['another institution does not', { role: 'institution-manager', organisationId: 'i2' }, false, false],
    [
      'an institution with the id of the enterprise does not',
      { role: 'institution-manager', organisationId: 'e1' },
      false,
      false,
    ],
    ['the paired mentor sees', { role: 'mentor', organisationId: 'e1' }, true, true],
    ['a mentor of the enterprise who is not paired does not', { role: 'mentor', organisationId: 'e1' }, false, false],
    ['a paired mentor who went to another enterprise does not', { role: 'mentor', organisationId: 'e2' }, true, false],
    ['the county of the enterprise sees', { role: 'county-officer', region: '130629' }, false, true],
    ['another county does not', { role: 'county-officer', region: '130632' }, false, false],
    ['the apprentice sees', { role: 'trainee', personId: 'p1' }, false, true],
    ['another trainee does not', { role: 'trainee', personId: 'p2' }, false, false],
    ['the administrator sees', { role: 'administrator' }, false, true],
    ['the auditor sees', { role: 'auditor' }, false, true],
    ['an operator does not', { role: 'operator' }, false, false],
    ['a judge does not', { role: 'judge' }, false, false],
  ]
  for (const [name, who, mine, seen] of cases)
    it(name, () => expect(apprenticeInScope(who, owners, mine)).to.equal(seen))
})

const learner = { state: 'training' as const, from: '2022-03-01', to: '2023-02-28' }
const today = '2022-11-23'

describe('exitVerdict', () => {
  const cases: [name: string, on: string, more: object, log: string | undefined, answer: string][] = [
    ['takes today', today, {}, undefined, 'ok'],
    ['refuses tomorrow', '2022-11-24', {}, undefined, 'in-future'],
    ['takes the first day', '2022-03-01', {}, undefined, 'ok'],
    ['refuses the day before it', '2022-02-28', {}, undefined, 'before-first-day'],
    ['takes today of one whose first day is still to come', today, { from: '2022-11-24' }, undefined, 'ok'],
    [
      'refuses a day before the first when that day has come',
      '2022-11-22',
      { from: today },
      undefined,
      'before-first-day',
    ],
    ['takes the day of the last log', '2022-10-10', {}, '2022-10-10', 'ok'],
    ['refuses the day before the last log', '2022-10-09', {}, '2022-10-10', 'log-after'],
    ['refuses who has left already', today, { state: 'exited' }, undefined, 'ended'],
    ['refuses who has finished', today, { state: 'certified' }, undefined, 'ended'],
    ['takes the last day of the term', '2022-06-30', { to: '2022-06-30' }, undefined, 'ok'],
    ['refuses a day after the term', '2022-07-01', { to: '2022-06-30' }, undefined, 'after-last-day'],
    [
      'takes a day after the planned end when a break moved it',
      '2022-07-01',
      { to: '2022-06-30', breaks: [{ from: '2022-04-01', to: '2022-04-01' }] },
      undefined,
      'ok',
    ],
  ]
  for (const [name, on, more, lastLogOn, answer] of cases)
    it(name, () => expect(said(exitVerdict({ ...learner, ...more }, on, { today, lastLogOn }))).to.equal(answer))
})

describe('transferVerdict', () => {
  const own = { ...learner, apprenticeshipId: 'a1', level: 4, lineage: 'welder' }
  const other = { id: 'a2', level: 4, lineage: 'welder', running: true }
  const cases: [name: string, on: string, from: object, to: object, log: string | undefined, answer: string][] = [
    ['takes a running plan of the same occupation and level', today, {}, {}, undefined, 'ok'],
    ['refuses the plan that the apprentice is in', today, {}, { id: 'a1' }, undefined, 'same-plan'],
    ['refuses a plan that does not train yet', today, {}, { running: false }, undefined, 'plan-not-running'],
    ['refuses another level', today, {}, { level: 3 }, undefined, 'other-level'],
    ['refuses another occupation', today, {}, { lineage: 'fitter' }, undefined, 'other-level'],
    ['refuses who was assessed', today, { assessment: { on: today } }, {}, undefined, 'assessed'],
    ['refuses who has left', today, { state: 'exited' }, {}, undefined, 'ended'],
    ['refuses tomorrow', '2022-11-24', {}, {}, undefined, 'in-future'],
    ['takes the second day', '2022-03-02', {}, {}, undefined, 'ok'],
    ['refuses the first day, which would leave nothing behind', '2022-03-01', {}, {}, undefined, 'before-first-day'],
    ['refuses the day of the last log', '2022-10-10', {}, {}, '2022-10-10', 'log-after'],
    ['takes the day after the last log', '2022-10-11', {}, {}, '2022-10-10', 'ok'],
  ]
  for (const [name, on, from, to, lastLogOn, answer] of cases)
    it(name, () =>
      expect(said(transferVerdict({ ...own, ...from }, { ...other, ...to }, on, { today, lastLogOn }))).to.equal(
        answer,
      ),
    )
})
