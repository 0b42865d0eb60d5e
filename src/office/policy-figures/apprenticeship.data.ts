import { choice, money, number, planStart as from, type FirstFigure } from './figure.data.js'

/** New-type apprenticeships: rates, length, hours, mentors. */
export const apprenticeshipFigures = {
  'apprenticeship.rate-intermediate': {
    kind: money(0, 10_000_000),
    value: 500_000,
    from,
    clause: '雄就社领发〔2022〕1号 四（四）4：中级工每人每年原则上 5000 元',
  },
  'apprenticeship.rate-senior': {
    kind: money(0, 10_000_000),
    value: 600_000,
    from,
    clause: '雄就社领发〔2022〕1号 四（四）4：高级工、技师、高级技师每人每年 6000 元',
  },
  'apprenticeship.rate-completed': {
    kind: money(0, 10_000_000),
    value: 400_000,
    from,
    clause: '样例：结业未取得证书的，每人每年 4000 元（武汉 2022）；未结业的不补贴',
  },
  'apprenticeship.rate-basis': {
    kind: choice('filed', 'by-day'),
    value: 'filed',
    from,
    clause: '样例：按备案当天的标准执行到结业（江苏：需备案的按备案时间）',
  },
  'apprenticeship.rounding': {
    kind: choice('half-up', 'down'),
    value: 'half-up',
    from,
    clause: '样例：由新区公共服务局核算，每名学徒合计一次，四舍五入到分；各段金额之和等于合计',
  },
  'apprenticeship.min-months': {
    kind: number('months', 1, 60),
    value: 12,
    from,
    clause: '样例：培养期一般 1 至 2 年（人社部发〔2018〕66号）',
  },
  'apprenticeship.max-months': {
    kind: number('months', 1, 60),
    value: 36,
    from,
    clause: '样例：特殊情况培养期可延长到 3 年（人社部发〔2018〕66号）',
  },
  'apprenticeship.max-apprentices': {
    kind: number('people', 1, 500),
    value: 40,
    from,
    clause: '样例：每个学徒班不超过 40 人（外地直辖市规定）',
  },
  'apprenticeship.min-hours': {
    kind: number('hours', 0, 5000),
    value: 600,
    from,
    clause: '样例：每年不少于 600 学时，含考核（外地直辖市规定）',
  },
  'apprenticeship.min-central-hours': {
    kind: number('hours', 0, 5000),
    value: 160,
    from,
    clause: '样例：每年集中教学不少于 160 学时（外地直辖市规定）',
  },
  'apprentice.max-per-mentor': {
    kind: number('people', 1, 100),
    value: 8,
    from,
    clause: '样例：一名企业导师同时带徒不超过 8 人（外地直辖市规定）',
  },
  'apprentice.min-labour-months': {
    kind: number('months', 0, 60),
    value: 12,
    from,
    clause: '样例：学徒与企业签订一年以上劳动合同（人社部发〔2018〕66号）',
  },
  'apprentice.max-break-days': {
    kind: number('days', 0, 1000),
    value: 180,
    from,
    clause: '样例：休学累计不超过 180 天，培养期顺延',
  },
  'apprentice.mid-term-percent': {
    kind: number('percent', 1, 100),
    value: 50,
    from,
    clause: '样例：培养期过半时做中期检查',
  },
  'apprentice.log-late-days': { kind: number('days', 0, 365), value: 14, from, clause: '样例：岗位日志在 14 天内填写' },
} satisfies Record<string, FirstFigure>
