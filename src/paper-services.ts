import type { Ground } from './ground-services.js'
import { licenceVerdict } from './registry/organisations/organisation.rules.js'
import { recognitionAchievements } from './papers/achievements/recognition-achievements.queries.js'
import { createAchievements } from './papers/achievements/achievement.queries.js'
import { apprenticeshipAchievements } from './papers/achievements/apprenticeship-achievements.queries.js'
import { awardAchievements } from './papers/achievements/award-achievements.queries.js'
import { certificateAchievements } from './papers/achievements/certificate-achievements.queries.js'
import { courseAchievements } from './papers/achievements/course-achievements.queries.js'
import { createCreditRecountService } from './papers/credit-recounts/credit-recount.service.js'
import { recordAchievements } from './papers/learning-records/learning-record.queries.js'
import { createLearningRecordService } from './papers/learning-records/learning-record.service.js'
import { createTranscriptService } from './papers/transcripts/transcript.service.js'
import { createLearningAccountService } from './papers/learning-accounts/learning-account.service.js'
import { createCertificateIssueService } from './papers/certificate-issue/certificate-issue.service.js'
import { createApprenticeshipSource } from './papers/certificate-sources/apprenticeship-source.js'
import { createCompetitionSource } from './papers/certificate-sources/competition-source.js'
import { createRecognitionSource } from './papers/certificate-sources/recognition-source.js'
import { createCourseRunSource } from './papers/course-run-papers/course-run-source.js'
import { createIssuerOf } from './papers/course-run-papers/course-run-issuer.js'
import { createCertificateNumberService } from './papers/certificate-numbers/certificate-number.service.js'
import { createCertificateService } from './papers/certificates/certificate.service.js'
import { createCertificateStanding } from './papers/certificate-standing/certificate-standing.service.js'
import { createBatchService } from './papers/recognition-batches/batch.service.js'
import { createAgreementService } from './papers/recognition-agreements/agreement.service.js'
import { createRecognitionService } from './papers/recognitions/recognition.service.js'
import { createSourceKeyService } from './papers/source-keys/source-key.service.js'
import { createSourceRegisterService } from './papers/source-registers/source-register.service.js'
import { createVerificationService } from './papers/verification/verification.service.js'

/** The wing of papers, wired: certificates, learning accounts, recognition; a part of `createServices`. */
export function createPaperServices(ground: Ground) {
  const { policies } = ground
  const numbers = createCertificateNumberService(ground)
  const issuerOf = createIssuerOf({ policies, licenceVerdict })
  const sources = {
    'course-run': createCourseRunSource({ ...ground, issuerOf }),
    apprenticeship: createApprenticeshipSource({ ...ground, issuerOf }),
    competition: createCompetitionSource(),
    recognition: createRecognitionSource(ground),
  }
  const certificateIssue = createCertificateIssueService({ ...ground, numbers, sources })
  const certificates = createCertificateService({ ...ground, numbers, sources })
  const verification = createVerificationService(ground)
  const achievements = createAchievements([
    apprenticeshipAchievements,
    awardAchievements,
    courseAchievements,
    certificateAchievements,
    recordAchievements,
    recognitionAchievements,
  ])
  const learningAccounts = createLearningAccountService({ ...ground, achievements })
  const learningRecords = createLearningRecordService(ground)
  const transcripts = createTranscriptService(ground)
  const creditRecounts = createCreditRecountService({ learningAccounts })

  const agreements = createAgreementService(ground)
  const sourceKeys = createSourceKeyService(ground)
  const sourceRegisters = createSourceRegisterService(ground)
  const recognitions = createRecognitionService({
    ...ground,
    agreements,
    certificateIssue,
    standing: createCertificateStanding(),
  })
  const recognitionBatches = createBatchService({ ...ground, recognitions })

  return {
    numbers,
    certificateIssue,
    certificates,
    verification,
    achievements,
    learningAccounts,
    learningRecords,
    transcripts,
    creditRecounts,
    agreements,
    sourceKeys,
    sourceRegisters,
    recognitions,
    recognitionBatches,
  }
}
