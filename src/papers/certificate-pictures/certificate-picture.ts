import type { FileStore } from '../../infra/files.js'
import type { CertificateRecord } from '../certificates/certificate.model.js'
import { picturePaper, type Paper } from '../certificate-drawing/certificate-render.js'

const most = 48

/** Phone pictures are drawn from the frozen facts when somebody looks; the last few stay in memory, named by the paper's hash. */
export function createPictures({ files }: { files: FileStore }) {
  const kept = new Map<string, Promise<Buffer>>()

  async function draw(certificate: CertificateRecord): Promise<Buffer> {
    const photo = certificate.photoFile ? (await files.get(certificate.photoFile)).bytes : undefined
    return picturePaper({
      family: certificate.family,
      facts: { ...(certificate.paper as Paper['facts']), ...(photo && { photo }) },
    } as Paper)
  }

  return (certificate: CertificateRecord): Promise<Buffer> => {
    const known = kept.get(certificate.fileSha256)
    const picture = known ?? draw(certificate)
    kept.delete(certificate.fileSha256)
    kept.set(certificate.fileSha256, picture)
    picture.catch(() => kept.delete(certificate.fileSha256))
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return picture
  }
}
