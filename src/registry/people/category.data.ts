/**
 * Categories of trainees. The plan of 2022 names eight key groups, Hebei's circular of 2024 names six classes; they do not map
 * one to one, so both classifications are kept beside our own code. One primary category per enrolment, any number of tags.
 */
export interface PersonCategory {
  code: string
  zh: string
  en: string
  /** The group of the plan's eight under which this is reported; 残疾人 stands inside 就业困难人员. */
  seedGroup?: string
  /** The plan names it beside the eight, as an item of its own. */
  seedItem?: true
  /** Number among Hebei's six classes (六类人员). */
  hebeiClass?: 1 | 2 | 3 | 4 | 5 | 6
  /** Hebei admits it in addition to the six. */
  hebeiAlso?: true
  proof?: readonly [zh: string, en: string]
}

export const personCategories: readonly PersonCategory[] = [
  {
    code: 'G01',
    zh: '征迁（安置）群众',
    en: 'Relocated resident',
    seedGroup: 'G01',
    proof: ['安置人口库记录', 'Entry in the register of relocated residents'],
  },
  {
    code: 'G02',
    zh: '毕业年度高校毕业生',
    en: 'College graduate of the year',
    seedGroup: 'G02',
    hebeiClass: 2,
    proof: ['学信网学籍或学生证', 'Student record or student card'],
  },
  {
    code: 'G03',
    zh: '城镇青年',
    en: 'Urban youth',
    seedGroup: 'G03',
    proof: ['失业登记', 'Unemployment registration'],
  },
  { code: 'G04', zh: '退役军人', en: 'Veteran', seedGroup: 'G04', proof: ['退役证', 'Discharge certificate'] },
  {
    code: 'G05',
    zh: '农村转移就业劳动者',
    en: 'Rural worker in transfer employment',
    seedGroup: 'G05',
    hebeiClass: 4,
    proof: ['户口簿或村委会证明', 'Household register or village certificate'],
  },
  {
    code: 'G06',
    zh: '脱贫人口',
    en: 'Person lifted out of poverty',
    seedGroup: 'G06',
    proof: ['乡村振兴系统记录', 'Entry in the rural revitalisation system'],
  },
  {
    code: 'G07',
    zh: '防止返贫监测对象',
    en: 'Person monitored against return to poverty',
    hebeiClass: 1,
    proof: ['乡村振兴系统记录', 'Entry in the rural revitalisation system'],
  },
  {
    code: 'G08',
    zh: '城镇登记失业人员',
    en: 'Registered urban unemployed person',
    seedGroup: 'G08',
    hebeiClass: 5,
    proof: ['失业登记', 'Unemployment registration'],
  },
  {
    code: 'G09',
    zh: '就业困难人员',
    en: 'Person with difficulty in finding work',
    seedGroup: 'G09',
    hebeiClass: 6,
    proof: ['就业困难人员认定表', 'Decision on employment difficulty'],
  },
  {
    code: 'G10',
    zh: '残疾人',
    en: 'Person with a disability',
    seedGroup: 'G09',
    hebeiClass: 6,
    proof: ['残疾人证（含发证日期）', 'Disability card with its issue date'],
  },
  {
    code: 'G11',
    zh: '未继续升学应届初高中毕业生（两后生）',
    en: 'School leaver not continuing education',
    hebeiClass: 3,
    proof: ['毕业证', 'School certificate'],
  },
  {
    code: 'G12',
    zh: '企业职工',
    en: 'Enterprise employee',
    seedItem: true,
    hebeiAlso: true,
    proof: ['劳动合同或社保记录', 'Labour contract or social insurance record'],
  },
  { code: 'G99', zh: '其他城乡劳动者', en: 'Other worker' },
]

export const personCategoryCodes: readonly string[] = personCategories.map(({ code }) => code)

export const personCategory = (code: string): PersonCategory | undefined =>
  personCategories.find((category) => category.code === code)

/** The name for a code; an unknown code is shown as it is, never hidden. */
export const personCategoryName = (code: string, lang: 'zh-CN' | 'en'): string =>
  personCategory(code)?.[lang === 'en' ? 'en' : 'zh'] ?? code

/** Finds the code for what a roster says: a code, or the name with or without its brackets. */
export function parsePersonCategory(text: string): string | undefined {
  const bare = (name: string): string => name.replace(/（.*?）|\(.*?\)/g, '').trim()
  const wanted = text.trim()
  return personCategories.find(({ code, zh, en }) => [code, zh, en].includes(wanted) || bare(zh) === bare(wanted))?.code
}
