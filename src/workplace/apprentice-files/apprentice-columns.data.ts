import type { NamedColumn } from '../../shared/columns.js'
import { exampleRow, rosterColumn, type RosterKey } from '../../training/roster-files/roster-columns.data.js'

export const personKeys = ['name', 'idType', 'idNumber', 'sex', 'birthOn', 'phone', 'category'] as const
export const ownKeys = [
  'post',
  'from',
  'labourFrom',
  'labourTo',
  'labourSigned',
  'trainingFrom',
  'trainingTo',
  'trainingSigned',
  'mentor',
] as const
export type OwnKey = (typeof ownKeys)[number]
export type ApprenticeKey = (typeof personKeys)[number] | OwnKey
export const apprenticeKeys: readonly ApprenticeKey[] = [...personKeys, ...ownKeys]

export interface ApprenticeColumn extends NamedColumn<ApprenticeKey> {
  width: number
  list?: readonly string[]
  note: string
}
const day = '例如 2022-03-01'
const both = '起、止、签订日期三格一起填，或一起留空'
const own: Readonly<Record<OwnKey, Omit<ApprenticeColumn, 'key'>>> = {
  post: { header: '岗位', also: ['工作岗位', '职务'], width: 16, note: '可以不填' },
  from: { header: '入班日期', also: ['开始日期'], width: 14, note: `${day}；不填按开班日或今天` },
  labourFrom: { header: '劳动合同开始', also: ['劳动合同起'], width: 14, note: both },
  labourTo: { header: '劳动合同结束', also: ['劳动合同止'], width: 14, note: both },
  labourSigned: { header: '劳动合同签订', also: [], width: 14, note: both },
  trainingFrom: { header: '培养协议开始', also: ['培养协议起'], width: 14, note: both },
  trainingTo: { header: '培养协议结束', also: ['培养协议止'], width: 14, note: both },
  trainingSigned: { header: '培养协议签订', also: [], width: 14, note: both },
  mentor: { header: '企业导师', also: ['导师', '师傅'], width: 14, note: '导师账号上的姓名；可以不填，以后再结对' },
}

/** A person as on every roster, then what the enterprise knows; cooperation agreement and teachers are not of one person. */
export const apprenticeColumns: readonly ApprenticeColumn[] = [
  ...personKeys.map((key): ApprenticeColumn => ({ ...rosterColumn(key satisfies RosterKey), key })),
  ...ownKeys.map((key): ApprenticeColumn => ({ ...own[key], key })),
]
const example: Readonly<Partial<Record<ApprenticeKey, string>>> = {
  ...exampleRow,
  post: '砌筑岗',
  from: '2022-03-01',
  labourFrom: '2022-01-01',
  labourTo: '2024-12-31',
  labourSigned: '2021-12-20',
  trainingFrom: '2022-03-01',
  trainingTo: '2024-02-29',
  trainingSigned: '2022-02-20',
}
export const apprenticeExample: readonly string[] = apprenticeKeys.map((key) => example[key] ?? '')
