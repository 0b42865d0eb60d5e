import { expect } from 'chai'
import { photoOwner } from '../../../src/training/trainees/photo-name.rules.js'

const people = [
  { id: 'an', name: '安小荷', idNumber: '130632190101010025' },
  { id: 'zhang', name: '张三', idNumber: '130629190101010019' },
  { id: 'zhang-feng', name: '张三丰', idNumber: '130638190101010031' },
  { id: 'twin-1', name: '李桂芬', idNumber: '13098219010101004X' },
  { id: 'twin-2', name: '李桂芬', idNumber: '130982190101010041' },
]

describe('photoOwner', () => {
  const cases: readonly [fileName: string, expected: string][] = [
    ['130632190101010025.jpg', 'an'],
    ['安小荷_130632190101010025.JPG', 'an'],
    ['130632010101002.png', 'an'],
    ['１３０６３２１９０１０１０１００２５.jpg', 'an'],
    ['IMG130632190101010025a.jpg', 'an'],
    ['安小荷.jpg', 'an'],
    ['01 安 小荷 (照片).png', 'an'],
    ['张三.jpg', 'zhang'],
    ['张三丰.jpg', 'zhang-feng'],
    ['李桂芬.jpg', 'several'],
    ['李桂芬13098219010101004x.jpg', 'twin-1'],
    ['IMG_0001.jpg', 'nobody'],
    ['130632190101010099.jpg', 'nobody'],
    ['张三 130632190101010025.jpg', 'an'],
  ]
  for (const [fileName, expected] of cases) {
    it(`of ${fileName}: ${expected}`, () => {
      const match = photoOwner(fileName, people)
      expect(match.ok ? match.id : match.reason).to.equal(expected)
    })
  }
})
