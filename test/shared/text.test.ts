import { expect } from 'chai'
import fc from 'fast-check'
import { charactersOf, cleanLines, cleanText, isName, normaliseName } from '../../src/shared/text.js'

describe('cleanText', () => {
  const cases: [string, string][] = [
    ['　雄安　新区  ', '雄安 新区'],
    ['ＡＢＣ１２３', 'ABC123'],
    ['培训（第一期），共：3 个', '培训（第一期），共：3 个'],
    ['\ufeff张三\u200b', '张三'],
    ['⾼⼩⽤', '高小用'],
    ['a\r\nb\tc', 'a b c'],
    ['cafe\u0301', 'café'],
  ]
  for (const [text, clean] of cases)
    it(`makes ${JSON.stringify(text)} ${JSON.stringify(clean)}`, () => expect(cleanText(text)).to.equal(clean))

  it('never changes a Han character: compatibility, extensions, variation selectors', () => {
    for (const text of ['\ufa0e\uf967\uf9dc', '㐂䶮㛃', '𬍛𠮷𫖮', '葛\u{e0100}', '〇'])
      expect(cleanText(text)).to.equal(text)
  })

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)))
  })

  it('keeps lines where lines are meant', () => expect(cleanLines(' a \r\n\r\n\r\n\n b ')).to.equal('a\n\nb'))
})

describe('normaliseName', () => {
  const cases: [string, string][] = [
    ['张　三', '张三'],
    ['阿卜杜•买买提', '阿卜杜·买买提'],
    ['阿卜杜 ・ 买买提', '阿卜杜·买买提'],
    ['阿卜杜．买买提', '阿卜杜·买买提'],
    ['阿卜杜.买买提', '阿卜杜·买买提'],
    ['John  Smith', 'John Smith'],
    ['J. Smith', 'J. Smith'],
  ]
  for (const [text, name] of cases) it(`makes ${text} ${name}`, () => expect(normaliseName(text)).to.equal(name))
})

describe('isName', () => {
  const fifty = '张'.repeat(50)
  for (const name of [
    '张三',
    '阿卜杜热西提·买买提吐尔逊·伊敏江尼',
    '𬍛小㛃',
    '\ufa0e\uf9dc',
    '李〇',
    '葛\u{e0100}明',
    'John Smith',
    "Mary O'Neil",
    'Jean-Luc Ünal',
    'J. Smith',
    fifty,
  ])
    it(`accepts ${name}`, () => expect(isName(name)).to.equal(true))

  for (const name of [
    '张',
    '',
    fifty + '张',
    '张三1',
    '张三（男）',
    '·张三',
    '张三·',
    '张\ue000三',
    '张三,李四',
    'x@y',
    '葛\u{e0100}',
  ])
    it(`refuses ${JSON.stringify(name)}`, () => expect(isName(name)).to.equal(false))
})

describe('charactersOf', () => {
  it('counts what a reader counts', () => expect(charactersOf('𬍛葛\u{e0100}a')).to.have.length(3))
  it('counts alike wherever in a long text a character stands', () => {
    for (const before of [496, 497, 498, 499, 500])
      expect(charactersOf(`${'长'.repeat(before)}葛\u{e0100}𬍛a`)).to.have.length(before + 3)
  })
  // In the square of the length, as a segmenter alone takes it, this would end in the time-out of the test.
  it('takes a megabyte in its stride', () => expect(charactersOf('长'.repeat(300_000))).to.have.length(300_000))
})
