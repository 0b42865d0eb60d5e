import { commonOpening, type SharedBytes } from '../../infra/file-parts.js'
import type { FileStore } from '../../infra/files.js'
import { newCode, newId } from '../../infra/ids.js'
import type { Clock } from '../../shared/dates.js'
import type { Step } from '../../shared/timeline.js'
import { Certificate, CertificateToken, type IssuedFamily, type ReissueReason } from './certificate.model.js'
import { checkPaper, renderPaper, type Paper } from '../certificate-drawing/certificate-render.js'
import type { Holding, SourceHead } from '../certificate-sources/certificate-source.js'

/** Who signs, in which series of numbers. */
export interface Issuer {
  issuerId: string
  issuerName: string
  series: string
}

/** A finished paper that is not stored yet. */
export interface Draft {
  id: string
  number: string
  token: string
  holding: Holding
  paper: Paper
  bytes: Buffer
  sha256: string
  shared: readonly SharedBytes[]
}

export interface Edition {
  source: Pick<SourceHead, 'kind' | 'id'>
  family: IssuedFamily
  issuedOn: string
  issuer: Issuer
}
export interface Provenance {
  edition: Edition
  batchId?: string
  step: Step
  supersedes?: string
  reissueReason?: ReissueReason
}

const [anyNumber, anyToken] = ['0'.repeat(22), '0'.repeat(16)]
/** The head of a JPEG of one pixel: enough for a check that has not loaded the photo. */
const anyPhoto = Buffer.from('ffd8ffc0000b08000100010300000000', 'hex')

// Less is not worth a second read.
const worthSharing = 10_000

const withPhoto = (paper: Paper, photo: Uint8Array | undefined): Paper =>
  photo ? ({ ...paper, facts: { ...paper.facts, photo } } as Paper) : paper

/** Makes papers and stores them; batch and reissue both go through here. */
export function createCertificateMaker({
  clock,
  files,
  publicUrl,
}: {
  clock: Clock
  files: FileStore
  publicUrl: string
}) {
  let opening: SharedBytes | undefined
  const issueOf = ({ issuedOn, issuer: { issuerName } }: Edition, number: string, token: string) => ({
    number,
    token,
    issuedOn,
    issuerName,
    publicUrl,
  })
  return {
    /** Throws the refusal that the paper of this holding would meet; without `photo`, a photo on record is taken for good. */
    check(
      edition: Edition,
      holding: Holding,
      photo: Uint8Array | undefined = holding.person.photoFile ? anyPhoto : undefined,
    ): void {
      checkPaper(withPhoto(holding.paper(issueOf(edition, anyNumber, anyToken)), photo))
    },
    /** The bytes of one paper; `photo` is the JPEG of the person. */
    draft(edition: Edition, holding: Holding, number: string, photo: Uint8Array | undefined): Draft {
      const token = newCode(16)
      const paper = holding.paper(issueOf(edition, number, token))
      const shared = photo && holding.person.photoFile ? [{ id: holding.person.photoFile, bytes: photo }] : []
      return { id: newId(), number, token, holding, paper, shared, ...renderPaper(withPhoto(paper, photo)) }
    },
    /** Before the transaction: fonts and art, with which every paper of a batch begins, are stored once for all of them. */
    async shareOpening(drafts: readonly Draft[]): Promise<void> {
      const [first, second] = drafts
      const length = first && second ? commonOpening(first.bytes, second.bytes, 'endobj\n') : 0
      if (!first || length < worthSharing) return
      const bytes = Buffer.from(first.bytes.subarray(0, length))
      opening = { id: await files.put(bytes, 'application/octet-stream'), bytes }
    },
    /** Inside a transaction: files, tokens and certificates, all or none. */
    async store(drafts: readonly Draft[], provenance: Provenance): Promise<void> {
      const begin = opening ? [opening] : []
      await files.putMany(
        drafts.map(({ bytes, sha256, shared }) => ({
          bytes,
          sha256,
          contentType: 'application/pdf',
          shared: [...begin, ...shared],
        })),
      )
      await CertificateToken.insertMany(
        drafts.map(({ id, token }) => ({ _id: token, certificateId: id })),
        { lean: true },
      )
      const issuedAt = clock.now()
      await Certificate.insertMany(
        drafts.map((draft) => ({ ...recordOf(draft, provenance), issuedAt, version: 0 })),
        { lean: true },
      )
    },
  }
}
export type CertificateMaker = ReturnType<typeof createCertificateMaker>

function recordOf(
  { id, number, token, holding: { lineId, person, record }, paper, sha256 }: Draft,
  { edition, batchId, step, supersedes, reissueReason }: Provenance,
) {
  return {
    _id: id,
    number,
    token,
    family: edition.family,
    state: 'issued' as const,
    personId: String(person._id),
    batchId,
    sourceKind: edition.source.kind,
    sourceId: edition.source.id,
    lineId,
    organisationId: edition.issuer.issuerId,
    ...record,
    holderName: person.name,
    paper: paper.facts,
    photoFile: person.photoFile,
    issuedOn: edition.issuedOn,
    fileSha256: sha256,
    supersedes,
    reissueReason,
    timeline: [step],
  }
}
