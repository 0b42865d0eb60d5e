import { expect } from 'chai'
import { publicName, publishedName } from '../../../src/competitions/public-results/published-name.js'

const members = [{ name: '安小荷' }, { name: '芦秋' }, { name: '欧阳长空' }]

describe('the name of a result', () => {
  for (const [team, people, full, open] of [
    [undefined, members.slice(0, 1), '安小荷', '安*荷'],
    [null, members.slice(1, 2), '芦秋', '芦*'],
    ['荷队', members.slice(0, 2), '荷队（安小荷、芦秋）', '荷队（安*荷、芦*）'],
    ['雁队（二队）', members, '雁队（二队）（安小荷、芦秋、欧阳长空）', '雁队（二队）（安*荷、芦*、欧阳*空）'],
  ] as const)
    it(`is ${full} for the staff and ${open} for everybody`, () => {
      expect(publishedName(team, people)).to.equal(full)
      expect(publicName(full)).to.equal(open)
    })
})
