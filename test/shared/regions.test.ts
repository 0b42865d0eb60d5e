import { expect } from 'chai'
import {
  beijingDistricts,
  counties,
  countyOf,
  isInNewArea,
  placeOf,
  regionFullName,
  regionName,
  tianjinDistricts,
  townsOf,
} from '../../src/shared/regions.js'

describe('regions', () => {
  it('hold the three counties with their towns, and all districts of Beijing and Tianjin', () => {
    expect(counties.map(({ zh }) => zh)).to.deep.equal(['容城县', '安新县', '雄县'])
    expect(counties.map(({ code }) => townsOf(code).length)).to.deep.equal([10, 13, 13])
    expect([beijingDistricts.length, tianjinDistricts.length]).to.deep.equal([16, 16])
  })

  it('name a place in both languages', () => {
    expect(regionName('130632102', 'zh-CN')).to.equal('三台镇')
    expect(regionName('133100', 'en')).to.equal("Xiong'an New Area")
    expect(regionFullName('130632102', 'zh-CN')).to.equal('安新县三台镇')
    expect(regionFullName('130632102', 'en')).to.equal('Santai Town, Anxin County')
    expect(regionFullName('110108', 'zh-CN')).to.equal('北京市海淀区')
    expect(regionFullName('133100', 'zh-CN')).to.equal('雄安新区')
  })

  it('show the province and the code of a place outside the table', () => {
    expect(regionName('410102', 'zh-CN')).to.equal('河南省（410102）')
    expect(regionName('990101', 'zh-CN')).to.equal('990101')
  })
})

describe('countyOf', () => {
  const cases: [string, string | undefined][] = [
    ['130632102', '130632'],
    ['130632', '130632'],
    ['133100', undefined],
    ['130000', undefined],
    ['x', undefined],
  ]
  for (const [code, county] of cases) it(`gives ${county} for ${code}`, () => expect(countyOf(code)).to.equal(county))
})

describe('placeOf', () => {
  const cases: [string, string][] = [
    ['133100', 'xiongan'],
    ['133100-qd', 'xiongan'],
    ['130638107', 'xiongan'],
    ['130628', 'hebei'],
    ['110105', 'beijing'],
    ['120116', 'tianjin'],
    ['410102', 'elsewhere'],
  ]
  for (const [code, place] of cases) it(`puts ${code} in ${place}`, () => expect(placeOf(code)).to.equal(place))
  it('does not count the neighbours as the New Area', () =>
    expect(['130629', '130982'].map(isInNewArea)).to.deep.equal([true, false]))
})
