import { createCompetitionServices } from './competition-services.js'
import { tallyOf } from './counting/person-time-lists/person-time-tally.queries.js'
import { pageOfRows } from './counting/person-time-lists/person-time.queries.js'
import { createPersonTimeService } from './counting/person-times/person-time.service.js'
import { createRecountService } from './counting/recounts/recount.service.js'
import { createTargetService } from './counting/targets/target.service.js'
import { dueFor, yearsOf } from './desk/home/home.queries.js'
import { createMistakeService } from './desk/mistakes/mistake.service.js'
import { createReportService } from './desk/reports/report.service.js'
import { secondsSinceBeat } from './infra/heartbeat.js'
import type { Infra } from './infra/infra.js'
// Every process knows every collection, so that all compare the same indexes.
import './infra/schedules.js'
import { onBeforeCommit } from './infra/mongo.js'
import { countStuck, createDeadLetters } from './infra/outbox/dead-letters.js'
import { createAuditService } from './office/audit/audit.service.js'
import { createNotificationService } from './office/notifications/notification.service.js'
import { createPolicyService } from './office/policies/policy.service.js'
import { createReconcileService } from './office/reconcile/reconcile.service.js'
import { createTaskService } from './office/tasks/task.service.js'
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
import { createCertificateIssueService } from './papers/certificate-batches/certificate-issue.service.js'
import { createApprenticeshipSource } from './papers/certificate-sources/apprenticeship-source.js'
import { createCompetitionSource } from './papers/certificate-sources/competition-source.js'
import { createCourseRunSource } from './papers/certificate-sources/course-run-source.js'
import { createIssuerOf } from './papers/certificate-sources/course-run-issuer.js'
import { createCertificateNumberService } from './papers/certificate-numbers/certificate-number.service.js'
import { certificateFaults } from './papers/certificates/certificate.checks.js'
import { createCertificateService } from './papers/certificates/certificate.service.js'
import { createCertificateStanding } from './papers/certificates/certificate-standing.service.js'
import { createBatchService } from './papers/recognition-batches/batch.service.js'
import { createAgreementService } from './papers/recognition-agreements/agreement.service.js'
import { createRecognitionService } from './papers/recognitions/recognition.service.js'
import { createSourceKeyService } from './papers/source-registers/source-key.service.js'
import { createSourceRegisterService } from './papers/source-registers/source-register.service.js'
import { createVerificationService } from './papers/verification/verification.service.js'
import { accountQueries } from './registry/accounts/account.queries.js'
import { createAccountService } from './registry/accounts/account.service.js'
import { createOccupationService } from './registry/occupations/occupation.service.js'
import { Organisation } from './registry/organisations/organisation.model.js'
import { createOrganisationReviewService } from './registry/organisation-reviews/organisation-review.service.js'
import { licenceVerdict } from './registry/organisations/organisation.rules.js'
import { createOrganisationService } from './registry/organisations/organisation.service.js'
import { createPersonService } from './registry/people/person.service.js'
import { may, type Actor } from './shared/permissions.js'
import { createResultService } from './training/assessments/result.service.js'
import { createCourseRunService } from './training/course-runs/course-run.service.js'
import { createCourseService } from './training/courses/course.service.js'
import { createEnrolmentService } from './training/enrolments/enrolment.service.js'
import { createRosterImportService } from './training/roster-imports/roster-import.service.js'
import { createRunChangeService } from './training/run-changes/run-change.service.js'
import { createRunReviewService } from './training/run-reviews/run-review.service.js'
import { createResultFileService } from './training/result-sheets/result-file.service.js'
import { createTraineeService } from './training/trainees/trainee.service.js'
import { createPlanReviewService } from './workplace/apprenticeship-reviews/plan-review.service.js'
import { createPlanService } from './workplace/apprenticeship-plans/plan.service.js'
import { createApprenticeshipService } from './workplace/apprenticeships/apprenticeship.service.js'
import { createApprenticeChangeService } from './workplace/apprentice-changes/apprentice-change.service.js'
import { createCheckService } from './workplace/apprentice-checks/check.service.js'
import { createContractService } from './workplace/apprentice-contracts/contract.service.js'
import { createApprenticeQueries } from './workplace/apprentices/apprentice.queries.js'
import { createApprenticeService } from './workplace/apprentices/apprentice.service.js'
import { createTeachingService } from './workplace/central-teaching/teaching.service.js'
import { createMentorshipService } from './workplace/mentorships/mentorship.service.js'
import { createWorkplaceLogService } from './workplace/workplace-logs/log.service.js'
import { createSettlementService } from './workplace/settlements/settlement.service.js'
import { countedRunsOf } from './counting/person-times/counted-runs.queries.js'
import { heldLevelsOf } from './papers/certificates/held-levels.queries.js'
import { certificateStatesOf } from './papers/certificates/certificate-states.queries.js'
import { createTranslator } from './web/i18n.js'
import { words } from './words.js'

/** Wires the floors from the ground up; the order of the lines is the order of dependence. */
export function createServices(infra: Infra) {
  // office
  const deadLetters = createDeadLetters(infra)
  const audit = createAuditService(infra)
  onBeforeCommit(audit.recordInTransaction)
  const tasks = createTaskService(infra)
  const policies = createPolicyService(infra)
  const notifications = createNotificationService({ ...infra, accountsOf: accountQueries.idsOf })

  // registry
  const organisationNameOf = async (id: string) =>
    (await Organisation.findById(id).select('name').lean<{ name: string }>())?.name
  const accounts = createAccountService({ ...infra, organisationNameOf })
  const occupations = createOccupationService()
  const organisations = createOrganisationService({ ...infra, notifications })
  const organisationReviews = createOrganisationReviewService({ ...infra, notifications })
  const people = createPersonService(infra)

  // training
  const courses = createCourseService({ ...infra, occupations, organisations, policies })
  const courseRuns = createCourseRunService({ ...infra, notifications, policies, organisations, courses })
  const runChanges = createRunChangeService({ ...infra, notifications, organisations, checks: courseRuns.checks })
  const runReviews = createRunReviewService({ ...infra, policies, organisations, courseRuns })
  const enrolments = createEnrolmentService({ ...infra, policies, courseRuns })
  const results = createResultService({ ...infra, policies, courseRuns })
  const rosterImports = createRosterImportService({ ...infra, tasks, people, courseRuns, enrolments })
  const trainees = createTraineeService({ ...infra, people, courseRuns, enrolments })
  const resultFiles = createResultFileService({ people, enrolments })

  // workplace
  const apprenticeshipPlans = createPlanService({ ...infra, notifications, policies, organisations, occupations })
  const apprenticeships = createApprenticeshipService({ ...infra, notifications, policies, organisations, occupations })
  const planReviews = createPlanReviewService({ ...infra, policies, organisations })
  // Certificates and the ledger stand on higher floors; they are only asked.
  const settlements = createSettlementService({
    ...infra,
    policies,
    notifications,
    apprenticeships,
    told: { certificateStates: certificateStatesOf, countedRuns: countedRunsOf },
  })

  const apprentices = createApprenticeService({ ...infra, people })
  const apprenticeQueries = createApprenticeQueries({ policies })
  const apprenticeChanges = createApprenticeChangeService({ ...infra, policies, notifications })
  const contracts = createContractService(infra)
  const mentorships = createMentorshipService({ ...infra, policies, notifications })
  const workplaceLogs = createWorkplaceLogService({ ...infra, policies })
  const centralTeaching = createTeachingService({ ...infra, people, courseRuns, enrolments })
  const apprenticeChecks = createCheckService({ ...infra, policies })

  const contest = createCompetitionServices({
    ...infra,
    notifications,
    policies,
    organisations,
    occupations,
    people,
    levelsOf: heldLevelsOf,
  })

  // papers
  const numbers = createCertificateNumberService(infra)
  const issuerOf = createIssuerOf({ policies, licenceVerdict })
  const sources = {
    'course-run': createCourseRunSource({ ...infra, issuerOf }),
    apprenticeship: createApprenticeshipSource({ ...infra, issuerOf }),
    competition: createCompetitionSource(infra),
  }
  const certificateIssue = createCertificateIssueService({ ...infra, tasks, notifications, numbers, sources })
  const certificates = createCertificateService({ ...infra, notifications, numbers, sources })
  const verification = createVerificationService(infra)
  const achievements = createAchievements([
    apprenticeshipAchievements,
    awardAchievements,
    courseAchievements,
    certificateAchievements,
    recordAchievements,
    recognitionAchievements,
  ])
  const learningAccounts = createLearningAccountService({ ...infra, policies, achievements })
  const learningRecords = createLearningRecordService({ ...infra, notifications })
  const transcripts = createTranscriptService(infra)
  const creditRecounts = createCreditRecountService({ learningAccounts })

  // papers: recognition
  const agreements = createAgreementService({ ...infra, occupations })
  const sourceKeys = createSourceKeyService(infra)
  const sourceRegisters = createSourceRegisterService({ ...infra, tasks, people })
  const recognitions = createRecognitionService({
    ...infra,
    notifications,
    policies,
    people,
    occupations,
    agreements,
    standing: createCertificateStanding(),
  })
  const recognitionBatches = createBatchService({ ...infra, tasks, occupations, recognitions })

  // counting
  const ledger = createPersonTimeService({ ...infra, policies })
  const personTimes = { ...ledger, ...createRecountService({ personTimes: ledger }) }
  policies.onAdded(async ({ key, from }) => {
    await personTimes.settleSince(from)
    await learningAccounts.settleSince({ key, from })
  })
  const targets = createTargetService(infra)
  const verdictsOf = async (personId: string) =>
    new Map(
      (await pageOfRows({}, { personId }, 0, 200)).map(({ _id, verdict, reason }) => [
        _id,
        { verdict, ...(reason && { reason }) },
      ]),
    )

  // desk
  const mistakes = createMistakeService({ ...infra, notifications })
  const reports = createReportService({ ...infra, targets, policies, tasks, translator: createTranslator(words) })

  // What a crash may leave behind; every count should be 0.
  const reconcile = createReconcileService({
    ...infra,
    checks: [
      { name: 'dead letters', run: deadLetters.count },
      { name: 'work nobody took', run: () => countStuck(infra.clock.now()) },
      { name: 'numbers nobody came back for', run: numbers.voidForgotten },
      { name: 'credits that do not agree with their sources', nightly: true, run: () => creditRecounts.faults() },
      {
        name: 'certificates of the day that do not hold together',
        nightly: true,
        run: () => certificateFaults({ ...infra, now: infra.clock.now() }),
      },
    ],
  })

  const counts = async (actor: Actor) => ({
    inbox: (await dueFor(actor, infra.clock.today())).length,
    tasks: await tasks.countRunning(actor.id),
    messages: await notifications.countUnread(actor.id),
    ...(may(actor, 'dead-letter.manage') && { deadLetters: await deadLetters.count() }),
  })
  const health = async () => ({
    workerSeenSecondsAgo: (await secondsSinceBeat(infra.clock.now())) ?? null,
    deadLetters: await deadLetters.count(),
  })

  /** The latest year that has anything counted, for the front page. */
  const publicFigures = async (thisYear: number) => {
    const years = await yearsOf()
    const year = years.includes(thisYear) ? thisYear : (years[0] ?? thisYear)
    return { year, ...(await tallyOf({ year, measure: 'subsidised', verdict: 'counted' }, {})) }
  }

  const recognition = { recognitionBatches, agreements, sourceKeys, sourceRegisters, recognitions }
  const learning = { achievements, learningAccounts, learningRecords, transcripts, creditRecounts }
  const workplace = {
    apprentices,
    apprenticeQueries,
    apprenticeChanges,
    contracts,
    mentorships,
    workplaceLogs,
    centralTeaching,
    apprenticeChecks,
    apprenticeshipPlans,
    apprenticeships,
    planReviews,
    settlements,
  }
  return {
    ...workplace,
    ...contest,
    ...learning,
    ...recognition,
    reconcile,
    mistakes,
    publicFigures,
    deadLetters,
    audit,
    tasks,
    policies,
    notifications,
    accounts,
    occupations,
    organisations,
    organisationReviews,
    people,
    courses,
    courseRuns,
    runChanges,
    runReviews,
    enrolments,
    results,
    rosterImports,
    trainees,
    resultFiles,
    numbers,
    certificateIssue,
    certificates,
    verification,
    verdictsOf,
    personTimes,
    targets,
    reports,
    counts,
    health,
  }
}
export type Services = ReturnType<typeof createServices>
