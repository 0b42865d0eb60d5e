import { expect } from 'chai'
import { plainFileName } from '../../src/web/upload.js'

describe('the name of an uploaded file', () => {
  for (const [given, kept] of [
    ['学员名册.xlsx', '学员名册.xlsx'],
    ['a b (1).pdf', 'a b (1).pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\用户\\名册.csv', '名册.csv'],
    ['通知\r\nset-cookie: a=b.pdf', '通知set-cookie: a=b.pdf'],
    ['fdp.\u202Exslx', 'fdp.xslx'],
    ['\0', 'file'],
    ['..\\', 'file'],
  ] as const)
    it(`keeps ${JSON.stringify(kept)} of ${JSON.stringify(given)}`, () => {
      expect(plainFileName(given)).to.equal(kept)
    })
})
