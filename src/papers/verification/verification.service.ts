import type { Infra } from '../../infra/infra.js'
import { unavailable } from '../../shared/errors.js'
import { CertificateNumber } from '../certificate-numbers/certificate-number.model.js'
import { cleanNumber } from '../certificate-numbers/certificate-number.text.js'
import { Certificate, CertificateToken, type CertificateRecord } from '../certificates/certificate.model.js'
import { certificateQueries } from '../certificates/certificate.queries.js'
import { CertificateCheck } from './verification.model.js'
import { cleanToken, isSameName } from './verification.rules.js'

// Longer than any healthy answer takes, shorter than a person waits before taking silence for an answer.
const patienceMs = 4000

/** Reads the register for anybody. Nobody is told more than: this paper, or no such paper. */
export function createVerificationService({ clock, files, log }: Pick<Infra, 'clock' | 'files' | 'log'>) {
  return {
    byToken: (token: string): Promise<CertificateRecord | undefined> =>
      asked(async () => {
        const found = await CertificateToken.findById(cleanToken(token)).lean<{ certificateId: string }>()
        return (await Certificate.findById(found?.certificateId ?? 'none').lean<CertificateRecord>()) ?? undefined
      }),
    /** The same two reads and one comparison, whether the number is unknown or the name is wrong. */
    byNumber: (number: string, name: string): Promise<CertificateRecord | undefined> =>
      asked(async () => {
        const row = await CertificateNumber.findById(cleanNumber(number)).lean<{ certificateId?: string }>()
        const certificate = await Certificate.findById(row?.certificateId ?? 'none').lean<CertificateRecord>()
        const same = isSameName(name, certificate?.holderName ?? '')
        return certificate && same ? certificate : undefined
      }),
    /** Only the very bytes that were stored are ours. */
    byFile: (sha256: string): Promise<CertificateRecord | undefined> =>
      asked(async () => (await Certificate.findOne({ fileSha256: sha256 }).lean<CertificateRecord>()) ?? undefined),

    /** The newest paper of a chain of corrections. */
    newest: (certificate: CertificateRecord): Promise<CertificateRecord> =>
      asked(async () => (await certificateQueries.chain(certificate)).at(-1)!),

    photo: (certificate: CertificateRecord): Promise<Buffer | undefined> =>
      asked(async () => (certificate.photoFile ? (await files.get(certificate.photoFile)).bytes : undefined)),

    /** Counts a check; an answer never fails because it could not be counted. */
    async count(certificate: CertificateRecord): Promise<number | undefined> {
      const change = { $inc: { times: 1 }, $set: { lastAt: clock.now() } }
      const counted = CertificateCheck.findOneAndUpdate({ _id: certificate._id }, change, {
        upsert: true,
        returnDocument: 'after',
        writeConcern: { w: 1 },
      }).lean<{ times: number }>()
      return asked(async () => (await counted)?.times).catch(() => undefined)
    },
  }

  /** A register that cannot be asked is said to be just that, and never "no such certificate". */
  async function asked<T>(work: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(unavailable('verification.unavailable')), patienceMs)
    })
    try {
      return await Promise.race([work(), patience])
    } catch (error) {
      if (!isMongoFault(error)) throw error
      log.warn({ err: error }, 'the register could not be asked')
      throw unavailable('verification.unavailable')
    } finally {
      clearTimeout(timer)
    }
  }
}
export type VerificationService = ReturnType<typeof createVerificationService>

const isMongoFault = (error: unknown): boolean => error instanceof Error && /^Mongo(ose)?(?!oseCast)/.test(error.name)
