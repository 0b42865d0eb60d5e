import type { Words } from '../../shared/words.js'

export const teachingWords = {
  title: ['集中教学', 'Central teaching'],
  lead: [
    '由培训机构开班授课，课程表、签到和考勤都在班里。计划 {{hours}} 学时',
    'The institution teaches in course runs; timetable, sign-in and attendance are those of the run. {{hours}} hours planned',
  ],
  runs: ['集中教学的班', 'Course runs of central teaching'],
  run: ['班期', 'Course run'],
  dates: ['起止日期', 'Dates'],
  hours: ['学时', 'Hours'],
  enrolled: ['名册人数', 'On the roster'],
  act: ['办理', 'Act'],
  none: ['还没有集中教学的班', 'No course runs yet'],
  noneText: [
    '培训机构用“学徒制集中教学”课程开班，然后在这里关联',
    'The institution opens a run of a course of the programme Central teaching of apprentices and links it here',
  ],
  link: ['关联一个班', 'Link a course run'],
  which: ['哪个班', 'Which run'],
  whichMissing: ['请选择一个班', 'Choose a course run'],
  noFree: [
    '没有可以关联的班。先用“学徒制集中教学”课程开一个班',
    'No course run can be linked. Open one of the programme Central teaching of apprentices first',
  ],
  linkSubmit: ['关联这个班', 'Link this run'],
  linked: ['已关联：{{run}}', 'Linked: {{run}}'],
  enrol: ['学徒入册', 'Put apprentices on the roster'],
  enrolledDone: [
    '已有 {{count}} 名学徒进入名册',
    '{{count}} apprentice put on the roster',
    '{{count}} apprentices put on the roster',
  ],
  unlink: ['解除关联', 'Unlink'],
  unlinked: ['已解除关联', 'Unlinked'],
  attendance: ['每人到课', 'Attendance by person'],
  attended: ['{{hours}} 学时', '{{hours}} hours'],
  notRecorded: ['没有记录', 'Not recorded'],
  'plan-not-filed': [
    '学徒班备案以后到考核以前才能关联',
    'A run is linked between the filing of the class and its assessment',
  ],
  'other-programme': [
    '“{{run}}”不是学徒制集中教学的班。补贴性培训不能用来做学徒的集中教学',
    '“{{run}}” is not central teaching of apprentices. Subsidised training cannot be their central teaching',
  ],
  taken: ['“{{run}}”已经是另一个学徒班的集中教学', '“{{run}}” is the central teaching of another class'],
  'run-over': ['“{{run}}”已经结束或取消', '“{{run}}” is over or cancelled'],
  'before-class': [
    '“{{run}}”在学徒班开始以前就开班了，请选另一个班',
    '“{{run}}” begins before the class. Choose another',
  ],
  'after-class': ['“{{run}}”在学徒班结束以后才结束，请选另一个班', '“{{run}}” ends after the class. Choose another'],
  'has-attendance': ['这个班已经登记考勤，不能解除关联', 'Attendance is recorded in this run; it cannot be unlinked'],
} satisfies Words
