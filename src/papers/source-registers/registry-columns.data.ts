import { familyNames, type SourceFamily } from '../recognition-agreements/agreement.data.js'

/** The columns of a register that Beijing or Tianjin sends; `also` are names seen in other exports. */
export const registryKeys = [
  'name',
  'idNumber',
  'number',
  'issuer',
  'family',
  'occupation',
  'edition',
  'level',
  'issuedOn',
  'expiresOn',
  'status',
  'statusOn',
  'asOf',
] as const
export type RegistryKey = (typeof registryKeys)[number]
export interface RegistryColumn {
  key: RegistryKey
  header: string
  also: readonly string[]
  required: boolean
  /** characters that the papers made from it can print */
  most?: number
}

const column = (key: RegistryKey, header: string, also: readonly string[] = [], required = true): RegistryColumn => ({
  key,
  header,
  also,
  required,
})
export const registryColumns: readonly RegistryColumn[] = [
  column('name', '姓名', ['持证人']),
  column('idNumber', '证件号码', ['身份证号', '身份证号码', '证件号']),
  column('number', '证书编号', ['证书号码', '编号']),
  { ...column('issuer', '发证机构', ['评价机构', '发证单位']), most: 60 },
  column('family', '证书类别', ['证书类型']),
  { ...column('occupation', '职业名称', ['职业', '职业（工种）']), most: 60 },
  column('edition', '职业分类版本', ['大典版本', '版本']),
  column('level', '等级', ['技能等级', '职业技能等级']),
  column('issuedOn', '发证日期', ['颁证日期']),
  column('expiresOn', '有效期至', [], false),
  column('status', '状态', ['证书状态']),
  column('statusOn', '状态日期', [], false),
  column('asOf', '数据日期', ['数据截止日期']),
]

export const sourceStatuses = ['valid', 'suspended', 'expired', 'revoked'] as const
export type SourceStatus = (typeof sourceStatuses)[number]
export const statusNames: Readonly<Record<SourceStatus, readonly string[]>> = {
  valid: ['有效', '正常'],
  suspended: ['暂停', '暂停使用'],
  expired: ['过期', '已过期', '失效'],
  revoked: ['撤销', '已撤销', '注销', '已注销', '作废'],
}

export const familyOf = (text: string): SourceFamily | undefined =>
  (Object.keys(familyNames) as SourceFamily[]).find((family) => family === text || familyNames[family] === text)
