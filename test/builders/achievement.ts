import type { Achievement } from '../../src/papers/achievements/achievement.rules.js'

/** A course of 160 hours that holds; each test sets the field it is about. */
export const anAchievement = (overrides: Partial<Achievement> = {}): Achievement =>
  ({
    key: 'course:run-1:person-1',
    personId: 'person-1',
    kind: 'course',
    title: '养老护理员（五级）第3期',
    source: '雄安苇海职业技能培训学校',
    on: '2022-03-20',
    grade: 'issued',
    hours: 160,
    standing: 'holds',
    ...overrides,
  }) as Achievement
