import { expect } from 'chai'
import type { Translate } from '../../src/shared/words.js'
import { readReturning } from '../../src/web/returning.js'

const words: Record<string, string> = {
  'room.return-dates': '日期有重叠',
  'room.return-place': '地点不清楚',
  'room.missing': '请写原因',
}
const t = ((key: string, params?: Record<string, unknown>) =>
  key === 'errors.tooLong' ? `最多 ${String(params?.['max'])} 个字` : words[key]) as Translate
const read = (body: unknown) =>
  readReturning(t, body, { reasons: ['dates', 'place'], prefix: 'room.return-', missing: 'room.missing' })

describe('the reason for giving something back', () => {
  const notes: [title: string, body: unknown, note: string][] = [
    ['is what was typed, line by line', { text: ' 第一行 \r\n第二行' }, '第一行\n第二行'],
    ['is a ticked sentence alone', { reasons: 'dates' }, '日期有重叠'],
    [
      'is several ticked sentences, then the text',
      { reasons: ['place', 'dates'], text: '见附件' },
      '日期有重叠\n地点不清楚\n见附件',
    ],
    [
      'says a sentence once that a script has put into the text',
      { reasons: ['dates'], text: '日期有重叠' },
      '日期有重叠',
    ],
    ['knows no other reasons', { reasons: ['other', 'dates'] }, '日期有重叠'],
    ['may be as long as allowed', { text: '长'.repeat(1000) }, '长'.repeat(1000)],
  ]
  for (const [title, body, note] of notes) it(title, () => expect(read(body)).to.deep.equal({ ok: true, note }))

  it('is asked for when there is none', () =>
    expect(read({ text: ' ', reasons: ['other'] })).to.deep.equal({
      ok: false,
      returning: { reasons: [], text: '', error: '请写原因' },
    }))

  it('is never cut: one character too many is said, and all of it kept', () =>
    expect(read({ text: '长'.repeat(1001), reasons: 'place' })).to.deep.equal({
      ok: false,
      returning: { reasons: ['place'], text: '长'.repeat(1001), error: '最多 1000 个字' },
    }))
})
