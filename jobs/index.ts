import type { JobName, JobPayload } from '../src/infra/job-contracts.js'
import type { Delivery, JobWork, Works } from '../src/infra/outbox/delivery.js'
import type { Services } from '../src/services.js'

/** Binds a contract to a service function; the payload was parsed by its contract. */
const work =
  <N extends JobName>(_name: N, run: (payload: JobPayload<N>, delivery: Delivery) => Promise<unknown>): JobWork =>
  async (payload, delivery) =>
    void (await run(payload as JobPayload<N>, delivery))

/** Every contract has its work; a missing one does not compile. */
export function createWorks(s: Services): Works {
  return {
    'certificates.issue-chunk': work('certificates.issue-chunk', ({ batchId, chunk }, delivery) =>
      s.certificateIssue.issueChunk(batchId, chunk, delivery),
    ),
    'person-times.settle-run': work('person-times.settle-run', ({ courseRunId }, delivery) =>
      s.personTimes.settleRun(courseRunId, delivery),
    ),
    'person-times.settle-apprenticeship': work('person-times.settle-apprenticeship', ({ apprenticeshipId }, delivery) =>
      s.personTimes.settleApprenticeship(apprenticeshipId, delivery),
    ),
    'person-times.settle-person': work('person-times.settle-person', ({ personId }, delivery) =>
      s.personTimes.settlePerson(personId, delivery),
    ),
    'credits.settle-run': work('credits.settle-run', ({ courseRunId }, delivery) =>
      s.learningAccounts.settleRun(courseRunId, delivery),
    ),
    'credits.settle-batch': work('credits.settle-batch', ({ batchId }, delivery) =>
      s.learningAccounts.settleBatch(batchId, delivery),
    ),
    'credits.settle-person': work('credits.settle-person', ({ personId }, delivery) =>
      s.learningAccounts.settlePerson(personId, delivery),
    ),
    'credits.settle-all': work('credits.settle-all', (_payload, delivery) => s.creditRecounts.rebuild({ delivery })),
    'reports.print': work('reports.print', ({ taskId }, delivery) => s.reports.print(taskId, delivery)),
    'imports.write-roster': work('imports.write-roster', ({ importId }, delivery) =>
      s.rosterImports.write(importId, delivery),
    ),
    'people.write-copies': work('people.write-copies', ({ personId }, delivery) =>
      s.people.writeCopies(personId, delivery),
    ),
    'notifications.send': work('notifications.send', ({ notificationId }) => s.notifications.deliver(notificationId)),
    'source-registers.write': work('source-registers.write', ({ registerId }, delivery) =>
      s.sourceRegisters.write(registerId, delivery),
    ),
    'recognitions.hear-source': work('recognitions.hear-source', ({ registerId, first, last }, delivery) =>
      s.recognitions.hearSource(registerId, first, last, delivery),
    ),
    'recognitions.write-batch': work('recognitions.write-batch', ({ batchId }, delivery) =>
      s.recognitionBatches.write(batchId, delivery),
    ),
    'recognitions.ask-due': work('recognitions.ask-due', (_day, delivery) => s.recognitions.askDue(delivery)),
    'reconcile.run': work('reconcile.run', ({ period }) => s.reconcile.run(period)),
  }
}
