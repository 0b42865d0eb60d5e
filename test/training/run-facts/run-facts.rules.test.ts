import { expect } from 'chai'
import { readTeachers, teachersText } from '../../../src/training/course-runs/course-run.forms.js'
import {
  changedFacts,
  factsFaults,
  timetableFaults,
  type Bounds,
  type FiledFacts,
} from '../../../src/training/run-facts/run-facts.rules.js'

const facts = (overrides: Partial<FiledFacts> = {}): FiledFacts => ({
  startsOn: '2022-12-05',
  endsOn: '2022-12-30',
  place: '201',
  capacity: 40,
  teachers: [{ name: '韩树林' }],
  assessmentBodyId: 'b',
  lessons: [],
  ...overrides,
})
const bounds = (overrides: Partial<Bounds> = {}): Bounds => ({
  today: '2022-11-23',
  maxTrainees: 60,
  enrolled: 0,
  needsBody: true,
  ...overrides,
})

describe('the facts of a run', () => {
  const cases: readonly [string, Partial<FiledFacts>, Partial<Bounds>, string[]][] = [
    ['that fit', {}, {}, []],
    ['that begin today', { startsOn: '2022-11-23' }, {}, ['starts-too-soon']],
    ['that begin tomorrow', { startsOn: '2022-11-24' }, {}, []],
    ['that begin yesterday, of a run that goes on', { startsOn: '2022-11-22' }, { startMayBePast: true }, []],
    ['that end a day before they begin', { endsOn: '2022-12-04' }, {}, ['ends-before-it-starts']],
    ['that end on the day they begin', { endsOn: '2022-12-05' }, {}, []],
    ['with 59 places', { capacity: 59 }, {}, []],
    ['with 60 places', { capacity: 60 }, {}, []],
    ['with 61 places', { capacity: 61 }, {}, ['too-many-trainees']],
    ['with one place less than trainees', { capacity: 39 }, { enrolled: 40 }, ['fewer-than-enrolled']],
    ['with a place for each', { capacity: 40 }, { enrolled: 40 }, []],
    ['without teacher', { teachers: [] }, {}, ['teacher-needed']],
    ['without body, for a level certificate', { assessmentBodyId: undefined }, {}, ['body-needed']],
    ['without body, for a completion certificate', { assessmentBodyId: undefined }, { needsBody: false }, []],
  ]
  for (const [name, given, limits, reasons] of cases)
    it(`${name}: ${reasons.join() || 'good'}`, () =>
      expect(factsFaults(facts(given), bounds(limits)).map(({ reason }) => reason)).to.deep.equal(reasons))
})

describe('the timetable of a run', () => {
  const lesson = { on: '2022-12-05', from: '08:30', to: '11:30', topic: '砌墙', kind: 'theory' as const, hours: 4 }
  const course = { theoryHours: 4, practiceHours: 0 }
  const cases: readonly [string, FiledFacts['lessons'], string[]][] = [
    ['is missing', [], ['lessons-missing']],
    ['fits', [lesson], []],
    ['has an hour too few', [{ ...lesson, hours: 3 }], ['hours-differ']],
    ['has practice in place of theory', [{ ...lesson, kind: 'practice' }], ['hours-differ']],
    ['has a lesson outside of the dates', [{ ...lesson, on: '2022-12-31' }], ['lessons-faulty']],
  ]
  for (const [name, lessons, reasons] of cases)
    it(`${name}: ${reasons.join() || 'good'}`, () =>
      expect(timetableFaults(facts({ lessons }), course, 45).map(({ reason }) => reason)).to.deep.equal(reasons))
})

describe('two versions of a run', () => {
  it('differ in what differs, not in the order of keys', () => {
    const before = facts({ teachers: [{ name: '韩树林', qualification: '技师' }] })
    expect(changedFacts(before, facts({ teachers: [{ qualification: '技师', name: '韩树林' }] }))).to.deep.equal([])
    expect(changedFacts(before, facts({ place: '202', capacity: 41 }))).to.deep.equal(['place', 'capacity', 'teachers'])
  })
})

describe('teachers', () => {
  const cases: readonly [string, { name: string; qualification?: string }[]][] = [
    ['韩树林，高级技师', [{ name: '韩树林', qualification: '高级技师' }]],
    ['韩树林, 高级技师\n米春燕', [{ name: '韩树林', qualification: '高级技师' }, { name: '米春燕' }]],
    ['郝秀芝（主管护师）', [{ name: '郝秀芝', qualification: '主管护师' }]],
    ['赵文，高级讲师（样例）', [{ name: '赵文', qualification: '高级讲师（样例）' }]],
    ['赵文，讲师、二级技师', [{ name: '赵文', qualification: '讲师、二级技师' }]],
    ['  \n', []],
  ]
  for (const [text, read] of cases)
    it(`are read from ${JSON.stringify(text)}`, () => expect(readTeachers(text)).to.deep.equal(read))
  it('are written as they are read', () =>
    expect(readTeachers(teachersText([{ name: '韩树林', qualification: '高级技师' }]))).to.deep.equal([
      { name: '韩树林', qualification: '高级技师' },
    ]))
})
