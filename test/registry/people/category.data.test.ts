import { expect } from 'chai'
import {
  parsePersonCategory,
  personCategories,
  personCategoryName,
} from '../../../src/registry/people/category.data.js'

describe('personCategories', () => {
  it('cover the eight groups of the plan and the six classes of Hebei', () => {
    expect(new Set(personCategories.map((c) => c.seedGroup).filter(Boolean)).size).to.equal(8)
    expect([...new Set(personCategories.map((c) => c.hebeiClass).filter(Boolean))].sort()).to.deep.equal([
      1, 2, 3, 4, 5, 6,
    ])
  })

  it('have names in both languages', () => {
    expect(personCategoryName('G04', 'zh-CN')).to.equal('退役军人')
    expect(personCategoryName('G04', 'en')).to.equal('Veteran')
    expect(personCategoryName('G77', 'en')).to.equal('G77')
  })

  it('are found by code, name, or name without brackets', () => {
    expect(['G01', '征迁群众', '征迁（安置）群众', ' 退役军人 ', '两后生', ''].map(parsePersonCategory)).to.deep.equal([
      'G01',
      'G01',
      'G01',
      'G04',
      undefined,
      undefined,
    ])
  })
})
