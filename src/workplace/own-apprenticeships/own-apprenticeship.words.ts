import type { Words } from '../../shared/words.js'

export const ownApprenticeshipWords = {
  title: ['我的学徒培养', 'My apprenticeship'],
  none: ['没有学徒培养记录', 'No apprenticeship'],
  noneText: ['企业把您列为学徒以后，会出现在这里', 'It appears here once an enterprise enters you as an apprentice'],
  mentor: ['企业导师', 'Mentor'],
  teacher: ['机构教师', 'Teacher'],
  hours: ['集中教学', 'Central teaching'],
  hoursOf: ['到课 {{done}} / {{planned}} 学时', '{{done}} of {{planned}} hours attended'],
  hoursNone: ['还没有出勤记录', 'No attendance recorded yet'],
  write: ['写今天的日志', "Write today's entry"],
  toConfirm: ['导师写的日志，请您确认', 'Entries of your mentor to confirm'],
  logs: ['我的日志', 'My log'],
  noLogs: ['还没有日志', 'No entries yet'],
  earlier: ['以前的学徒培养', 'Earlier apprenticeships'],
} satisfies Words
