import { idCheckDigit } from '../../src/shared/id-card.js'
import { repeatable } from './random.js'

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const given = [
  ...'安荷苇波涛莲芳淀泽洋雁鸥鹭清河润春夏秋冬梅兰竹菊松柏桂琴棋书画文武明亮光辉国建军强伟勇杰鹏飞翔宇航志远思源慧敏静淑娟丽娜婷雪霞红艳玲萍燕云霄浩博晨曦阳昕悦怡然子轩梓涵俊峰立新永福长庆玉珍秀英桂芝',
]
/** Names that try the fonts and the fields. */
const rare = [
  '阿卜杜热西提·买买提',
  '㛃小荷',
  '䶮明远',
  '尉迟文泽',
  '万俟清',
  '单春燕',
  '仇永福',
  '解志远',
  '张𡛺',
  '欧阳雁飞',
]
const areas = ['130629', '130632', '130638', '130982', '130628'] as const
export const groupCodes = ['G01', 'G02', 'G03', 'G04', 'G05', 'G06', 'G08', 'G09'] as const

export interface DemoPerson {
  name: string
  idNumber: string
  phone: string
  category: string
  tags: string[]
  county: string
  sex: 'male' | 'female'
}

const holderFirst17 = '13063219010523088'
/** Whose account is printed as trainee1: comes through every leg, so that one account holds one of everything. */
export const holder: DemoPerson = {
  name: '安小荷',
  idNumber: `${holderFirst17}${idCheckDigit(holderFirst17)}`,
  phone: '13903129999',
  sex: 'female',
  category: 'G05',
  tags: [],
  county: '130632',
}

/** Invented people, born in 1901 so that no living person's number is hit; all eight key groups, some with tags. */
export function inventPeople(count: number): DemoPerson[] {
  const random = repeatable(19_010_101)
  return Array.from({ length: count }, (_, i) => {
    const area = areas[i % areas.length]!
    // Five areas, 28 days and twelve months before an order number is needed twice; its last digit tells the sex.
    const day = `1901${String(1 + (Math.floor(i / 140) % 12)).padStart(2, '0')}${String(1 + (Math.floor(i / 5) % 28)).padStart(2, '0')}`
    const order = String(1 + 2 * Math.floor(i / 1680) + random.between(0, 1)).padStart(3, '0')
    const first17 = `${area}${day}${order}`
    const name =
      i < rare.length
        ? rare[i]!
        : `${random.pick(surnames)}${random.pick(given)}${random.chance(0.75) ? random.pick(given) : ''}`
    return {
      name,
      idNumber: `${first17}${idCheckDigit(first17)}`,
      phone: `1390312${String(1000 + i)
        .padStart(4, '0')
        .slice(-4)}`,
      sex: Number(order) % 2 === 1 ? 'male' : 'female',
      category: random.chance(0.06) ? 'G12' : groupCodes[i % groupCodes.length]!,
      tags: random.chance(0.15) ? [random.pick(groupCodes)] : [],
      county: area.startsWith('13098') || area === '130628' ? '130638' : area,
    }
  })
}
