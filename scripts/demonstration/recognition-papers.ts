import type { Application } from '../../src/papers/recognition-applications/application.service.js'
import { idCheckDigit } from '../../src/shared/id-card.js'

export type Paper = Application & { person: { name: string; idType: 'resident-id'; idNumber: string } }
export const carer = '2022:4-10-01-05'
const names = [
  '京小荷',
  '津海生',
  '苇明远',
  '芦秋实',
  '荷春晓',
  '雁长空',
  '淀清波',
  '莲心洁',
  '舟行远',
  '柳依依',
  '蒲青云',
  '菱角儿',
  '鹭飞白',
] as const

/** A paper of a neighbour, in invented hands, born in 1901. */
export function paperOf(index: number, overrides: Partial<Paper['paper']> = {}): Paper {
  const region = index % 3 === 1 ? '120000' : '110000'
  const first17 = `${region.slice(0, 3)}108190102${String(1 + (index % 27)).padStart(2, '0')}${String(index * 2 + 1).padStart(3, '0')}`
  const issuer = region === '110000' ? '北京市养老护理评价中心（样例）' : '天津市护理技能评价中心（样例）'
  return {
    county: '130638',
    person: {
      name: names[index % names.length]!,
      idType: 'resident-id',
      idNumber: `${first17}${idCheckDigit(first17)}`,
    },
    paper: {
      region,
      family: 'level-certificate',
      occupationId: carer,
      level: 3 + (index % 2),
      number: `S0000${region.slice(0, 2)}00000124${3 + (index % 2)}${String(100 + index).padStart(6, '0')}`,
      issuer,
      issuedOn: '2024-06-18',
      ...overrides,
    },
  }
}
