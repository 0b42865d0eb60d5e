import type { Words } from '../../shared/words.js'

export const mentorshipWords = {
  'title-mentor': ['安排企业导师', 'Pair with a mentor'],
  'title-teacher': ['安排机构教师', 'Name a teacher'],
  leadMentor: [
    '一名导师同时最多带 {{limit}} 人（样例）',
    'One mentor has at most {{limit}} apprentices at once (sample)',
  ],
  leadTeacher: [
    '由培训机构安排负责集中教学和考核的教师',
    'The institution names who teaches and follows each apprentice',
  ],
  which: ['给哪些学徒', 'For whom'],
  whichMissing: ['请至少勾选一名学徒', 'Tick at least one apprentice'],
  mentor: ['企业导师', 'Mentor'],
  mentorHint: [
    '导师是本企业的“企业导师”账号，由新区管理员开立',
    'Mentors are accounts of this enterprise with the role of mentor, opened by an administrator',
  ],
  mentorChoice: ['{{name}}（现带 {{count}} 人）', '{{name}} ({{count}} now)'],
  mentorMissing: ['请选择企业导师', 'Choose the mentor'],
  noMentors: [
    '本企业还没有企业导师账号。请联系新区管理员开立',
    'This enterprise has no mentor accounts yet. Ask an administrator to open them',
  ],
  name: ['教师姓名', 'Name of the teacher'],
  nameMissing: ['请填写教师姓名', 'Enter the name of the teacher'],
  qualification: ['职称或技能等级', 'Qualification'],
  from: ['从哪一天起', 'From which day'],
  fromHint: ['原来的结对到前一天为止', 'An earlier pairing ends the day before'],
  fromMissing: ['请填写起始日期，例如 2022 年 3 月 1 日', 'Enter the first day, for example 1 March 2022'],
  submit: ['安排导师', 'Pair'],
  done: [
    '已给 {{count}} 名学徒安排：{{guide}}',
    'Paired {{count}} apprentice with {{guide}}',
    'Paired {{count}} apprentices with {{guide}}',
  ],
  ended: ['{{name}} 已不在培，不能再安排导师', '{{name}} is no longer in training'],
  'outside-term': [
    '{{name}} 的起始日期要在 {{from}} 至 {{to}} 之间',
    'For {{name}} the first day must lie between {{from}} and {{to}}',
  ],
  'not-after-last': [
    '{{name}} 在这一天或以后已经安排过，请换一个较晚的日期',
    '{{name}} has a pairing from that day or later. Choose a later day',
  ],
  'same-guide': ['{{name}} 的导师已经是 {{guide}}', '{{guide}} guides {{name}} already'],
  'guide-full': [
    '{{guide}} 同时最多带 {{limit}} 人，已经满了。请换一位导师',
    '{{guide}} has {{limit}} apprentices, the most at once. Choose another',
  ],
  'log-after': [
    '{{name}} 在这一天以后已有由原导师负责的日志，请换一个较晚的日期',
    '{{name}} has log entries of the earlier mentor on or after that day. Choose a later day',
  ],
  'no-such-mentor': ['这不是本企业的企业导师，请重新选择', 'This is not a mentor of your enterprise. Choose again'],
  newsPaired: [
    '您有 {{count}} 名学徒，{{from}} 起',
    'You guide {{count}} more apprentice from {{from}}',
    'You guide {{count}} more apprentices from {{from}}',
  ],
} satisfies Words
