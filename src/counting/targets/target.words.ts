import type { Words } from '../../shared/words.js'

export const targetWords = {
  lead: [
    '指标按各自的单位统计：有的按人次，有的按人，不能相加',
    'Each target is told in its own unit, person-times or people; they do not add up',
  ],
  now: ['{{year}} 年各项指标', 'Targets of {{year}}'],
  none: ['{{year}} 年没有指标', 'No targets for {{year}}'],
  all: ['全部指标和依据', 'All targets and their clauses'],
  measure: ['指标', 'Target'],
  period: ['期间', 'Period'],
  amount: ['目标', 'Amount'],
  wholeArea: ['全区', 'Whole area'],
  years: ['{{from}}—{{to}} 年', '{{from}} to {{to}}'],
  'person-times': ['人次', 'person-times'],
  people: ['人', 'people'],
  done: ['{{done}} / {{target}} {{unit}}', '{{done}} of {{target}} {{unit}}'],
  line: [
    '完成 {{percent}}%，时间进度 {{elapsed}}%（竖线） · 还差 {{missing}} {{unit}}',
    '{{percent}}% done, {{elapsed}}% of the time gone (stroke) · {{missing}} {{unit}} to go',
  ],
  peopleText: ['{{number}} 人', '{{number}} person', '{{number}} people'],
  personTimesText: ['{{number}} 人次', '{{number}} person-time', '{{number}} person-times'],
} satisfies Words
