import { expect } from 'chai'
import sharp from 'sharp'
import { completionCertificatePicture } from '../../../src/papers/certificate-pictures/completion-certificate.picture.js'
import { levelCertificatePicture } from '../../../src/papers/certificate-pictures/level-certificate.picture.js'
import { qrOfPicture } from '../../infra/paper/pdf-tools.js'
import { completionPaper, levelPaper, longOccupation } from '../certificate-drawing/sample-papers.js'

describe('certificate phone picture', () => {
  it('is a small palette PNG of 750 × 1486 whose code reads', async () => {
    const png = await levelCertificatePicture(levelPaper())
    const { width, height } = await sharp(png).metadata()
    expect([width, height]).to.deep.equal([750, 1486])
    expect(png[25], 'colour type: palette').to.equal(3)
    expect(png.length).to.be.below(250 * 1024)
    expect(qrOfPicture(png)).to.equal(levelPaper().verifyUrl)
  })

  it('grows with a long value and never refuses what the A4 paper takes', async () => {
    const long = {
      holderName: '安'.repeat(26),
      occupationName: '安'.repeat(86),
      workType: longOccupation,
      issuerName: '安'.repeat(51),
    }
    const png = await levelCertificatePicture(levelPaper(long))
    expect((await sharp(png).metadata()).height).to.be.above(1700)
    expect(png.length).to.be.below(250 * 1024)
  })

  it('draws the completion certificate in the same hand', async () => {
    const png = await completionCertificatePicture(completionPaper())
    expect((await sharp(png).metadata()).width).to.equal(750)
    expect(qrOfPicture(png)).to.equal(completionPaper().verifyUrl)
  })
})
