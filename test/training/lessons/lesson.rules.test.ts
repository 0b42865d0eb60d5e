import { expect } from 'chai'
import {
  hoursFit,
  hoursOf,
  lessonFaults,
  overlap,
  proposeLessons,
  teacherClashes,
  type Lesson,
} from '../../../src/training/lessons/lesson.rules.js'
import { parseHours, parseTime, readTimetable } from '../../../src/training/lessons/timetable.rules.js'

const lesson = (overrides: Partial<Lesson> = {}): Lesson => ({
  on: '2022-12-05',
  from: '08:30',
  to: '11:30',
  topic: '砌墙',
  kind: 'practice',
  hours: 4,
  teacher: '韩树林',
  place: '201',
  ...overrides,
})
const span = { startsOn: '2022-12-05', endsOn: '2022-12-30' }

describe('a timetable', () => {
  const cases: readonly [string, Lesson[], string[]][] = [
    ['on its first day', [lesson()], []],
    ['a day before its first', [lesson({ on: '2022-12-04' })], ['0 outside-dates']],
    ['on its last day', [lesson({ on: '2022-12-30' })], []],
    ['a day after its last', [lesson({ on: '2022-12-31' })], ['0 outside-dates']],
    ['4 hours in 179 minutes', [lesson({ to: '11:29' })], ['0 shorter-than-its-hours']],
    ['4 hours in 180 minutes', [lesson({ to: '11:30' })], []],
    ['4 hours in 181 minutes', [lesson({ to: '11:31' })], []],
    ['that ends when it begins', [lesson({ to: '08:30' })], ['0 ends-before-it-begins']],
    ['a teacher in two rooms', [lesson(), lesson({ place: '202', from: '11:29', to: '14:29' })], ['1 teacher-in-two']],
    ['a teacher in one room after the other', [lesson(), lesson({ place: '202', from: '11:30', to: '14:30' })], []],
    ['two teachers in one room', [lesson(), lesson({ teacher: '米春燕' })], ['1 place-in-two']],
    [
      'two groups that name neither',
      [lesson({ teacher: undefined, place: undefined }), lesson({ teacher: undefined, place: undefined })],
      [],
    ],
    ['the same hours on two days', [lesson(), lesson({ on: '2022-12-06' })], []],
  ]
  for (const [name, lessons, faults] of cases)
    it(`${name}: ${faults.join() || 'good'}`, () =>
      expect(lessonFaults(lessons, span, 45).map(({ row, reason }) => `${row} ${reason}`)).to.deep.equal(faults))

  it('adds half hours without an error of fractions', () =>
    expect(hoursOf(Array.from({ length: 3 }, () => ({ kind: 'theory' as const, hours: 1.5 })))).to.deep.equal({
      theory: 4.5,
      practice: 0,
    }))

  for (const [hours, fits] of [
    [3.5, false],
    [4, true],
    [4.5, false],
  ] as const)
    it(`of ${hours} hours ${fits ? 'fits' : 'does not fit'} a course of 4`, () =>
      expect(hoursFit([{ kind: 'theory', hours }], { theoryHours: 4, practiceHours: 0 })).to.equal(fits))

  it('meets another class of the teacher only at the same time', () => {
    const other = (from: string) => [{ run: '养老护理员', lessons: [lesson({ from, to: '17:00' })] }]
    expect([
      teacherClashes([lesson()], other('11:00')).length,
      teacherClashes([lesson()], other('11:30')).length,
    ]).to.deep.equal([1, 0])
  })

  it('overlaps neither with a lesson that touches it nor with one of another day', () => {
    expect([
      overlap(lesson(), lesson({ from: '11:30', to: '12:00' })),
      overlap(lesson(), lesson({ on: '2022-12-06' })),
      overlap(lesson(), lesson()),
    ]).to.deep.equal([false, false, true])
  })
})

describe('a proposed timetable', () => {
  const plan = { ...span, theoryHours: 20, practiceHours: 62, topic: '砌筑' }
  it('teaches exactly the hours of the course and has no fault', () => {
    const lessons = proposeLessons({ ...plan, teacher: '韩树林', place: '201' })!
    expect([hoursOf(lessons), lessonFaults(lessons, span, 45)]).to.deep.equal([{ theory: 20, practice: 62 }, []])
    expect(lessons.every(({ on }) => ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()))).to.equal(true)
  })
  const sixteen = { theoryHours: 8, practiceHours: 8, topic: 'x' }
  it('takes the weekend only when the days before it do not do', () => {
    expect(
      proposeLessons({ ...sixteen, startsOn: '2022-12-08', endsOn: '2022-12-11' })!.map(({ on }) => on),
    ).to.deep.equal(['2022-12-08', '2022-12-08', '2022-12-09', '2022-12-09'])
    expect(proposeLessons({ ...sixteen, startsOn: '2022-12-09', endsOn: '2022-12-10' })!.at(-1)!.on).to.equal(
      '2022-12-10',
    )
  })
  it('is none when the days are too few', () =>
    expect(proposeLessons({ ...sixteen, startsOn: '2022-12-09', endsOn: '2022-12-09' })).to.equal(undefined))
})

describe('rows from a spreadsheet', () => {
  const read = (text: string) => readTimetable(text)[0]
  it('are read with dates and times as people write them', () => {
    expect(read('2022年12月5日\t理论：识图\t4学时\t8：30\t11:30:00\t201\t韩树林')).to.deep.equal({
      ok: true,
      lesson: {
        on: '2022-12-05',
        from: '08:30',
        to: '11:30',
        topic: '理论：识图',
        kind: 'theory',
        hours: 4,
        teacher: '韩树林',
        place: '201',
      },
    })
  })
  it('tell practice from theory by their words', () =>
    expect(read('2022-12-05\t实操 砌墙\t4\t08:30\t11:30')).to.have.nested.property('lesson.kind', 'practice'))
  it('name every gap of a row at once', () =>
    expect(read('明天\t\t0\t25:00\t')).to.deep.equal({
      ok: false,
      line: 1,
      reasons: ['on', 'topic', 'hours', 'from', 'to'],
    }))
  it('may begin with the header, and skip empty lines', () =>
    expect(readTimetable('上课日期\t课别\n\n')).to.deep.equal([]))

  for (const [text, time] of [
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['8:60', undefined],
    ['0830', '08:30'],
    ['8', undefined],
  ] as const)
    it(`read the time ${text} as ${time}`, () => expect(parseTime(text)).to.equal(time))
  for (const [text, hours] of [
    ['0', undefined],
    ['0.5', 0.5],
    ['0.6', undefined],
    ['12', 12],
    ['12.5', undefined],
    ['4课时', 4],
    ['', undefined],
  ] as const)
    it(`read the hours “${text}” as ${hours}`, () => expect(parseHours(text)).to.equal(hours))
})
