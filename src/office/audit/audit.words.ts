import type { Words } from '../../shared/words.js'
import { auditDetailWords } from './audit-detail.words.js'

export const auditWords = {
  title: ['操作记录', 'Audit trail'],
  total: ['共 {{count}} 条', '{{count}} entry', '{{count}} entries'],
  lead: [
    '每一次写入、每一次查看完整个人信息、每一次导出和打印都记在这里，不能修改。',
    'Every write, every reveal of personal data, every export and print is recorded here and cannot be changed.',
  ],
  at: ['时间', 'Time'],
  who: ['何人', 'Who'],
  what: ['事项', 'Event'],
  subject: ['对象', 'Subject'],
  result: ['结果', 'Result'],
  done: ['已办', 'Done'],
  refused: ['被拒', 'Refused'],
  event: ['事项代码', 'Event code'],
  eventHint: ['例如 COURSE_RUN', 'For example COURSE_RUN'],
  person: ['姓名或账号编号', 'Name or account id'],
  subjectId: ['对象编号', 'Subject id'],
  from: ['起', 'From'],
  to: ['止', 'To'],
  all: ['全部', 'All'],
  reveals: ['查看个人信息', 'Reveals'],
  refusals: ['被拒的操作', 'Refusals'],
  none: ['没有符合条件的记录', 'No entries match'],
  system: ['系统', 'System'],
  nobody: ['未登录', 'Not signed in'],
  andOthers: ['{{name}} 等 {{count}} 项', '{{name}} and others, {{count}} in all'],
  ...auditDetailWords,
  dayWrong: ['请填写日期，例如 2022-11-23', 'Enter a date, for example 2022-11-23'],
} satisfies Words
