import { expect } from 'chai'
import { nameVerdict } from '../../../src/registry/name-corrections/name-correction.rules.js'

const table = [
  ['安小荷', '安晓荷', 'ok'],
  ['安小荷', '安小荷', 'same'],
  ['阿卜杜拉·买买提', '阿卜杜拉·麦麦提', 'ok'],
  ['王𬱖', '王頠', 'ok'],
  ['LIN HE', 'Lin He', 'ok'],
  ['安小荷', '安', 'shape'],
  ['安小荷', '安小荷1', 'shape'],
  ['安小荷', '安'.repeat(51), 'shape'],
  ['安小荷', '安'.repeat(50), 'ok'],
] as const

describe('a corrected name', () => {
  for (const [known, name, verdict] of table)
    it(`${name.slice(0, 12)} after ${known} is ${verdict}`, () => expect(nameVerdict(known, name)).to.equal(verdict))
})
