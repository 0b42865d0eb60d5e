import { expect } from 'chai'
import { handlingOf } from '../../../src/papers/recognition-handling/handling.view.js'
import type { RecognitionAct } from '../../../src/papers/recognitions/recognition.rules.js'
import { translator } from '../../../src/words.js'

/** What the decision form offers somebody with these acts. */
function offered(acts: readonly RecognitionAct[], reasons: readonly string[]) {
  const one = { _id: 'x', version: 1, opinion: { reasons } }
  const { decide } = handlingOf(translator('zh-CN'), one as never, acts, {}, {})
  return [decide?.approve?.act, decide?.giveBack.act, decide?.findings.includes('不能予以互认')]
}

describe('the decision of a case', () => {
  it('can be both where everything agrees', () =>
    expect(offered(['grant', 'refuse'], [])).to.deep.equal(['grant', 'refuse', false]))
  it('offers no grant that the rules would refuse, and says why', () =>
    expect(offered(['refuse'], ['occupation-not-listed'])).to.deep.equal([undefined, 'refuse', true]))
})
