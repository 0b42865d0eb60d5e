import type { Infra } from './infra/infra.js'
import { onBeforeCommit } from './infra/mongo.js'
import { createDeadLetters } from './infra/outbox/dead-letters.js'
import { createAuditService } from './office/audit/audit.service.js'
import { createNotificationService } from './office/notifications/notification.service.js'
import { createPolicyService } from './office/policies/policy.service.js'
import { createTaskService } from './office/tasks/task.service.js'
import { accountQueries } from './registry/accounts/account.queries.js'
import { createAccountService } from './registry/accounts/account.service.js'
import { createOccupationService } from './registry/occupations/occupation.service.js'
import { Organisation } from './registry/organisations/organisation.model.js'
import { createOrganisationReviewService } from './registry/organisation-reviews/organisation-review.service.js'
import { createOrganisationService } from './registry/organisations/organisation.service.js'
import { createDocumentCorrectionService } from './registry/document-corrections/document-correction.service.js'
import { createNameCorrectionService } from './registry/name-corrections/name-correction.service.js'
import { createTraineeAccountService } from './registry/trainee-accounts/trainee-account.service.js'
import { createPersonService } from './registry/people/person.service.js'

/** The floors that every wing stands on, wired: office and registry. */
export function createGroundServices(infra: Infra) {
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
  const traineeAccounts = createTraineeAccountService({ accounts, people })
  const documentCorrections = createDocumentCorrectionService({ ...infra, people })
  const nameCorrections = createNameCorrectionService({ ...infra, notifications })

  return {
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
    traineeAccounts,
    documentCorrections,
    nameCorrections,
  }
}
/** What the wings above are given. */
export type Ground = Infra & ReturnType<typeof createGroundServices>
