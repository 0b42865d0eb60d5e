import { sha256, type FileStore } from '../../infra/files.js'
import type { Logger } from '../../infra/logger.js'
import { CertificateNumber } from '../certificate-numbers/certificate-number.model.js'
import { Certificate, CertificateToken, type CertificateRecord } from '../certificates/certificate.model.js'

const day = 24 * 3_600_000

/** Reads every certificate of the last day again: its number, its code and its bytes must lead to it. Counts what does not. */
export async function certificateFaults({
  now,
  files,
  log,
}: {
  now: Date
  files: FileStore
  log: Logger
}): Promise<number> {
  // Record ids begin with the second in which they were made.
  const since = `${Math.floor((now.getTime() - 1.1 * day) / 1000)
    .toString(16)
    .padStart(8, '0')}0000000000000000`
  let faults = 0
  for await (const certificate of Certificate.find({ _id: { $gte: since } })
    .select('number token fileSha256')
    .lean<CertificateRecord[]>()
    .cursor()) {
    const fault = await faultOf(certificate as CertificateRecord, files)
    if (fault) log.error({ certificateId: certificate._id, fault }, 'certificate does not hold together')
    if (fault) faults += 1
  }
  return faults
}

async function faultOf(
  { _id, number, token, fileSha256 }: CertificateRecord,
  files: FileStore,
): Promise<string | undefined> {
  if (!(await CertificateNumber.exists({ _id: number, state: 'used', certificateId: _id }))) return 'number'
  if (!(await CertificateToken.exists({ _id: token, certificateId: _id }))) return 'token'
  const bytes = await files.get(fileSha256).then(
    (file) => file.bytes,
    () => undefined,
  )
  return bytes && sha256(bytes) === fileSha256 ? undefined : 'file'
}
