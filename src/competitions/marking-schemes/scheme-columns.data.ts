/** The columns of a marking scheme in a spreadsheet, one aspect a row (domain.md 4). */
export const schemeKeys = [
  'code',
  'criterionTitle',
  'subTitle',
  'module',
  'text',
  'type',
  'max',
  'spec',
  'unit',
  'bands',
  'benchmark0',
  'benchmark1',
  'benchmark2',
  'benchmark3',
  'standard',
] as const
export type SchemeKey = (typeof schemeKeys)[number]
export interface SchemeColumn {
  key: SchemeKey
  header: string
  also: readonly string[]
  required?: true
  most?: number
  width: number
  list?: readonly string[]
  note: string
}

export const typeNames = { 测量: 'measurement', 评判: 'judgement' } as const

export const schemeColumns: readonly SchemeColumn[] = [
  {
    key: 'code',
    header: '编号',
    also: ['评分点编号'],
    required: true,
    width: 10,
    note: 'A1.2：标准 A，子标准 A1，第 2 个评分点',
  },
  {
    key: 'criterionTitle',
    most: 40,
    header: '评价标准',
    also: ['标准'],
    required: true,
    width: 18,
    note: '同一字母的标准只有一个名称',
  },
  { key: 'subTitle', most: 40, header: '子标准', also: [], required: true, width: 18, note: '例如 A1 墙面垂直度' },
  { key: 'module', header: '模块', also: ['模块编号'], required: true, width: 8, note: '赛项里的模块编号' },
  { key: 'text', header: '评分点', also: ['评分内容'], required: true, width: 34, note: '一项一行' },
  {
    key: 'type',
    header: '类型',
    also: ['评分类型'],
    required: true,
    width: 8,
    list: Object.keys(typeNames),
    note: '测量按实测值给分，评判由三位裁判打 0 到 3',
  },
  { key: 'max', header: '满分', also: ['分值', '配分'], required: true, width: 8, note: '最多两位小数，全部合计 100' },
  { key: 'spec', header: '测量要求', also: ['规范'], width: 28, note: '测量填写：量什么、用什么量' },
  { key: 'unit', header: '单位', also: [], width: 8, note: '毫米、秒' },
  {
    key: 'bands',
    header: '分档',
    also: ['给分档次'],
    width: 26,
    note: '2:1.5；4:0.8；其余:0 —— 不超过 2 得 1.5，不超过 4 得 0.8；不填就是达到得满分',
  },
  ...([0, 1, 2, 3] as const).map((step): SchemeColumn => ({
    key: `benchmark${step}`,
    header: `${step} 分基准`,
    also: [`基准${step}`],
    width: 22,
    note: '评判填写：什么样算这一档',
  })),
  { key: 'standard', header: '职业标准章节', also: ['标准章节'], width: 16, note: '可以不填' },
]

export const schemeExample: readonly (readonly string[])[] = [
  [
    'A1.1',
    '砌筑质量',
    'A1 墙面',
    'M1',
    '墙面垂直度',
    '测量',
    '60',
    '2 米靠尺，取最大值',
    '毫米',
    '2:60；4:30；其余:0',
    '',
    '',
    '',
    '',
    '3.2.1',
  ],
  [
    'A2.1',
    '砌筑质量',
    'A2 观感',
    'M1',
    '灰缝饱满、清水墙整洁',
    '评判',
    '40',
    '',
    '',
    '',
    '多处空缝',
    '个别空缝',
    '饱满整洁',
    '饱满整洁，棱角完整',
    '3.2.3',
  ],
]
