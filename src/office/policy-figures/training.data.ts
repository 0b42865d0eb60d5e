import { number, numberPattern, planStart as from, type FirstFigure } from './figure.data.js'

/** Courses, course runs, results and their certificates. */
export const trainingFigures = {
  'completion.min-attendance-percent': {
    kind: number('percent', 0, 100),
    value: 80,
    from,
    clause: '样例：出勤率达到 80% 方可参加结业考核（各地通行做法）',
  },
  'completion.pass-mark': {
    kind: number('points', 0, 100),
    value: 60,
    from,
    clause: '样例：理论、实操均达到 60 分为合格（人社部发〔2024〕5号 结业考核由考核方案规定）',
  },
  'course.min-hours': {
    kind: number('hours', 0, 5000),
    value: 20,
    from,
    clause: '样例：补贴性培训不少于 20 学时（福建 2020）',
  },
  'enrolment.add-until-percent': {
    kind: number('percent', 0, 100),
    value: 33,
    from,
    clause: '样例：开课后课时超过三分之一不再增减学员',
  },
  'certificate.completion-number': {
    kind: numberPattern,
    value: 'XA-PX-{year}-{sequence:6}',
    from,
    clause: '样例：培训合格证书编号 = XA-PX-年份-六位流水',
  },
  'course-run.max-trainees': { kind: number('people', 1, 500), value: 60, from, clause: '样例：每班最多 60 人' },
  'course-run.min-trainees': {
    kind: number('people', 0, 500),
    value: 20,
    from,
    clause: '样例：每班一般不少于 20 人（各地通行做法）',
  },
  'course-run.filing-days': {
    kind: number('days', 0, 90),
    value: 7,
    from,
    clause: '样例：开班前 7 天提交备案（衢州）',
  },
  'lesson.minutes-per-hour': {
    kind: number('minutes', 30, 60),
    value: 45,
    from,
    clause: '样例：一学时不少于 45 分钟（各地通行）',
  },
} satisfies Record<string, FirstFigure>
