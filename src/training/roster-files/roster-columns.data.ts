import { personCategories } from '../../registry/people/category.data.js'
import { idDocumentTypes, type IdDocumentType } from '../../shared/id-card.js'
import { counties, newAreaDistricts, regionFullName, regionOf, townsOf } from '../../shared/regions.js'
import { provinces } from '../../shared/regions.data.js'

export const rosterKeys = [
  'name',
  'idType',
  'idNumber',
  'sex',
  'birthOn',
  'phone',
  'category',
  'tags',
  'residence',
] as const
export type RosterKey = (typeof rosterKeys)[number]

export interface RosterColumn {
  key: RosterKey
  header: string
  /** what other systems call it */
  also: readonly string[]
  required?: true
  width: number
  list?: readonly string[]
  note: string
}

export const idTypeNames: Readonly<Record<IdDocumentType, readonly [zh: string, en: string]>> = {
  'resident-id': ['居民身份证', 'Resident ID card'],
  passport: ['护照', 'Passport'],
  'hk-macao-permit': ['港澳居民来往内地通行证', 'Hong Kong and Macao permit'],
  'taiwan-permit': ['台湾居民来往大陆通行证', 'Taiwan permit'],
  'foreigner-permanent-residence': ['外国人永久居留身份证', 'Foreign permanent resident ID card'],
  'officer-card': ['军官证', 'Officer card'],
}
export const sexNames = { male: ['男', 'Male'], female: ['女', 'Female'] } as const

const codes = [...newAreaDistricts, ...counties.flatMap((county) => [county, ...townsOf(county.code)])].map(
  ({ code }) => code,
)
/** The full name of every place that the list offers, by its code. */
export const residenceNames: ReadonlyMap<string, string> = new Map(
  [...codes, ...provinces.map(([code]) => code)]
    .filter((code) => regionOf(code))
    .map((code) => [code, regionFullName(code, 'zh-CN')]),
)

/** The columns of the template in their order (domain.md 1.5); what nothing here needs is not asked for. */
export const rosterColumns: readonly RosterColumn[] = [
  {
    key: 'name',
    header: '姓名',
    also: ['学员姓名', '考生姓名', 'name'],
    required: true,
    width: 18,
    note: '与证件一致，中间的点写作 ·',
  },
  {
    key: 'idType',
    header: '证件类型',
    also: ['证件种类', 'documenttype'],
    width: 24,
    list: idDocumentTypes.map((type) => idTypeNames[type][0]),
    note: '不填按居民身份证',
  },
  {
    key: 'idNumber',
    header: '证件号码',
    also: ['身份证号', '身份证号码', '公民身份号码', '证件号', 'idnumber'],
    required: true,
    width: 24,
    note: '本列是文本格式，请不要改成数字',
  },
  { key: 'sex', header: '性别', also: ['sex'], width: 8, list: ['男', '女'], note: '居民身份证可以不填' },
  {
    key: 'birthOn',
    header: '出生日期',
    also: ['出生年月日', '生日', 'birthdate'],
    width: 14,
    note: '例如 1901-05-20；居民身份证可以不填',
  },
  {
    key: 'phone',
    header: '手机号码',
    also: ['手机', '手机号', '联系电话', '电话', 'phone'],
    width: 16,
    note: '11 位手机号码，可以不填',
  },
  {
    key: 'category',
    header: '人员类别',
    also: ['人员类别主', '人员类型', '类别', 'category'],
    required: true,
    width: 34,
    list: personCategories.map(({ zh }) => zh),
    note: '只选一个主类别，决定资金与统计口径',
  },
  { key: 'tags', header: '重点群体标签', also: ['重点群体', '标签', 'tags'], width: 30, note: '可填多个，用顿号分开' },
  {
    key: 'residence',
    header: '常住地',
    also: ['居住地', '现住址', 'residence'],
    width: 24,
    list: [...residenceNames.values()],
    note: '从列表中选择，可以不填',
  },
]

export const rosterColumn = (key: RosterKey): RosterColumn => rosterColumns.find((column) => column.key === key)!

/** The line that the template shows; it is passed over when it was left in. */
export const exampleMark = '（示例）'
export const exampleRow: Readonly<Partial<Record<RosterKey, string>>> = {
  name: `安小荷${exampleMark}`,
  idType: '居民身份证',
  idNumber: '130632190101010025',
  sex: '女',
  birthOn: '1901-01-01',
  phone: '13800001234',
  category: '农村转移就业劳动者',
  tags: '脱贫人口',
  residence: '安新县三台镇',
}
