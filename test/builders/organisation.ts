import { newId } from '../../src/infra/ids.js'
import { creditCodeCheck } from '../../src/shared/credit-code.js'
import { Organisation, type OrganisationRecord } from '../../src/registry/organisations/organisation.model.js'
import type { Licence } from '../../src/registry/organisations/organisation.rules.js'
import { titlePinyin } from '../../src/shared/pinyin.js'
import type { Step } from '../../src/shared/timeline.js'

let serial = 0
/** A valid code that no other test has. */
export function newCreditCode(): string {
  const first17 = `91133100MA${String((serial += 1)).padStart(7, '0')}`
  return first17 + creditCodeCheck(first17)
}

export const bricklayerLicence = {
  occupation: 'bricklayer',
  maxLevel: 4,
  from: '2022-01-01',
  to: '2024-12-31',
  document: '雄人社培〔2022〕1号',
}

/** An approved training institution of 安新县; each test sets the field it is about. */
type Overrides = Partial<Omit<OrganisationRecord, 'timeline' | 'licences'>> & {
  timeline?: Step[]
  licences?: Licence[]
}
export async function saveOrganisation(overrides: Overrides = {}): Promise<string> {
  const { name = '雄安苇海职业技能培训学校' } = overrides
  const _id = overrides._id ?? newId()
  await Organisation.create([
    {
      _id,
      name,
      ...titlePinyin(name),
      creditCode: newCreditCode(),
      capabilities: ['training-institution'],
      homeRegion: '133100',
      region: '130632',
      address: '安新县建设大街1号',
      contactName: '刘海峰',
      contactPhone: '0312-5551234',
      licences: [bricklayerLicence],
      state: 'approved',
      timeline: [],
      createdAt: new Date('2022-01-01T00:00:00Z'),
      ...overrides,
    },
  ])
  return String(_id)
}

/** What a browser posts for a complete filing. */
export const organisationFields = (overrides: Record<string, string | string[]> = {}) => ({
  name: '容城服装技能培训中心',
  creditCode: newCreditCode(),
  capabilities: ['training-institution'],
  homeRegion: '130629',
  region: '130629',
  address: '容城县容城镇奥威路1号',
  contactName: '米春燕',
  contactPhone: '13800001234',
  certificatePrefix: '',
  'licence-0-occupation': 'bricklayer',
  'licence-0-level': '4',
  'licence-0-from': '2022-01-01',
  'licence-0-to': '2024年12月31日',
  'licence-0-document': '',
  'licence-1-occupation': '',
  'licence-1-level': '',
  'licence-1-from': '',
  'licence-1-to': '',
  'licence-1-document': '',
  ...overrides,
})
