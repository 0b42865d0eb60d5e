import { expect } from 'chai'
import { portalQueries } from '../../../src/desk/portal/portal.queries.js'
import { CourseRun } from '../../../src/training/course-runs/course-run.model.js'
import { Course } from '../../../src/training/courses/course.model.js'
import { usesDatabase } from '../../support/database.js'

describe('open courses', () => {
  usesDatabase()
  before(async () => {
    const course = (_id: string, title: string) => ({ _id, title, state: 'active', theoryHours: 20, practiceHours: 20 })
    await Course.collection.insertMany([
      course('a', 'A care'),
      course('b', 'B cook'),
      course('c', 'C weld'),
      course('d', 'D lift'),
      { ...course('e', 'E gone'), state: 'retired' },
    ] as never[])
    const run = (_id: string, courseId: string, startsOn: string, state = 'filed') => ({
      _id,
      courseId,
      startsOn,
      state,
    })
    await CourseRun.collection.insertMany([
      run('1', 'c', '2022-12-20'),
      run('2', 'c', '2022-12-01'),
      run('3', 'b', '2022-12-15'),
      run('4', 'a', '2022-11-22'),
      run('5', 'd', '2022-11-24', 'submitted'),
    ] as never[])
  })
  const titles = async (skip: number, limit: number) =>
    (await portalQueries.courses({}, '2022-11-23', skip, limit)).map(
      ({ title, next }) => `${title} ${next?.startsOn ?? ''}`,
    )

  it('stand by the day on which they begin next, then by title; begun and unfiled runs do not count', async () => {
    expect(await titles(0, 3)).to.deep.equal(['C weld 2022-12-01', 'B cook 2022-12-15', 'A care '])
    expect(await titles(3, 3)).to.deep.equal(['D lift '])
    expect(await portalQueries.countCourses({}, '2022-11-23')).to.equal(4)
  })
})
