import type { DemoCourse } from './courses.js'

/** 以赛代训 (四(四)5): what delegations learn before a contest. */
export const contestCourse: DemoCourse = {
  key: 'contest',
  owner: 'qicheng',
  title: '砌筑工（赛前集训）',
  occupation: '6-29-01-01',
  level: 4,
  theory: 16,
  practice: 40,
  programme: 'contest',
  funding: 'subsidised',
  family: 'completion',
}
