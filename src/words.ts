import { personFileWords } from './desk/person-files/person-file.words.js'
import { mistakeWords } from './desk/mistakes/mistake.words.js'
import { awardTableWords } from './competitions/award-tables/award-table.words.js'
import { awardWords } from './competitions/awards/award.words.js'
import { assignmentWords } from './competitions/assignments/assignment.words.js'
import { calendarWords } from './competitions/calendar/calendar.words.js'
import { competitionWords } from './competitions/competitions/competition.words.js'
import { drawWords } from './competitions/draws/draw.words.js'
import { entryFileWords } from './competitions/entry-files/entry-file.words.js'
import { entryWords } from './competitions/entries/entry.words.js'
import { eventWords } from './competitions/events/event.words.js'
import { schemeWords } from './competitions/marking-schemes/scheme.words.js'
import { keyingWords } from './competitions/keying/keying.words.js'
import { appealWords } from './competitions/appeals/appeal.words.js'
import { contestResultWords } from './competitions/results/result.words.js'
import { correctionWords } from './competitions/corrections/correction.words.js'
import { markingWords } from './competitions/marking/marking.words.js'
import { competitionReportWords } from './desk/competition-reports/competition-report.words.js'
import { homeWords } from './desk/home/home.words.js'
import { guideWords, portalWords } from './desk/portal/portal.words.js'
import { createTranslator } from './web/i18n.js'
import { errorWords } from './web/error.words.js'
import { frameWords } from './web/frame.words.js'
import { navWords } from './nav.words.js'
import { auditEventWords } from './office/audit/audit-event.words.js'
import { auditWords } from './office/audit/audit.words.js'
import { deadLetterWords } from './office/dead-letters/dead-letter.words.js'
import { notificationWords } from './office/notifications/notification.words.js'
import { taskWords } from './office/tasks/task.words.js'
import { certificateBatchWords } from './papers/certificate-batches/certificate-batch.words.js'
import { certificateNumberWords } from './papers/certificate-numbers/certificate-number.words.js'
import { certificateChangeWords } from './papers/certificate-changes/certificate-change.words.js'
import { certificateWords } from './papers/certificates/certificate.words.js'
import { ownWords } from './papers/own-certificates/own.words.js'
import { batchWords } from './papers/recognition-batches/batch.words.js'
import { statementWords } from './papers/recognition-statements/statement.words.js'
import { partnerReportWords } from './desk/partner-reports/partner-report.words.js'
import { agreementWords } from './papers/recognition-agreements/agreement.words.js'
import { recognitionWords } from './papers/recognitions/recognition.words.js'
import { sourceRegisterWords } from './papers/source-registers/source-register.words.js'
import { verificationWords } from './papers/verification/verification.words.js'
import { accountWords, roleWords } from './registry/accounts/account.words.js'
import { occupationWords } from './registry/occupations/occupation.words.js'
import { organisationWords } from './registry/organisations/organisation.words.js'
import { documentCorrectionWords } from './registry/document-corrections/document-correction.words.js'
import { traineeAccountWords } from './registry/trainee-accounts/trainee-account.words.js'
import { nameCorrectionWords } from './registry/name-corrections/name-correction.words.js'
import { personWords } from './registry/people/person.words.js'
import { policyWords } from './office/policies/policy.words.js'
import { targetWords } from './counting/targets/target.words.js'
import { rosterWords } from './desk/rosters/roster.words.js'
import { reportWords } from './desk/reports/report.words.js'
import { courseRunWords } from './training/course-runs/course-run.words.js'
import { courseWords } from './training/courses/course.words.js'
import { lessonWords } from './training/lessons/lesson.words.js'
import { runChangeWords } from './training/run-changes/run-change.words.js'
import { runReviewWords } from './training/run-reviews/run-review.words.js'
import { talentWords } from './desk/talents/talent.words.js'
import { learningAccountWords } from './papers/learning-accounts/learning-account.words.js'
import { learningRecordWords } from './papers/learning-records/learning-record.words.js'
import { transcriptWords } from './papers/transcripts/transcript.words.js'
import { personTimeWords } from './counting/person-time-lists/person-time.words.js'
import { enrolmentWords } from './training/enrolments/enrolment.words.js'
import { resultWords } from './training/assessments/result.words.js'
import { rosterImportWords } from './training/roster-imports/roster-import.words.js'
import { planWords } from './workplace/apprenticeship-plans/plan.words.js'
import { planReviewWords } from './workplace/apprenticeship-reviews/plan-review.words.js'
import { apprenticeshipWords } from './workplace/apprenticeships/apprenticeship.words.js'
import { settlementWords } from './workplace/settlements/settlement.words.js'
import { apprenticeChangeWords } from './workplace/apprentice-changes/apprentice-change.words.js'
import { apprenticeChainWords } from './workplace/apprentice-transfers/chain.words.js'
import { apprenticeFileWords } from './workplace/apprentice-files/apprentice-file.words.js'
import { apprenticeCheckWords } from './workplace/apprentice-checks/check.words.js'
import { contractWords } from './workplace/apprentice-contracts/contract.words.js'
import { apprenticeWords } from './workplace/apprentices/apprentice.words.js'
import { teachingWords } from './workplace/central-teaching/teaching.words.js'
import { mentorshipWords } from './workplace/mentorships/mentorship.words.js'
import { ownApprenticeshipWords } from './workplace/own-apprenticeships/own-apprenticeship.words.js'
import { workplaceLogWords } from './workplace/workplace-logs/log.words.js'

/** Every room's sentences by the first part of their key. */
export const words = {
  errors: errorWords,
  frame: frameWords,
  nav: navWords,
  audit: auditWords,
  auditEvents: auditEventWords,
  deadLetters: deadLetterWords,
  notifications: notificationWords,
  tasks: taskWords,
  home: homeWords,
  competitionReports: competitionReportWords,
  competitions: { ...competitionWords, ...calendarWords },
  events: eventWords,
  schemes: schemeWords,
  entries: entryWords,
  entryFiles: entryFileWords,
  assignments: assignmentWords,
  draws: drawWords,
  marking: markingWords,
  keying: keyingWords,
  contestResults: contestResultWords,
  corrections: correctionWords,
  appeals: appealWords,
  awards: awardWords,
  awardTables: awardTableWords,
  mistakes: mistakeWords,
  personFiles: personFileWords,
  portal: portalWords,
  guides: guideWords,
  accounts: accountWords,
  apprentices: apprenticeWords,
  apprenticeChanges: apprenticeChangeWords,
  apprenticeChains: apprenticeChainWords,
  apprenticeFiles: apprenticeFileWords,
  apprenticeChecks: apprenticeCheckWords,
  contracts: contractWords,
  mentorships: mentorshipWords,
  workplaceLogs: workplaceLogWords,
  centralTeaching: teachingWords,
  ownApprenticeships: ownApprenticeshipWords,
  roles: roleWords,
  organisations: organisationWords,
  occupations: occupationWords,
  people: personWords,
  traineeAccounts: traineeAccountWords,
  documentCorrections: documentCorrectionWords,
  nameCorrections: nameCorrectionWords,
  certificates: certificateWords,
  certificateChanges: certificateChangeWords,
  certificateBatches: certificateBatchWords,
  certificateNumbers: certificateNumberWords,
  recognitionBatches: batchWords,
  statements: statementWords,
  partnerReports: partnerReportWords,
  agreements: agreementWords,
  sourceRegisters: sourceRegisterWords,
  recognitions: recognitionWords,
  verification: verificationWords,
  own: ownWords,
  learningAccounts: learningAccountWords,
  talents: talentWords,
  learningRecords: learningRecordWords,
  transcripts: transcriptWords,
  policies: policyWords,
  courses: courseWords,
  courseRuns: courseRunWords,
  lessons: lessonWords,
  runReviews: runReviewWords,
  runChanges: runChangeWords,
  personTimes: personTimeWords,
  targets: targetWords,
  reports: reportWords,
  rosters: rosterWords,
  enrolments: enrolmentWords,
  rosterImports: rosterImportWords,
  results: resultWords,
  apprenticeships: apprenticeshipWords,
  apprenticeshipPlans: planWords,
  planReviews: planReviewWords,
  settlements: settlementWords,
}

/** One for the process: to compile the words of all rooms takes longer than to draw a page. */
export const translator = createTranslator(words)
