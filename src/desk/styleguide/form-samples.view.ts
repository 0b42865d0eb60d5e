import type { Decide, Field, Form, Scale } from '../../web/form-models.js'
import { here, type Say } from './say.view.js'

export function sampleFields(say: Say): Field[] {
  return [
    {
      name: 'start',
      id: 'start',
      kind: 'date',
      label: say('开班日期', 'Start date'),
      hint: say('例如 2022 年 11 月 28 日', 'For example 2022 11 28'),
      value: '2022-11-13',
      error: say('开班日期要晚于今天，例如 2022-11-28', 'The start date must be after today, for example 2022-11-28'),
    },
    {
      name: 'size',
      id: 'size',
      kind: 'number',
      label: say('计划人数', 'Planned trainees'),
      hint: say('每班最多 60 人', 'At most 60 in a run'),
      unit: say('人', 'people'),
      width: 4,
      value: '65',
      error: say('人数请填 1 到 60 的整数', 'Enter a whole number from 1 to 60'),
    },
    {
      name: 'place',
      id: 'place',
      kind: 'text',
      label: say('授课地点', 'Place'),
      hint: say('写到楼层和房间，学员按此到场', 'With floor and room, as trainees go by it'),
      value: say('安新县建设大街康养实训中心 3 层', 'Care training centre, floor 3, Anxin'),
    },
    {
      name: 'county',
      id: 'county',
      kind: 'select',
      label: say('县', 'County'),
      width: 8,
      value: 'xx',
      options: [
        { value: 'xx', label: say('雄县', 'Xiong County') },
        { value: 'ax', label: say('安新县', 'Anxin County') },
      ],
    },
    {
      name: 'mode',
      id: 'mode',
      kind: 'radios',
      label: say('授课方式', 'Way of teaching'),
      value: 'face',
      options: [
        { value: 'face', label: say('面授', 'In person') },
        {
          value: 'mixed',
          label: say('面授加线上', 'In person and online'),
          hint: say('线上学时不超过总学时的 30%（样例）', 'Online hours at most 30% of all (sample)'),
        },
      ],
    },
    {
      name: 'days',
      id: 'days',
      kind: 'checkboxes',
      label: say('上课时间', 'Days'),
      values: ['sat'],
      options: [
        { value: 'week', label: say('周一至周五', 'Monday to Friday') },
        { value: 'sat', label: say('周六', 'Saturday') },
      ],
    },
    {
      name: 'roster',
      id: 'roster',
      kind: 'file',
      label: say('学员名册', 'Roster'),
      hint: say('Excel 文件，最大 5 MB', 'An Excel file, at most 5 MB'),
      accept: '.xlsx',
    },
    {
      name: 'note',
      id: 'note',
      kind: 'textarea',
      label: say('给学员的说明', 'Note to trainees'),
      optional: true,
      value: say('请带身份证和一寸照片。教室有电梯。', 'Bring your ID card and a photo. There is a lift.'),
    },
    {
      name: 'true',
      id: 'true',
      kind: 'checkbox',
      label: say('以上内容属实，学员均自愿参加。', 'All of this is true; the trainees take part of their own will.'),
    },
  ]
}

export const sampleForm = (say: Say): Form => ({
  action: here,
  sections: [{ fields: sampleFields(say) }],
  submit: say('保存并继续', 'Save and continue'),
  back: { text: say('上一步', 'Back'), href: here },
  draft: say('草稿已存 14:02', 'Draft saved 14:02'),
})

export const sampleDecide = (say: Say): Decide => ({
  title: say('审核意见', 'Decision'),
  findings: say(
    '系统核对有 1 项提示，通过即表示已核实。',
    'One finding needs a look. Approving means that it was checked.',
  ),
  action: here,
  approve: {
    text: say('通过，并看下一件', 'Approve and open the next'),
    act: 'approve-next',
    only: { text: say('只通过', 'Approve only'), act: 'approve' },
  },
  giveBack: {
    title: say('退回补正', 'Return for correction'),
    hint: say('机构看到的就是下面这段文字', 'The institution sees exactly this text'),
    reasons: [
      { value: 'overlap', label: say('学员在另一个班的日期重叠', 'Trainees’ dates overlap with another run') },
      { value: 'hours', label: say('课程表与学时不一致', 'Timetable and hours do not agree') },
    ],
    textLabel: say('退回的说明', 'What to correct'),
    submit: say('退回，并看下一件', 'Return and open the next'),
    act: 'return-next',
  },
  refuse: {
    title: say('不予备案', 'Refuse filing'),
    text: say('不予备案以后机构要重新申请。', 'The institution then has to apply again.'),
    submit: say('不予备案这个班', 'Refuse this course run'),
    act: 'refuse',
  },
})

export const sampleScale = (say: Say): Scale => ({
  name: 'b1',
  id: 'b1',
  title: say('B1 评估与沟通', 'B1 Assessing and talking'),
  maxText: say('满分 3.0', 'of 3.0'),
  tag: { kind: 'wait', text: say('未评', 'Not marked') },
  value: '2',
  steps: [
    { value: '0', text: say('没有询问老人感受', 'Did not ask') },
    { value: '1', text: say('询问了，但未等回答', 'Asked, did not wait') },
    { value: '2', text: say('询问并解释每一步', 'Asked and explained') },
    { value: '3', text: say('边做边解释，老人明显安心', 'Explained while doing') },
  ],
})
