/**
 * Occupations by the national classification (职业分类大典), reviewed by hand: lists found on the web contain invented codes.
 * The same code means another occupation in another edition, so the key is (edition, code), and rules about
 * "the same occupation" run on `lineage`, never on a name (保育员 = 保育师).
 */
import { occupationFields } from './occupation-field.data.js'
import type { OccupationEntry, OccupationField } from './occupation-field.data.js'
import { oldOccupations } from './occupation-lineage.data.js'

export { occupationFields } from './occupation-field.data.js'
export type { OccupationEntry, OccupationField } from './occupation-field.data.js'

const five = [2, 3, 4, 5, 6]
const upperThree = [4, 5, 6]
const lowerThree = [2, 3, 4]

const now = (
  code: string,
  name: string,
  nameEn: string,
  lineage: string,
  field: OccupationField,
  status: 'V' | 'W' | 'M',
  levels: readonly number[] = five,
  workTypes: readonly string[] = [],
): OccupationEntry => ({ edition: '2022', code, name, nameEn, lineage, levels, workTypes, field, status })

const current: readonly OccupationEntry[] = [
  now('4-10-01-05', '养老护理员', 'Elderly care worker', 'elderly-care-worker', 'care', 'V'),
  now('4-10-01-01', '婴幼儿发展引导员', 'Infant development guide', 'infant-development-guide', 'care', 'V'),
  now('4-10-01-03', '保育师', 'Nursery carer', 'nursery-carer', 'care', 'M'),
  now('4-10-01-04', '孤残儿童护理员', 'Carer of orphaned and disabled children', 'special-child-carer', 'care', 'M'),
  now('4-10-01-06', '家政服务员', 'Domestic service worker', 'domestic-service-worker', 'home', 'M', five, [
    '母婴护理员',
    '整理收纳师',
  ]),
  now('4-14-01-02', '医疗护理员', 'Medical care assistant', 'medical-care-assistant', 'care', 'M'),
  now('4-14-01-03', '健康照护师', 'Health carer', 'health-carer', 'care', 'M'),
  now('4-14-02-02', '健康管理师', 'Health manager', 'health-manager', 'care', 'M', upperThree),
  now(
    '4-14-02-05',
    '老年人能力评估师',
    'Assessor of abilities of older people',
    'elderly-ability-assessor',
    'care',
    'M',
    upperThree,
  ),
  now('4-14-03-06', '康复辅助技术咨询师', 'Assistive technology adviser', 'assistive-technology-adviser', 'care', 'M'),
  now('4-10-04-02', '保健按摩师', 'Massage therapist', 'massage-therapist', 'home', 'M'),
  now('4-10-03-01', '美容师', 'Beautician', 'beautician', 'home', 'M'),
  now('4-10-03-02', '美发师', 'Hairdresser', 'hairdresser', 'home', 'M'),
  now('6-31-01-03', '电工', 'Electrician', 'electrician', 'building', 'V'),
  now('6-18-02-04', '焊工', 'Welder', 'welder', 'making', 'V', five, ['电焊工', '气焊工', '钎焊工', '焊接设备操作工']),
  now('6-29-01-01', '砌筑工', 'Bricklayer', 'bricklayer', 'building', 'W'),
  now('6-29-01-03', '混凝土工', 'Concrete worker', 'concrete-worker', 'building', 'M'),
  now('6-29-01-04', '钢筋工', 'Steel fixer', 'steel-fixer', 'building', 'M'),
  now('6-29-01-05', '架子工', 'Scaffolder', 'scaffolder', 'building', 'M'),
  now('6-29-03-04', '管工', 'Pipe fitter', 'pipe-fitter', 'building', 'M'),
  now('6-29-04-01', '装饰装修工', 'Decorator', 'decorator', 'building', 'M'),
  now(
    '6-30-05-01',
    '起重装卸机械操作工',
    'Lifting machine operator',
    'lifting-machine-operator',
    'transport',
    'M',
    five,
    ['叉车司机', '桥式起重机司机'],
  ),
  now('4-08-08-23', '建筑信息模型技术员', 'BIM technician', 'bim-technician', 'digital', 'W'),
  now('4-01-06-01', '电子商务师', 'E-commerce specialist', 'e-commerce-specialist', 'commerce', 'W'),
  now('4-01-06-02', '互联网营销师', 'Internet marketer', 'internet-marketer', 'commerce', 'W', five, [
    '选品员',
    '直播销售员',
    '视频创推员',
    '平台管理员',
  ]),
  now('4-02-04-06', '无人机驾驶员', 'Drone pilot', 'drone-pilot', 'digital', 'M'),
  now('6-23-03-15', '无人机装调检修工', 'Drone fitter and repairer', 'drone-fitter', 'making', 'M'),
  now('6-31-07-03', '工业机器人系统操作员', 'Industrial robot operator', 'industrial-robot-operator', 'making', 'W'),
  now('4-04-05-01', '计算机程序设计员', 'Computer programmer', 'computer-programmer', 'digital', 'W'),
  now('6-05-04-01', '制鞋工', 'Shoemaker', 'shoemaker', 'making', 'M'),
  now('4-07-04-01', '导游', 'Tour guide', 'tour-guide', 'hospitality', 'M'),
  now('4-03-02-01', '中式烹调师', 'Chinese cuisine cook', 'chinese-cook', 'hospitality', 'W'),
  now('4-03-02-02', '中式面点师', 'Chinese pastry cook', 'chinese-pastry-cook', 'hospitality', 'W'),
  now('4-03-02-05', '餐厅服务员', 'Restaurant attendant', 'restaurant-attendant', 'hospitality', 'M'),
  now('4-03-01-02', '客房服务员', 'Hotel room attendant', 'room-attendant', 'hospitality', 'W', lowerThree),
  now('4-02-07-08', '快递员', 'Courier', 'courier', 'transport', 'M'),
  now('4-02-07-10', '网约配送员', 'Delivery rider', 'delivery-rider', 'transport', 'M'),
  now('4-02-06-01', '仓储管理员', 'Warehouse keeper', 'warehouse-keeper', 'transport', 'M'),
  now('4-02-06-05', '供应链管理师', 'Supply chain manager', 'supply-chain-manager', 'transport', 'W', upperThree),
  now('4-12-01-01', '汽车维修工', 'Motor vehicle mechanic', 'motor-mechanic', 'transport', 'W'),
  now('4-07-05-01', '保安员', 'Security guard', 'security-guard', 'property', 'M'),
  now('4-07-05-04', '消防设施操作员', 'Fire equipment operator', 'fire-equipment-operator', 'property', 'M'),
  now('4-06-01-01', '物业管理员', 'Property manager', 'property-manager', 'property', 'M'),
  now('4-09-08-01', '保洁员', 'Cleaner', 'cleaner', 'property', 'M', lowerThree),
  now('4-09-10-01', '园林绿化工', 'Gardener', 'gardener', 'property', 'M'),
  now('5-05-01-02', '农业经理人', 'Farm manager', 'farm-manager', 'farming', 'M'),
]

/** Every edition, the one in force first. */
export const occupations: readonly OccupationEntry[] = [...current, ...oldOccupations]

/** `<edition>:<code>`, the `_id` of the stored record. */
export const occupationId = (entry: Pick<OccupationEntry, 'edition' | 'code'>): string =>
  `${entry.edition}:${entry.code}`

/** Ids whose `levels` were read in the standard itself. None yet: all level lists are shown as samples. */
export const confirmedLevels: ReadonlySet<string> = new Set()

export const occupationFieldName = (code: OccupationField, lang: 'zh-CN' | 'en'): string =>
  occupationFields.find((field) => field.code === code)![lang === 'en' ? 'en' : 'zh']
