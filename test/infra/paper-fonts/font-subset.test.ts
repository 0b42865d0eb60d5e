import { expect } from 'chai'
import { fontOf, rareFont } from '../../../src/infra/paper-fonts/faces.js'
import { FastFont } from '../../../src/infra/paper-fonts/fast-font.js'
import { runsOf, widthOf } from '../../../src/infra/paper-fonts/font-chain.js'
import { GlyphSubset } from '../../../src/infra/paper-fonts/font-subset.js'
import { FrozenSubset } from '../../../src/infra/paper-fonts/frozen-subset.js'

describe('font subset', () => {
  const base = new GlyphSubset(fontOf('SansR')).extended('安荷')

  it('throws on a glyph that a frozen subset lacks', () => {
    const frozen = new FrozenSubset(base)
    expect(frozen.encode('安荷')).to.equal('00010002')
    expect(() => frozen.encode('安小')).to.throw('lacks 小')
  })

  it('keeps its codes when it is extended', () => {
    expect(new FrozenSubset(base.extended('小荷')).encode('安荷小')).to.equal('000100020003')
    expect(base.characters.size).to.equal(2)
  })

  it('writes a font that can be opened again, composite parts included', () => {
    const subset = new GlyphSubset(fontOf('SansR')).extended('安Éé〔')
    const file = subset.encode()
    expect(file.readUInt16BE(4)).to.be.at.least(6)
    expect(() => new FastFont('again', file)).to.throw()
    expect(file.length).to.be.below(6000)
  })

  it('names different subsets differently', () => {
    expect(base.tag).to.match(/^[A-Z]{6}$/)
    expect(base.extended('小').tag).not.to.equal(base.tag)
  })
})

describe('font chain', () => {
  it('splits a text by the first font that has each character', function () {
    if (!rareFont('A')) this.skip()
    const fonts = runsOf('SerifS', '张𡛺三').map(({ font, text }) => [font.name, text])
    expect(fonts).to.deep.equal([
      ['NotoSerifSC-SemiBold', '张'],
      ['HanaMinA', '𡛺'],
      ['NotoSerifSC-SemiBold', '三'],
    ])
  })

  it('thickens a rare character to the weight of its face', function () {
    if (!rareFont('A')) this.skip()
    expect(runsOf('SerifS', '张𡛺').map(({ thicken }) => thicken > 0)).to.deep.equal([false, true])
    expect(runsOf('SerifR', '𡛺')[0]!.thicken).to.equal(0)
  })

  it('falls back from Sans to Serif before it goes to the rare fonts', () => {
    const character = [...'鿋鿌鿍鿎'].find((c) => !fontOf('SansR').has(c.codePointAt(0)!))
    if (character) expect(runsOf('SansR', character)[0]!.font.name).to.equal('NotoSerifSC-Regular')
  })

  it('measures full-width characters as one em, tracking between letters only', () => {
    expect(widthOf('SerifS', '安小荷', 10)).to.be.closeTo(3 * 3.5278, 0.001)
    expect(widthOf('SerifS', '安小荷', 10, 1)).to.be.closeTo(3 * 3.5278 + 2 * 0.35278, 0.001)
  })
})
