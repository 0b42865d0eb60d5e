import type { Words } from '../../shared/words.js'

/** The programmes of the plan in its own words; a course, a run and a person-time call one the same. */
export const programmeWords = {
  'programme-skills': ['职业技能培训', 'Vocational skills'],
  'programme-social': ['社会性培训', 'Social training'],
  'programme-new-citizen': ['新市民素质提升', 'New-citizen courses'],
  'programme-start-up': ['创业培训', 'Start-up courses'],
  'programme-dual-certificate': ['“双证”培训', 'Dual-certificate training'],
  'programme-special-work': ['特种作业和高危行业培训', 'Special and high-risk work'],
  'programme-labour-brand': ['劳务品牌培训', 'Labour-brand training'],
  'programme-farmer': ['高素质农民培育', 'Training of farmers'],
  'programme-tourism': ['文化旅游培训', 'Culture and tourism'],
  'programme-contest': ['以赛代训（赛前集训）', 'Training for a contest'],
  'programme-home-services': ['家政养老托育培训', 'Home, elderly and child care'],
} satisfies Words
