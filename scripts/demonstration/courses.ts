/** The courses of the demonstration: `occupation` is a code of the 2022 edition, `level` an ordinal (2 is 五级/初级工). */
export interface DemoCourse {
  key: string
  owner: string
  title: string
  occupation?: string
  workType?: string
  level?: number
  theory: number
  practice: number
  programme: string
  startUpKind?: string
  funding: 'subsidised' | 'self-funded'
  family: 'level' | 'completion'
  feeFen?: number
}

export const demoCourses: readonly DemoCourse[] = [
  { key: 'care', owner: 'weihai', title: '养老护理员（五级）', occupation: '4-10-01-05', level: 2, theory: 24, practice: 56, programme: 'skills', funding: 'subsidised', family: 'level' },
  { key: 'care4', owner: 'weihai', title: '养老护理员（四级）', occupation: '4-10-01-05', level: 3, theory: 32, practice: 64, programme: 'skills', funding: 'subsidised', family: 'level' },
  { key: 'brick', owner: 'shifan', title: '砌筑工（五级）', occupation: '6-29-01-01', level: 2, theory: 20, practice: 60, programme: 'skills', funding: 'subsidised', family: 'level' },
  { key: 'home', owner: 'shifan', title: '家政服务员（五级）', occupation: '4-10-01-06', workType: '母婴护理员', level: 2, theory: 24, practice: 48, programme: 'home-services', funding: 'subsidised', family: 'completion' },
  { key: 'electric', owner: 'qicheng', title: '电工（四级）', occupation: '6-31-01-03', level: 3, theory: 40, practice: 80, programme: 'skills', funding: 'subsidised', family: 'level' },
  { key: 'weld', owner: 'qicheng', title: '焊工（五级）', occupation: '6-18-02-04', level: 2, theory: 24, practice: 72, programme: 'special-work', funding: 'subsidised', family: 'completion' },
  { key: 'pastry', owner: 'fuzhuang', title: '中式面点师（五级）', occupation: '4-03-02-02', level: 2, theory: 20, practice: 60, programme: 'skills', funding: 'subsidised', family: 'completion' },
  { key: 'shoes', owner: 'tianjin', title: '三台鞋匠（制鞋工五级）', occupation: '6-05-04-01', level: 2, theory: 16, practice: 64, programme: 'labour-brand', funding: 'subsidised', family: 'completion' },
  { key: 'guide', owner: 'tianjin', title: '白洋淀讲解（导游）', occupation: '4-07-04-01', level: 2, theory: 30, practice: 30, programme: 'tourism', funding: 'subsidised', family: 'completion' },
  { key: 'ecommerce', owner: 'beijing', title: '互联网营销师（直播销售员五级）', occupation: '4-01-06-02', workType: '直播销售员', level: 2, theory: 24, practice: 40, programme: 'skills', funding: 'subsidised', family: 'completion' },
  { key: 'bim', owner: 'beijing', title: '建筑信息模型技术员（四级）', occupation: '4-08-08-23', level: 3, theory: 40, practice: 80, programme: 'skills', funding: 'subsidised', family: 'completion' },
  { key: 'farm', owner: 'weihai', title: '高素质农民：水产养殖', theory: 20, practice: 28, programme: 'farmer', funding: 'subsidised', family: 'completion' },
  { key: 'citizen', owner: 'fuzhuang', title: '新市民素质提升', theory: 16, practice: 8, programme: 'new-citizen', funding: 'self-funded', family: 'completion' },
  { key: 'startup', owner: 'qicheng', title: '创业培训：改善企业', theory: 40, practice: 16, programme: 'start-up', startUpKind: 'improve', funding: 'subsidised', family: 'completion' },
  { key: 'social', owner: 'beijing', title: '短视频制作（社会培训）', theory: 12, practice: 20, programme: 'social', funding: 'self-funded', family: 'completion', feeFen: 38_000 },
]
