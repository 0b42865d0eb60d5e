import type { List, Table } from '../../web/table-models.js'
import { here, sampleTags, type Say } from './say.view.js'

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

export function rowErrorTable(say: Say) {
  return {
    caption: say('有错的行', 'Rows with errors'),
    columns: [
      { label: say('姓名', 'Name') },
      { label: say('证件号码', 'ID number') },
      { label: say('要改的地方', 'What to correct') },
    ],
    rows: [
      {
        cells: [
          { text: '侯二妮' },
          { text: '130638********002X', num: true, full: true },
          {
            rowErrors: [
              {
                column: say('证件号码', 'ID number'),
                text: say('最后一位应为 4，请核对身份证', 'The last digit should be 4; check the ID card'),
              },
              {
                column: say('手机号码', 'Mobile'),
                text: say('少 1 位，请填写 11 位手机号码', 'One digit is missing; enter 11 digits'),
              },
            ],
          },
        ],
      },
    ],
  }
}

export function smallTable(say: Say) {
  const row = (name: string, times: string, people: string) => ({
    cells: [{ text: name }, { text: times, href: here, n: true }, { text: people, href: here, n: true }],
  })
  return {
    caption: say('各县完成情况', 'By county'),
    plain: true,
    small: true,
    columns: [
      { label: say('县', 'County') },
      { label: say('人次', 'Person-times'), n: true },
      { label: say('人', 'People'), n: true },
    ],
    rows: [
      row(say('雄县', 'Xiong'), '1,586', '1,462'),
      row(say('容城县', 'Rongcheng'), '1,402', '1,291'),
      row(say('安新县', 'Anxin'), '1,324', '1,215'),
    ],
    foot: row(say('合计', 'Total'), '4,312', '3,968').cells,
  }
}

export const rows = (say: Say) => [
  {
    text: say('开班备案：砌筑工（五级）第3期', 'Filing: Bricklayer (level 5), run 3'),
    href: here,
    sub: say('雄县示范职业培训学校', 'Xiong County Model Training School'),
    tag: { kind: 'wait' as const, text: say('今天到期', 'Due today') },
  },
  {
    text: say('公示期满：第四批开班公示', 'Notice period over: fourth batch'),
    href: here,
    sub: say('无异议，可以结束', 'No objections'),
    right: '11-25',
    time: true,
  },
]
