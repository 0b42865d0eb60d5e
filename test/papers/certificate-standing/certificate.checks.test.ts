import { expect } from 'chai'
import { CertificateNumber } from '../../../src/papers/certificate-numbers/certificate-number.model.js'
import { Certificate, CertificateToken } from '../../../src/papers/certificates/certificate.model.js'
import { certificateFaults } from '../../../src/papers/certificate-standing/certificate.checks.js'
import { issueRun, saveBody, saveInstitution, saveRunOf } from '../../builders/certificate.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('the nightly check of certificates', () => {
  usesDatabase()
  it('finds nothing wrong in what was issued, and each planted fault', async () => {
    const app = makeServices()
    await saveBody()
    await saveInstitution()
    await app.services.policies.loadSeeds()
    const issued = await issueRun(app, (await saveRunOf(5)).runId)
    for (const one of await Certificate.find().lean()) expect(new Certificate(one).validateSync()).to.equal(undefined)
    const check = (now: Date) => certificateFaults({ now, files: app.infra.files, log: app.infra.log })
    expect(await check(new Date())).to.equal(0)
    await CertificateNumber.updateOne({ _id: issued[0]!.number }, { $set: { certificateId: 'another' } })
    await CertificateToken.deleteOne({ _id: issued[1]!.token })
    await Certificate.updateOne({ _id: issued[2]!._id }, { $set: { fileSha256: '0'.repeat(64) } })
    expect(await check(new Date())).to.equal(3)
    expect(await check(new Date(Date.now() + 3 * 24 * 3_600_000))).to.equal(0)
  })
})
