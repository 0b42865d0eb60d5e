import { idDocumentTypes } from '../../shared/id-card.js'
import { idTypeNames } from '../../training/roster-files/roster-columns.data.js'

export const entryKeys = ['team', 'name', 'idType', 'idNumber', 'birthOn', 'phone', 'identity', 'honour'] as const
export type EntryKey = (typeof entryKeys)[number]
export interface EntryColumn {
  key: EntryKey
  header: string
  also: readonly string[]
  required?: true
  most?: number
  width: number
  list?: readonly string[]
  note: string
}

export const identityNames = { 职工: 'worker', 学生: 'student', 教师: 'teacher' } as const
export const honourNames = {
  没有: 'none',
  中华技能大奖: 'grand-skills-award',
  全国技术能手: 'national-expert',
} as const

/** One contestant a row; rows of one team carry the same team name. */
export const entryColumns: readonly EntryColumn[] = [
  { key: 'team', header: '队名', also: ['代表队'], most: 30, width: 18, note: '单人赛不填；同一队的几行写同样的队名' },
  { key: 'name', header: '姓名', also: ['选手姓名'], required: true, width: 14, note: '与证件一致' },
  {
    key: 'idType',
    header: '证件类型',
    also: [],
    width: 22,
    list: idDocumentTypes.map((type) => idTypeNames[type][0]),
    note: '不填按居民身份证',
  },
  {
    key: 'idNumber',
    header: '证件号码',
    also: ['身份证号', '身份证号码'],
    required: true,
    width: 24,
    note: '本列是文本格式，请不要改成数字',
  },
  {
    key: 'birthOn',
    header: '出生日期',
    also: ['出生年月日', '生日'],
    width: 14,
    note: '例如 1901-05-20；居民身份证可以不填',
  },
  { key: 'phone', header: '手机号码', also: ['手机', '联系电话'], width: 16, note: '可以不填' },
  {
    key: 'identity',
    header: '参赛身份',
    also: ['身份'],
    required: true,
    width: 12,
    list: Object.keys(identityNames),
    note: '职工、学生、教师',
  },
  {
    key: 'honour',
    header: '已获荣誉',
    also: ['荣誉'],
    width: 18,
    list: Object.keys(honourNames),
    note: '没有可以不填',
  },
]
export const entryExample: readonly string[] = [
  '',
  '安小荷（示例）',
  '居民身份证',
  '130632190101010025',
  '',
  '13800001234',
  '职工',
  '没有',
]
export const exampleMark = '（示例）'
