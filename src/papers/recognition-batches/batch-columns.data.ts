import { registryColumns, type RegistryKey } from '../source-registers/registry-columns.data.js'

/** An application by file: what the paper says, where it comes from and which county handles it. */
export const batchKeys = [
  'name',
  'idNumber',
  'phone',
  'region',
  'family',
  'occupation',
  'edition',
  'level',
  'number',
  'issuer',
  'issuedOn',
  'expiresOn',
  'county',
] as const
export type BatchKey = (typeof batchKeys)[number]
export interface BatchColumn {
  key: BatchKey
  header: string
  also: readonly string[]
  required: boolean
  most?: number
  width: number
  list?: readonly string[]
  example: string
}

const paperColumns: readonly RegistryKey[] = [
  'name',
  'idNumber',
  'family',
  'occupation',
  'edition',
  'level',
  'number',
  'issuer',
  'issuedOn',
  'expiresOn',
]
/** Those whose cells are read as in a register. */
export const sharedColumns = registryColumns.filter(({ key }) => paperColumns.includes(key))

const own: Record<'phone' | 'region' | 'county', { header: string; required: boolean }> = {
  phone: { header: '手机号码', required: false },
  region: { header: '发证地', required: true },
  county: { header: '办理县', required: true },
}
const widths: Partial<Record<BatchKey, number>> = { idNumber: 24, number: 28, issuer: 30, occupation: 20, family: 20 }
export const regionNames = { 110000: '北京市', 120000: '天津市', 130000: '河北省' } as const
export const countyNames = { 130629: '容城县', 130632: '安新县', 130638: '雄县' } as const
const lists: Partial<Record<BatchKey, readonly string[]>> = {
  region: Object.values(regionNames),
  county: Object.values(countyNames),
  family: ['职业技能等级证书', '职业资格证书', '专项职业能力证书', '培训合格证书'],
  edition: ['2022', '2015', '1999'],
  level: ['五级/初级工', '四级/中级工', '三级/高级工', '二级/技师', '一级/高级技师'],
}
const examples: Record<BatchKey, string> = {
  name: '苇明远（示例）',
  idNumber: '110108190101010034',
  phone: '13800001234',
  region: '北京市',
  family: '职业技能等级证书',
  occupation: '养老护理员',
  edition: '2022',
  level: '三级/高级工',
  number: 'S000011000001243000456',
  issuer: '北京市养老护理评价中心',
  issuedOn: '2024-06-18',
  expiresOn: '',
  county: '安新县',
}

export const batchColumns: readonly BatchColumn[] = batchKeys.map((key) => {
  const shared = registryColumns.find((column) => column.key === key)
  const { header, required } = shared ?? own[key as keyof typeof own]
  return {
    key,
    header,
    also: shared?.also ?? [],
    ...(shared?.most && { most: shared.most }),
    required,
    width: widths[key] ?? 14,
    ...(lists[key] && { list: lists[key] }),
    example: examples[key],
  }
})
export const exampleMark = '（示例）'
