import { expect } from 'chai'
import type { Achievement } from '../../../src/papers/achievements/achievement.rules.js'
import { evidenceHref, officePlace, ownPlace } from '../../../src/papers/learning-accounts/account-place.view.js'
import type { Actor } from '../../../src/shared/permissions.js'

describe('the evidence of a result', () => {
  const officer: Actor = { id: 'a', username: 'a', name: '白雁清', role: 'county-officer', region: '130632' }
  const inCounty = officePlace('p1', officer)
  const cases: [what: string, achievement: Partial<Achievement>, office: string, own: string][] = [
    ['a case', { kind: 'recognition', recordId: 'r1' }, '/recognitions/r1', '/me/recognitions/r1'],
    ['a paper', { kind: 'course', certificateId: 'c1' }, '/certificates/c1', '/me/certificates/c1'],
  ]
  for (const [what, achievement, office, own] of cases) {
    const hrefFor = (region: string, place = inCounty) => evidenceHref({ ...achievement, region } as Achievement, place)
    it(`is ${what} that opens for an officer of its county`, () => expect(hrefFor('130632')).to.equal(office))
    it(`is ${what} that does not open for one of another county`, () => expect(hrefFor('130629')).to.equal(undefined))
    it(`is ${what} that always opens for its holder`, () => expect(hrefFor('130629', ownPlace)).to.equal(own))
  }
})
