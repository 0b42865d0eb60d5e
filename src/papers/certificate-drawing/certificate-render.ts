import { sha256 } from '../../infra/files.js'
import { checkAwardCertificate, renderAwardCertificate } from './award-certificate.pdf.js'
import type { RecognitionStatementPaper } from '../recognition-statements/statement-paper.js'
import { checkRecognitionStatement, renderRecognitionStatement } from '../recognition-statements/statement.pdf.js'
import { statementPicture } from '../recognition-statements/statement.picture.js'
import { awardCertificatePicture } from '../certificate-pictures/award-certificate.picture.js'
import type { AwardCertificatePaper, CompletionCertificatePaper, LevelCertificatePaper } from './certificate-paper.js'
import { checkCompletionCertificate, renderCompletionCertificate } from './completion-certificate.pdf.js'
import { completionCertificatePicture } from '../certificate-pictures/completion-certificate.picture.js'
import { checkLevelCertificate, renderLevelCertificate } from './level-certificate.pdf.js'
import { levelCertificatePicture } from '../certificate-pictures/level-certificate.picture.js'

/** What each family prints. */
export interface Papers {
  level: LevelCertificatePaper
  completion: CompletionCertificatePaper
  award: AwardCertificatePaper
  statement: RecognitionStatementPaper
}
export type Family = keyof Papers
export type Paper = { [F in Family]: { family: F; facts: Papers[F] } }[Family]

interface Renderer<Facts> {
  /** throws the refusal that names the field or the character, without drawing */
  check(facts: Facts): void
  render(facts: Facts): Buffer
  /** the picture for a phone */
  picture(facts: Facts): Promise<Buffer>
}

const renderers: { [F in Family]: Renderer<Papers[F]> } = {
  level: { check: checkLevelCertificate, render: renderLevelCertificate, picture: levelCertificatePicture },
  completion: {
    check: checkCompletionCertificate,
    render: renderCompletionCertificate,
    picture: completionCertificatePicture,
  },
  award: { check: checkAwardCertificate, render: renderAwardCertificate, picture: awardCertificatePicture },
  statement: { check: checkRecognitionStatement, render: renderRecognitionStatement, picture: statementPicture },
}
const rendererOf = (paper: Paper) => renderers[paper.family] as Renderer<Paper['facts']>

/** Throws the refusal that names the field or the character, without drawing. */
export const checkPaper = (paper: Paper): void => rendererOf(paper).check(paper.facts)

/** The bytes that are stored, and the SHA-256 that says whether a file is ours. */
export function renderPaper(paper: Paper): { bytes: Buffer; sha256: string } {
  const bytes = rendererOf(paper).render(paper.facts)
  return { bytes, sha256: sha256(bytes) }
}

/** The picture for a phone; made on demand from the frozen facts. */
export const picturePaper = (paper: Paper): Promise<Buffer> => rendererOf(paper).picture(paper.facts)
