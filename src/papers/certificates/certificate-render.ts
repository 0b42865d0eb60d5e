import { sha256 } from '../../infra/files.js'
import type { CompletionCertificatePaper, LevelCertificatePaper } from './certificate-paper.js'
import { checkCompletionCertificate, renderCompletionCertificate } from './completion-certificate.pdf.js'
import { completionCertificatePicture } from './completion-certificate.picture.js'
import { checkLevelCertificate, renderLevelCertificate } from './level-certificate.pdf.js'
import { levelCertificatePicture } from './level-certificate.picture.js'

export type Paper = { family: 'level'; facts: LevelCertificatePaper } | { family: 'completion'; facts: CompletionCertificatePaper }

/** Throws the refusal that names the field or the character, without drawing. */
export const checkPaper = (paper: Paper): void => (paper.family === 'level' ? checkLevelCertificate(paper.facts) : checkCompletionCertificate(paper.facts))

/** The bytes that are stored, and the SHA-256 that says whether a file is ours. */
export function renderPaper(paper: Paper): { bytes: Buffer; sha256: string } {
  const bytes = paper.family === 'level' ? renderLevelCertificate(paper.facts) : renderCompletionCertificate(paper.facts)
  return { bytes, sha256: sha256(bytes) }
}

/** The picture for a phone; made on demand from the frozen facts. */
export const picturePaper = (paper: Paper): Promise<Buffer> => (paper.family === 'level' ? levelCertificatePicture(paper.facts) : completionCertificatePicture(paper.facts))
