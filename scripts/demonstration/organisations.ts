import type { Capability } from '../../src/registry/organisations/organisation.model.js'

export interface DemoOrganisation {
  key: string
  name: string
  creditCode: string
  capabilities: Capability[]
  homeRegion: string
  region: string
  address: string
  certificatePrefix?: string
  /** how far it got: approved unless said otherwise */
  state?: 'draft' | 'submitted' | 'returned' | 'suspended'
}

/** Three counties, Beijing and Tianjin; invented names, and credit codes whose check digit is right. */
export const demoOrganisations: readonly Omit<DemoOrganisation, 'creditCode'>[] = [
  {
    key: 'weihai',
    name: '雄安苇海职业技能培训学校',
    capabilities: ['training-institution'],
    homeRegion: '130632',
    region: '130632',
    address: '安新县安新镇苇海路 8 号（样例）',
  },
  {
    key: 'shifan',
    name: '雄县示范职业培训学校',
    capabilities: ['training-institution', 'vocational-school'],
    homeRegion: '130638',
    region: '130638',
    address: '雄县雄州镇教育街 16 号（样例）',
  },
  {
    key: 'fuzhuang',
    name: '容城服装技能培训中心',
    capabilities: ['training-institution', 'practice-base'],
    homeRegion: '130629',
    region: '130629',
    address: '容城县容城镇服装城路 3 号（样例）',
  },
  {
    key: 'qicheng',
    name: '雄安启程技工学校',
    capabilities: ['vocational-school', 'training-institution'],
    homeRegion: '133100',
    region: '130629',
    address: '容东片区启程路 1 号（样例）',
  },
  {
    key: 'beijing',
    name: '北京京安职业技术培训学校',
    capabilities: ['training-institution'],
    homeRegion: '110000',
    region: '130638',
    address: '北京市丰台区（样例）',
  },
  {
    key: 'tianjin',
    name: '天津津雄职业培训学院',
    capabilities: ['training-institution'],
    homeRegion: '120000',
    region: '130632',
    address: '天津市西青区（样例）',
  },
  {
    key: 'luhua',
    name: '雄安芦花职业技能评价中心',
    capabilities: ['assessment-body'],
    homeRegion: '133100',
    region: '130629',
    address: '容西片区（样例）',
    certificatePrefix: 'S000013000001',
  },
  {
    key: 'baiyang',
    name: '白洋淀技能评价有限公司',
    capabilities: ['assessment-body'],
    homeRegion: '130632',
    region: '130632',
    address: '安新县（样例）',
    certificatePrefix: 'S000013000002',
  },
  {
    key: 'xinqu',
    name: '雄安新程建设有限公司',
    capabilities: ['enterprise'],
    homeRegion: '133100',
    region: '130638',
    address: '雄县昝岗片区（样例）',
  },
  {
    key: 'new',
    name: '安新水乡技能学校',
    capabilities: ['training-institution'],
    homeRegion: '130632',
    region: '130632',
    address: '安新县端村镇（样例）',
    state: 'submitted',
  },
  {
    key: 'back',
    name: '容城云帆培训中心',
    capabilities: ['training-institution'],
    homeRegion: '130629',
    region: '130629',
    address: '容城县小里镇（样例）',
    state: 'returned',
  },
  {
    key: 'stopped',
    name: '雄县速成培训部',
    capabilities: ['training-institution'],
    homeRegion: '130638',
    region: '130638',
    address: '雄县（样例）',
    state: 'suspended',
  },
]
