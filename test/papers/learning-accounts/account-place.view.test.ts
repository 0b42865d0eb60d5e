import { expect } from 'chai'
import type { Achievement } from '../../../src/papers/achievements/achievement.rules.js'
import { evidenceHref, officePlace, ownPlace } from '../../../src/papers/learning-accounts/account-place.view.js'
import type { Actor } from '../../../src/shared/permissions.js'

describe('the evidence of a result', () => {
  const officer: Actor = { id: 'a', username: 'a', name: '白雁清', role: 'county-officer', region: '130632' }
  const recognised = (region: string) => ({ kind: 'recognition', recordId: 'r1', region }) as Achievement
  for (const { reader, region, place, href } of [
    { reader: 'of its county', region: '130632', place: officePlace('p1', officer), href: '/recognitions/r1' },
    { reader: 'of another county', region: '130629', place: officePlace('p1', officer), href: undefined },
    { reader: 'whose it is', region: '130629', place: ownPlace, href: '/me/recognitions/r1' },
  ])
    it(`opens for a reader ${reader}: ${href ?? 'not at all'}`, () =>
      expect(evidenceHref(recognised(region), place)).to.equal(href))
})
