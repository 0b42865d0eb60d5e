import type { Translate } from '../../shared/words.js'
import type {
  Answer,
  Decide,
  Equation,
  Field,
  Form,
  List,
  Scale,
  Table,
  Tag,
  TargetBar,
} from '../../web/view-models.js'

/** Picks the sentence of the reader's language; the style guide alone invents its data, so it has no words file. */
export type Say = (zh: string, en: string) => string
export const sayIn =
  (t: Translate): Say =>
  (zh, en) =>
    t.lang === 'en' ? en : zh

const here = '/styleguide'

export const sampleTags = (say: Say): Tag[] => [
  { kind: 'neutral', text: say('草稿', 'Draft') },
  { kind: 'run', text: say('培训中', 'In training') },
  { kind: 'wait', text: say('待审核', 'To review') },
  { kind: 'good', text: say('有效', 'Valid') },
  { kind: 'back', text: say('退回补正', 'Returned') },
  { kind: 'void', text: say('已撤销', 'Revoked') },
  { kind: 'moved', text: say('已换发', 'Reissued') },
]

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

export function sampleTable(say: Say): Table {
  const tags = sampleTags(say)
  const rows = [
    ['水产养殖技术 第1期', 'Fish farming, run 1', 'XA2022-0622-01', '28', 0],
    ['民宿管家专项能力 第2期', 'Guesthouse keeping, run 2', 'XA2022-0508-02', '30', 1],
    ['砌筑工（五级）第3期', 'Bricklayer (level 5), run 3', 'XA2022-0233-03', '38', 2],
    ['中式面点师（五级）第5期', 'Pastry cook (level 5), run 5', 'XA2022-0190-05', '50', 4],
    ['电工（四级）第2期', 'Electrician (level 4), run 2', 'XA2022-0277-02', '36', 3],
  ] as const
  return {
    caption: say('开班，按起止日期从晚到早', 'Course runs, latest first'),
    columns: [
      { label: say('班期', 'Course run') },
      { label: say('培训机构', 'Institution') },
      { label: say('县', 'County') },
      { label: say('起止日期', 'Dates'), sort: { href: here, direction: 'descending' } },
      { label: say('学员', 'Trainees'), n: true, sort: { href: here } },
      { label: say('状态', 'State') },
    ],
    rows: rows.map(([zh, en, number, size, tag], index) => ({
      id: number,
      selected: index === 2,
      cells: [
        { text: say(zh, en), href: here, sub: number },
        { text: say('雄县示范职业培训学校', 'Xiong County Model Training School'), full: true, bare: true },
        { text: say('雄县', 'Xiong') },
        { text: '2022-11-15', num: true, sub: say('至 2022-12-06', 'to 2022-12-06') },
        { text: size, href: here, n: true },
        { tag: tags[tag] },
      ],
    })),
  }
}

export const sampleList = (say: Say): List => ({
  views: [
    { text: say('全部', 'All'), href: here, count: 186, current: true },
    { text: say('待我审核', 'For my review'), href: here, count: 9 },
    { text: say('正在培训', 'In training'), href: here, count: 61 },
    { text: say('本月结业', 'Ending this month'), href: here, count: 17 },
    { text: say('存为视图', 'Save as view'), href: here, icon: 'bookmark-plus' },
  ],
  filter: {
    action: here,
    fields: [
      {
        name: 'q',
        id: 'q',
        kind: 'text',
        label: say('班名、编号或机构', 'Name, number or institution'),
        placeholder: say('例如 ylhl', 'for example ylhl'),
      },
      {
        name: 'area',
        id: 'area',
        kind: 'select',
        label: say('县', 'County'),
        options: [{ value: '', label: say('全部', 'All') }],
      },
      {
        name: 'state',
        id: 'state',
        kind: 'select',
        label: say('状态', 'State'),
        options: [{ value: '', label: say('全部', 'All') }],
      },
      {
        name: 'month',
        id: 'month',
        kind: 'text',
        label: say('开班月份', 'Month'),
        placeholder: say('例如 2022-11', 'for example 2022-11'),
      },
    ],
    more: [
      {
        name: 'kind',
        id: 'kind',
        kind: 'select',
        label: say('培训类型', 'Programme'),
        options: [{ value: '', label: say('全部', 'All') }],
      },
    ],
  },
  chips: [
    { text: say('2022年第四季度', 'Q4 2022'), href: here },
    { text: say('补贴性培训', 'Subsidised'), href: here },
  ],
  clearHref: here,
  found: say('38 个班符合条件', '38 course runs match'),
  bulk: {
    action: here,
    label: say('个班', 'course runs'),
    selectAll: { text: say('选择全部 38 个', 'Select all 38'), href: here },
    actions: [
      { text: say('批量通过', 'Approve all'), value: 'approve', primary: true },
      { text: say('导出所选', 'Export'), value: 'export' },
    ],
  },
  table: sampleTable(say),
  pager: {
    from: 1,
    to: 5,
    total: 38,
    next: here,
    pages: ['1', '2', '3', '4', '5'].map((label, index) => ({ label, href: here, current: index === 0 })),
  },
})

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

export function sampleAnswers(say: Say): Answer[] {
  const facts = [
    { label: say('姓名', 'Name'), value: '安小荷' },
    { label: say('等级', 'Level'), value: say('四级/中级工', 'Level 4, intermediate'), strong: true },
    { label: say('证书编号', 'Number'), value: 'S000013000001224000123', num: true },
  ]
  const checkedAt = say('查验时间 2022年11月23日 14:05', 'Checked 23 November 2022, 14:05')
  return [
    {
      kind: 'valid',
      word: say('有效', 'Valid'),
      text: say('这张证书是真的，现在有效。', 'This certificate is genuine and valid now.'),
      facts,
      after: {
        text: say(
          '请把上面各项与手中的证书逐项对照，任何一项不同都请',
          'Compare each line with the paper. If one differs, ',
        ),
        link: { text: say('告诉我们', 'tell us'), href: here },
        end: say('。', '.'),
      },
      checkedAt,
      times: say('第 3 次查验', 'Checked 3 times'),
    },
    {
      kind: 'expired',
      word: say('已过期', 'Expired'),
      text: say(
        '2022年10月31日到期，已过 23 天，不能凭此上岗。',
        'Expired on 31 October 2022, 23 days ago. Not to be used for work.',
      ),
      facts,
      checkedAt,
    },
    {
      kind: 'revoked',
      word: say('已撤销', 'Revoked'),
      text: say('这张证书已不能使用。', 'This certificate can no longer be used.'),
      first: [{ label: say('撤销日期', 'Revoked on'), value: say('2022年11月22日', '22 November 2022') }],
      facts,
      checkedAt,
    },
    {
      kind: 'superseded',
      word: say('已换发新证', 'Replaced'),
      text: say('请以新证为准。', 'The new certificate counts.'),
      primary: { text: say('看新证书', 'See the new certificate'), href: here },
      facts,
      checkedAt,
    },
    {
      kind: 'not-found',
      word: say('查无此证', 'No such certificate'),
      text: say('没有编号和姓名都相符的证书。', 'No certificate matches both number and name.'),
      checks: {
        title: say('请再核对', 'Check again'),
        items: [
          say('编号是否少一位，或把 0 写成了 O', 'Is a digit missing, or a 0 typed as O?'),
          say('姓名是否与证书上一致', 'Is the name as on the certificate?'),
        ],
      },
      checkedAt,
    },
    {
      kind: 'unavailable',
      word: say('暂时无法查验', 'Cannot be checked now'),
      text: say('证书库暂时连不上，请 5 分钟后再试。', 'The register cannot be reached. Try again in 5 minutes.'),
      checkedAt,
    },
  ]
}

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
