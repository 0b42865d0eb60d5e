import { expect } from 'chai'
import { SourceRegister } from '../../../src/papers/source-registers/source-register.model.js'
import { anApplication, registryCsv, registryTexts, saveSender, signed } from '../../builders/recognition.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('POST /source-registers/new', () => {
  usesDatabase()

  it('tells the first fault of a register in which no line is good, and keeps nothing of it', async () => {
    const { browser, services } = await appAs('administrator')
    const { keyId, privateKey } = await saveSender(services)
    const bytes = registryCsv(registryTexts(anApplication(), { issuedOn: '去年夏天' }))
    const files = [
      { name: 'r.csv', bytes },
      { name: 'r.csv.sig', bytes: signed(bytes, privateKey) },
    ]
    const answer = await browser.upload('/source-registers/new', 'files', files, { keyId })
    expect(answer.status).to.equal(422)
    expect(answer.text).to.match(/没有能读的行.*第 2 行“[^”]*日期”：请写成 .*2024-06-18.* 的样子：去年夏天/)
    expect(await SourceRegister.countDocuments()).to.equal(0)
  })
})
