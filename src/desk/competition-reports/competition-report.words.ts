import type { Words } from '../../shared/words.js'

export const competitionReportWords = {
  title: ['{{year}} 年职业技能竞赛报表', 'Skills competitions of {{year}}'], short: ['竞赛报表', 'Competition report'], lead: ['按比赛开始的年份统计已发布的竞赛；参赛按人次，同一人一年只算一人。', 'Published competitions by the year of their first contest day; entries are person-times, each person is one in a year.'],
  print: ['打印 PDF', 'Print'], export: ['下载 Excel', 'Excel'], year: ['年度', 'Year'], show: ['查看', 'Show'], byTier: ['按级别', 'By tier'], list: ['各场竞赛', 'Each competition'], equation: ['共 {{all}} 场 = 已举办 {{held}} + 未举办 {{coming}} + 已取消 {{ended}}', '{{all}} in all = {{held}} held + {{coming}} to come + {{ended}} called off'],
  competitions: ['场次', 'Competitions'], events: ['赛项', 'Events'], entries: ['参赛人次', 'Entries'], people: ['参赛人数', 'People'], ranked: ['有名次', 'Ranked'], prizes: ['获奖', 'Prizes'], promotions: ['晋级建议', 'Promotions'], total: ['合计', 'Total'], tier: ['级别', 'Tier'], competition: ['竞赛', 'Competition'], host: ['承办单位', 'Host'], region: ['举办地', 'County'], state: ['状态', 'State'], contest: ['比赛', 'Contest'],
  none: ['这一年还没有发布的竞赛', 'No competition of this year is published'], number: ['编号', 'Number'],
} satisfies Words
