import { expect } from 'chai'
import {
  courseFaults,
  courseNumber,
  runNumber,
  runTitle,
  type CourseFacts,
} from '../../../src/training/courses/course.rules.js'

const course = (overrides: Partial<CourseFacts> = {}): CourseFacts => ({
  title: '砌筑工',
  occupationId: '2022:6-29-01-01',
  level: 2,
  theoryHours: 8,
  practiceHours: 12,
  programme: 'skills',
  funding: 'subsidised',
  certificateFamily: 'level',
  feeFen: 0,
  delivery: 'classroom',
  ...overrides,
})
const offer = { levels: [2, 3, 4], workTypes: [] as string[] }

describe('a course', () => {
  const none = undefined
  const cases: readonly [
    string,
    Partial<CourseFacts>,
    { levels: number[]; workTypes: string[] } | undefined,
    string[],
  ][] = [
    ['with all it needs', {}, offer, []],
    ['without title', { title: '' }, offer, ['title: title-missing']],
    ['for a level, without occupation', { occupationId: undefined }, none, ['occupationId: occupation-needed']],
    ['for a level, without level', { level: undefined }, offer, ['level: level-needed']],
    ['of a level below the lowest', { level: 1 }, offer, ['level: level-not-offered']],
    ['of the highest level', { level: 4 }, offer, []],
    ['of a level above the highest', { level: 5 }, offer, ['level: level-not-offered']],
    [
      'for completion, with neither',
      { certificateFamily: 'completion', occupationId: undefined, level: undefined },
      none,
      [],
    ],
    [
      'for completion, with a level alone',
      { certificateFamily: 'completion', occupationId: undefined },
      none,
      ['occupationId: occupation-needed'],
    ],
    ['with a work type that there is', { workType: '电焊工' }, { ...offer, workTypes: ['电焊工'] }, []],
    [
      'with a work type that there is not',
      { workType: '水焊工' },
      { ...offer, workTypes: ['电焊工'] },
      ['workType: work-type-unknown'],
    ],
    ['with a work type of its own, where none is listed', { workType: '水焊工' }, offer, []],
    ['for start-ups, without kind', { programme: 'start-up' }, offer, ['startUpKind: start-up-kind-missing']],
    ['for start-ups, with kind', { programme: 'start-up', startUpKind: 'improve' }, offer, []],
    ['without hours', { theoryHours: 0, practiceHours: 0 }, offer, ['theoryHours: hours-missing']],
    ['of 19.5 hours', { theoryHours: 7.5 }, offer, ['theoryHours: too-few-hours']],
    ['of 20 hours', {}, offer, []],
    ['of 20.5 hours', { theoryHours: 8.5 }, offer, []],
    ['of 10 hours, self-funded', { theoryHours: 4, practiceHours: 6, funding: 'self-funded' }, offer, []],
    ['for society, subsidised', { programme: 'social' }, offer, ['funding: funding-not-fitting']],
    ['subsidised, with one fen', { feeFen: 1 }, offer, ['feeFen: fee-for-subsidised']],
    ['self-funded, with a fee', { funding: 'self-funded', feeFen: 38_000 }, offer, []],
  ]
  for (const [name, facts, occupation, faults] of cases)
    it(`${name}: ${faults.join() || 'good'}`, () =>
      expect(
        courseFaults(course(facts), occupation, 20).map(({ field, reason }) => `${field}: ${reason}`),
      ).to.deep.equal(faults))
})

describe('numbers and titles', () => {
  it('follow the year, the course and the run', () => {
    expect([
      courseNumber(2022, 233),
      runNumber('XA2022-0233', 3),
      courseNumber(2022, 12345),
      runNumber('XA2022-0233', 100),
    ]).to.deep.equal(['XA2022-0233', 'XA2022-0233-03', 'XA2022-12345', 'XA2022-0233-100'])
  })
  const titles: readonly [{ title: string; level?: number }, string][] = [
    [{ title: '砌筑工', level: 2 }, '砌筑工（五级）第3期'],
    [{ title: '砌筑工（五级）', level: 2 }, '砌筑工（五级）第3期'],
    [{ title: '水产养殖技术' }, '水产养殖技术 第3期'],
    [{ title: '焊工', level: 7 }, '焊工（特级技师）第3期'],
  ]
  for (const [facts, title] of titles) it(`are ${title}`, () => expect(runTitle(facts, 3)).to.equal(title))
})
