import type { Equation, TargetBar } from '../../web/figure-models.js'
import { here, type Say } from './say.view.js'

export const sampleTargets = (say: Say): TargetBar[] => [
  {
    title: say('2022年', '2022'),
    text: say('4,312 / 5,000 人次', '4,312 / 5,000 person-times'),
    href: here,
    percent: 86.2,
    elapsed: 89.6,
    line: say(
      '完成 86.2%，时间进度 89.6%（竖线），还差 688 人次',
      '86.2% done, 89.6% of the time gone (mark), 688 to go',
    ),
    peopleText: say('3,968 人', '3,968 people'),
    peopleHref: here,
    scaleEnd: '5,000',
  },
  {
    title: say('十四五（2021—2025）', 'Five-year plan 2021 to 2025'),
    text: say('4,312 / 110,000 人次', '4,312 / 110,000 person-times'),
    href: here,
    percent: 3.9,
    elapsed: 37.9,
    line: say(
      '完成 3.9%，时间进度 37.9%（竖线），还差 105,688 人次',
      '3.9% done, 37.9% of the time gone (mark), 105,688 to go',
    ),
    peopleText: say('3,968 人', '3,968 people'),
    peopleHref: here,
    scaleEnd: '110,000',
    sample: true,
  },
]

export function sampleEquation(say: Say): Equation {
  const unit = say('人次', 'person-times')
  const part = (label: string, value: string, people: string) => ({
    label,
    value,
    unit,
    href: here,
    note: say(`${people} 人`, `${people} people`),
    noteHref: here,
  })
  return {
    parts: [
      part(say('候选', 'Candidates'), '1,486', '1,377'),
      { ...part(say('计入', 'Counted'), '1,274', '1,198'), operator: '=' },
      { ...part(say('不计入', 'Excluded'), '168', '152'), operator: '+', on: true },
      { ...part(say('待定', 'Pending'), '44', '44'), operator: '+' },
    ],
    split: {
      alt: say('计入 85.7%，不计入 11.3%，待定 3.0%', '85.7% counted, 11.3% excluded, 3.0% pending'),
      parts: [
        { kind: 'counted', percent: 85.7, text: say('计入 85.7%', 'Counted 85.7%') },
        { kind: 'excluded', percent: 11.3, text: say('不计入 11.3%', 'Excluded 11.3%') },
        { kind: 'pending', percent: 3, text: say('待定 3.0%', 'Pending 3.0%') },
      ],
    },
    note: say(
      '同一人可有多次培训；“人”在每一项里各自去重，所以不能相加。',
      'One person may train more than once; people are counted once within each part, so they do not add up.',
    ),
  }
}

export const figures = (say: Say) => [
  {
    label: say('待我处理', 'For me'),
    value: '23',
    unit: say('件', 'items'),
    note: say('其中 4 件今天到期', '4 due today'),
    href: here,
  },
  {
    label: say('正在培训', 'In training'),
    value: '2,146',
    unit: say('人', 'people'),
    note: say('61 个班', '61 runs'),
    href: here,
  },
  {
    label: say('本月发证', 'Issued this month'),
    value: '476',
    unit: say('张', 'papers'),
    note: say('合格率 94.2%', '94.2% passed'),
    href: here,
  },
  {
    label: say('疑点', 'Findings'),
    value: '7',
    unit: say('条', 'open'),
    note: say('3 条超过 5 天', '3 older than 5 days'),
    href: here,
  },
]
