/** Earlier names and codes of occupations that still stand on certificates; `lineage` says what each is today. */
import type { OccupationEntry } from './occupation-field.data.js'

const five = [2, 3, 4, 5, 6]

const old = (
  edition: '1999' | '2015',
  code: string,
  name: string,
  nameEn: string,
  lineage: string,
  field: OccupationEntry['field'],
  status: OccupationEntry['status'],
): OccupationEntry => ({ edition, code, name, nameEn, lineage, levels: five, workTypes: [], field, status })

export const oldOccupations: readonly OccupationEntry[] = [
  old('2015', '4-10-01-02', '育婴员', 'Infant carer', 'infant-development-guide', 'care', 'M'),
  old('2015', '4-10-01-03', '保育员', 'Nursery worker', 'nursery-carer', 'care', 'M'),
  old('1999', '4-07-12-01', '保育员', 'Nursery worker', 'nursery-carer', 'care', 'W'),
  old('1999', '4-07-12-02', '家政服务员', 'Domestic service worker', 'domestic-service-worker', 'home', 'W'),
  old('1999', '4-07-12-03', '养老护理员', 'Elderly care worker', 'elderly-care-worker', 'care', 'W'),
  old('1999', '6-04-02-05', '焊工', 'Welder', 'welder', 'making', 'W'),
  old('1999', '6-07-06-05', '维修电工', 'Maintenance electrician', 'electrician', 'building', 'W'),
  old('1999', '4-99-00-01', '电子商务师', 'E-commerce specialist', 'e-commerce-specialist', 'commerce', 'W'),
  old('1999', '4-07-04-01', '美容师', 'Beautician', 'beautician', 'home', 'W'),
  old('1999', '4-03-01-02', '中式面点师', 'Chinese pastry cook', 'chinese-pastry-cook', 'hospitality', 'W'),
]
