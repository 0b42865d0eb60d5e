import { choice, flag, number, planStart as from, type FirstFigure } from './figure.data.js'

/** What counts as a subsidised person-time. */
export const personTimeFigures = {
  'person-time.certificate-required': {
    kind: flag,
    value: false,
    from,
    clause: '样例：以实名制系统确认结业为准，不以取证为条件',
  },
  'person-time.yearly-limit': {
    kind: number('times', 0, 99),
    value: 3,
    from,
    clause: '样例：同一人每年享受补贴性培训不超过 3 次（江苏、浙江）',
  },
  'person-time.same-skill-once': {
    kind: flag,
    value: true,
    from,
    clause: '样例：同一职业（工种）同一等级只计一次（多地通行）',
  },
  'person-time.min-age': { kind: number('years', 0, 99), value: 16, from, clause: '样例：年满 16 周岁（广东）' },
  'person-time.max-age': {
    kind: number('years', 0, 150),
    value: 150,
    from,
    clause: '样例：不设上限；退休年龄逐年变化，以是否领取养老金为准',
  },
  'count.basis': {
    kind: choice('completed'),
    value: 'completed',
    from,
    clause: '样例：补贴性培训人次按结业人次统计，计入结业当年',
  },
  'person-time.apprentice-basis': {
    kind: choice('finished', 'certified', 'none'),
    value: 'finished',
    from,
    clause: '样例：学徒结业，按一个培养周期计 1 人次，计入结业当年',
  },
  'person-time.apprentice-excludes': {
    kind: flag,
    value: true,
    from,
    clause: '样例：学徒培养期间不再享受其他培训补贴（武汉 2022）',
  },
  'person-time.contest-basis': {
    kind: choice('completed', 'none'),
    value: 'completed',
    from,
    clause: '样例：以赛代训（四（四）5），赛前集训结业计 1 人次，不受同一职业同一等级只计一次的限制',
  },
} satisfies Record<string, FirstFigure>
