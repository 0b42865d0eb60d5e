import { Router, type RequestHandler } from 'express'
import { personTimeRoutes } from './counting/person-time-lists/person-time.routes.js'
import { targetRoutes } from './counting/targets/target.routes.js'
import { personFileOf } from './desk/person-files/person-file.queries.js'
import { personSectionsOf } from './desk/person-files/person-sections.view.js'
import { competitionReportRoutes } from './desk/competition-reports/competition-report.routes.js'
import { mistakeRoutes } from './desk/mistakes/mistake.routes.js'
import { homeRoutes } from './desk/home/home.routes.js'
import { portalRoutes } from './desk/portal/portal.routes.js'
import { reportRoutes } from './desk/reports/report.routes.js'
import { partnerReportRoutes } from './desk/partner-reports/partner-report.routes.js'
import { rosterRoutes } from './desk/rosters/roster.routes.js'
import { talentRoutes } from './desk/talents/talent.routes.js'
import type { Infra } from './infra/infra.js'
import { auditRoutes } from './office/audit/audit.routes.js'
import { deadLetterRoutes } from './office/dead-letters/dead-letter.routes.js'
import { notificationRoutes } from './office/notifications/notification.routes.js'
import { policyRoutes } from './office/policies/policy.routes.js'
import { taskRoutes } from './office/tasks/task.routes.js'
import { certificateBatchRoutes } from './papers/certificate-batches/certificate-batch.routes.js'
import { certificateNumberRoutes } from './papers/certificate-numbers/certificate-number.routes.js'
import { certificateChangeRoutes } from './papers/certificate-changes/certificate-change.routes.js'
import { certificateRoutes } from './papers/certificates/certificate.routes.js'
import { learningAccountRoutes } from './papers/learning-accounts/learning-account.routes.js'
import { learningRecordRoutes } from './papers/learning-records/learning-record.routes.js'
import { ownRecordRoutes } from './papers/own-records/own-record.routes.js'
import { accountPartsOf } from './papers/transcripts/account-parts.queries.js'
import { transcriptRoutes } from './papers/transcripts/transcript.routes.js'
import { ownRoutes } from './papers/own-certificates/own.routes.js'
import { statementRoutes } from './papers/recognition-statements/statement.routes.js'
import { recognitionBatchRoutes } from './papers/recognition-batches/batch.routes.js'
import { agreementRoutes } from './papers/recognition-agreements/agreement.routes.js'
import { recognitionApplicationRoutes } from './papers/recognition-applications/application.routes.js'
import { ownRecognitionRoutes } from './papers/recognition-applications/own.routes.js'
import { relianceRoutes } from './papers/recognition-reliances/reliance.routes.js'
import { recognitionEvidenceRoutes } from './papers/recognition-handling/evidence.routes.js'
import { recognitionRoutes } from './papers/recognition-handling/handling.routes.js'
import { sourceRegisterRoutes } from './papers/source-registers/source-register.routes.js'
import { verificationRoutes } from './papers/verification/verification.routes.js'
import { accountRoutes } from './registry/accounts/account.routes.js'
import { signInRoutes } from './registry/sign-in/sign-in.routes.js'
import { occupationRoutes } from './registry/occupations/occupation.routes.js'
import { filingRoutes } from './registry/organisation-filings/filing.routes.js'
import { organisationReviewRoutes } from './registry/organisation-reviews/organisation-review.routes.js'
import { organisationRoutes } from './registry/organisations/organisation.routes.js'
import { documentCorrectionRoutes } from './registry/document-corrections/document-correction.routes.js'
import { nameCorrectionRoutes } from './registry/name-corrections/name-correction.routes.js'
import { traineeAccountRoutes } from './registry/trainee-accounts/trainee-account.routes.js'
import { personRoutes } from './registry/people/person.routes.js'
import { personEditRoutes } from './registry/person-changes/person-edit.routes.js'
import { personRevealRoutes } from './registry/person-changes/person-reveal.routes.js'
import { courseRunDraftRoutes } from './training/run-drafts/run-draft.routes.js'
import { courseRunListRoutes } from './training/run-lists/run-list.routes.js'
import { courseRunRoutes } from './training/course-runs/course-run.routes.js'
import { courseFormRoutes } from './training/course-forms/course-form.routes.js'
import { courseRoutes } from './training/courses/course.routes.js'
import { lessonRoutes } from './training/lessons/lesson.routes.js'
import { runChangeRoutes } from './training/run-changes/run-change.routes.js'
import { runReviewRoutes } from './training/run-reviews/run-review.routes.js'
import { enrolmentRoutes } from './training/enrolments/enrolment.routes.js'
import { rosterImportRoutes } from './training/roster-imports/roster-import.routes.js'
import { runAccountRoutes } from './training/run-accounts/run-account.routes.js'
import { traineeRoutes } from './training/trainees/trainee.routes.js'
import { resultRoutes } from './training/result-sheets/result.routes.js'
import { resultFileRoutes } from './training/result-sheets/result-file.routes.js'
import { resultCloseRoutes } from './training/assessments/result-close.routes.js'
import { planRoutes } from './workplace/apprenticeship-plans/plan.routes.js'
import { planReviewRoutes } from './workplace/apprenticeship-reviews/plan-review.routes.js'
import { apprenticeshipActRoutes } from './workplace/apprenticeship-acts/apprenticeship-act.routes.js'
import { apprenticeshipListRoutes } from './workplace/apprenticeship-lists/apprenticeship-list.routes.js'
import { apprenticeshipRoutes } from './workplace/apprenticeships/apprenticeship.routes.js'
import { apprenticeChangeRoutes } from './workplace/apprentice-changes/apprentice-change.routes.js'
import { apprenticeChainRoutes } from './workplace/apprentice-transfers/chain.routes.js'
import { apprenticeCheckRoutes } from './workplace/apprentice-checks/check.routes.js'
import { contractRoutes } from './workplace/apprentice-contracts/contract.routes.js'
import { apprenticeEntryRoutes } from './workplace/apprentice-entries/apprentice-entry.routes.js'
import { apprenticeFileRoutes } from './workplace/apprentice-files/apprentice-file.routes.js'
import { apprenticeListRoutes } from './workplace/apprentice-lists/apprentice-list.routes.js'
import { apprenticeRoutes } from './workplace/apprentices/apprentice.routes.js'
import { teachingRoutes } from './workplace/central-teaching/teaching.routes.js'
import { mentorshipRoutes } from './workplace/mentorships/mentorship.routes.js'
import { ownApprenticeshipRoutes } from './workplace/own-apprenticeships/own-apprenticeship.routes.js'
import { workplaceLogRoutes } from './workplace/workplace-logs/log.routes.js'
import { settlementRoutes } from './workplace/settlements/settlement.routes.js'
import { createCompetitionRoutes } from './competition-routes.js'
import { menuOf } from './nav.js'
import { translator } from './words.js'
import type { Passport } from './web/passport.js'
import type { Actor } from './shared/permissions.js'
import type { Translate } from './shared/words.js'
import type { Services } from './services.js'

export interface RouteNeeds {
  services: Services
  infra: Infra
  passport: Passport
  demonstration: boolean
  queueBoard: readonly RequestHandler[]
}

/** Every room's routes, floor by floor. */
export function createRoutes({ services, infra, passport, demonstration, queueBoard }: RouteNeeds): Router {
  const auditSink = services.audit.record
  const personSections = async (personId: string, actor: Actor, t: Translate) =>
    personSectionsOf(t, personId, infra.clock.today(), await personFileOf(personId, actor))
  const needs = { ...infra, ...services, infra, auditSink, personSections }
  const router = Router()
  router.use(signInRoutes({ ...needs, passport, demonstration, now: () => infra.clock.now().getTime() }))
  router.use(auditRoutes(needs), taskRoutes(needs), notificationRoutes(needs), deadLetterRoutes(needs, queueBoard))
  router.use(accountRoutes(needs))
  router.use(filingRoutes(needs), organisationRoutes(needs), organisationReviewRoutes(needs), occupationRoutes(needs))
  router.use(personRoutes(needs), personEditRoutes(needs), personRevealRoutes(needs), nameCorrectionRoutes(needs))
  router.use(documentCorrectionRoutes(needs), traineeAccountRoutes(needs))
  router.use(
    courseFormRoutes(needs),
    courseRoutes(needs),
    courseRunListRoutes(needs),
    courseRunDraftRoutes(needs),
    lessonRoutes(needs),
    runReviewRoutes(needs),
    runChangeRoutes(needs),
    courseRunRoutes(needs),
  )
  router.use(
    enrolmentRoutes(needs),
    traineeRoutes(needs),
    runAccountRoutes(needs),
    rosterImportRoutes(needs),
    resultRoutes(needs),
    resultFileRoutes(needs),
    resultCloseRoutes(needs),
  )
  router.use(planRoutes(needs), planReviewRoutes(needs), apprenticeshipListRoutes(needs), apprenticeshipRoutes(needs))
  router.use(apprenticeshipActRoutes(needs), settlementRoutes(needs))
  router.use(
    apprenticeListRoutes(needs),
    apprenticeEntryRoutes(needs),
    apprenticeFileRoutes(needs),
    apprenticeRoutes(needs),
    apprenticeChangeRoutes(needs),
    apprenticeChainRoutes(needs),
    contractRoutes(needs),
    mentorshipRoutes(needs),
    workplaceLogRoutes(needs),
    teachingRoutes(needs),
    apprenticeCheckRoutes(needs),
    ownApprenticeshipRoutes(needs),
  )
  router.use(homeRoutes(needs))
  router.use(
    certificateBatchRoutes(needs),
    certificateNumberRoutes(needs),
    certificateRoutes(needs),
    certificateChangeRoutes(needs),
  )
  // An address that is a word stands before one that takes an id.
  router.use(
    partnerReportRoutes(needs),
    statementRoutes(needs),
    recognitionBatchRoutes(needs),
    agreementRoutes(needs),
    sourceRegisterRoutes(needs),
    recognitionApplicationRoutes(needs),
    ownRecognitionRoutes(needs),
    relianceRoutes(needs),
    recognitionRoutes(needs),
    recognitionEvidenceRoutes(needs),
  )
  router.use(verificationRoutes(needs), ownRoutes(needs))
  router.use(
    learningAccountRoutes({ ...needs, accountParts: accountPartsOf }),
    learningRecordRoutes(needs),
    ownRecordRoutes(needs),
    transcriptRoutes(needs),
  )
  router.use(talentRoutes({ ...needs, translator }))
  router.use(createCompetitionRoutes({ services, infra }, auditSink))
  router.use(competitionReportRoutes(needs))
  router.use(mistakeRoutes(needs))
  router.use(portalRoutes({ ...needs, publicFigures: services.publicFigures, menuOf }))
  router.use(
    policyRoutes(needs),
    targetRoutes(needs),
    personTimeRoutes(needs),
    reportRoutes(needs),
    rosterRoutes(needs),
  )
  return router
}
