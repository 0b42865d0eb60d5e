/** What an entry of the classification holds, and the ten fields in which this office groups occupations. */
export type OccupationField =
  | 'care'
  | 'home'
  | 'building'
  | 'making'
  | 'digital'
  | 'commerce'
  | 'hospitality'
  | 'transport'
  | 'property'
  | 'farming'

export const occupationFields: readonly { code: OccupationField; zh: string; en: string }[] = [
  { code: 'care', zh: '养老托育与健康', en: 'Care and health' },
  { code: 'home', zh: '家政与生活服务', en: 'Home and personal services' },
  { code: 'building', zh: '建筑与安装', en: 'Building and installation' },
  { code: 'making', zh: '制造', en: 'Manufacturing' },
  { code: 'digital', zh: '数字技术', en: 'Digital technology' },
  { code: 'commerce', zh: '电子商务', en: 'E-commerce' },
  { code: 'hospitality', zh: '文旅与餐饮', en: 'Tourism and catering' },
  { code: 'transport', zh: '物流与运输', en: 'Logistics and transport' },
  { code: 'property', zh: '物业、安保与园林', en: 'Property, security and gardens' },
  { code: 'farming', zh: '农业', en: 'Agriculture' },
]

export interface OccupationEntry {
  edition: '1999' | '2015' | '2022'
  code: string
  name: string
  nameEn: string
  lineage: string
  /** Ordinals that the standard offers; a sample unless the occupation is in `confirmedLevels`. */
  levels: readonly number[]
  workTypes: readonly string[]
  field: OccupationField
  /** V confirmed in a stored standard, W only in a weak list, M from memory: W and M carry 待核 on screen. */
  status: 'V' | 'W' | 'M'
}
