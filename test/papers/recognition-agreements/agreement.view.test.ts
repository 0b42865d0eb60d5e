import { expect } from 'chai'
import { agreementTag } from '../../../src/papers/recognition-agreements/agreement.view.js'
import { translator } from '../../../src/words.js'

describe('the standing of an agreement', () => {
  const agreement = { draftState: 'none' as const, version: 1, from: '2026-12-01', to: '2027-11-01' }
  const cases: readonly [string, Partial<typeof agreement>, string, string][] = [
    ['the day before its first', {}, '2026-11-30', '2026年12月1日 起施行'],
    ['its first day', {}, '2026-12-01', '现行'],
    ['its last day', {}, '2027-11-01', '现行'],
    ['the day after its last', {}, '2027-11-02', '已过期'],
    ['a day before the first of its second version', { version: 2 }, '2026-11-30', '现行'],
    ['a day before it was published', { version: 0 }, '2026-12-01', '草稿'],
  ]
  for (const [when, given, today, text] of cases)
    it(`on ${when}: ${text}`, () =>
      expect(agreementTag(translator('zh-CN'), { ...agreement, ...given }, today).text).to.equal(text))
})
