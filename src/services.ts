import { createCompetitionServices } from './competition-services.js'
import { countedRunsOf } from './counting/person-times/counted-runs.queries.js'
import { tallyOf } from './counting/person-time-lists/person-time-tally.queries.js'
import { pageOfRows } from './counting/person-time-lists/person-time.queries.js'
import { createPersonTimeService } from './counting/person-times/person-time.service.js'
import { createRecountService } from './counting/recounts/recount.service.js'
import { createTargetService } from './counting/targets/target.service.js'
import { dueFor, yearsOf } from './desk/home/home.queries.js'
import { createMistakeService } from './desk/mistakes/mistake.service.js'
import { createReportService } from './desk/reports/report.service.js'
import { createGroundServices } from './ground-services.js'
import { secondsSinceBeat } from './infra/heartbeat.js'
import { held } from './infra/held.js'
import type { Infra } from './infra/infra.js'
import { countStuck } from './infra/outbox/dead-letters.js'
// Every process knows every collection, so that all compare the same indexes.
import './infra/schedules.js'
import { createReconcileService } from './office/reconcile/reconcile.service.js'
import { createPaperServices } from './paper-services.js'
import { certificateStatesOf } from './papers/certificate-standing/certificate-states.queries.js'
import { certificateFaults } from './papers/certificate-standing/certificate.checks.js'
import { heldLevelsOf } from './papers/achievements/held-levels.queries.js'
import { may, type Actor } from './shared/permissions.js'
import { createTrainingServices } from './training-services.js'
import { translator } from './words.js'
import { createWorkplaceServices } from './workplace-services.js'

/** Wires the floors from the ground up; the order of the lines is the order of dependence. */
export function createServices(infra: Infra) {
  const office = createGroundServices(infra)
  const { deadLetters, notifications, policies, tasks } = office
  const ground = { ...infra, ...office }
  const training = createTrainingServices(ground)
  // Certificates and the ledger stand on higher floors; they are only asked.
  const workplace = createWorkplaceServices(ground, training, {
    certificateStates: certificateStatesOf,
    countedRuns: countedRunsOf,
  })
  const contest = createCompetitionServices({ ...ground, levelsOf: heldLevelsOf })
  const papers = createPaperServices(ground)
  const { creditRecounts, learningAccounts, numbers } = papers

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
  const reports = createReportService({ ...infra, targets, policies, tasks, translator })

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

  // What waits for somebody is read in a dozen rooms, and every page of the staff shows how much it is.
  const dues = held(
    infra.clock,
    10_000,
    (actor: Actor) => dueFor(actor, infra.clock.today()),
    ({ id }) => id,
  )
  /** The numbers beside the menu, side by side; `forget` after an act of one's own. */
  const countsOf = async (actor: Actor) => {
    const [due, running, messages, letters] = await Promise.all([
      dues(actor),
      tasks.countRunning(actor.id),
      notifications.countUnread(actor.id),
      may(actor, 'dead-letter.manage') ? deadLetters.count() : undefined,
    ])
    return { inbox: due.length, tasks: running, messages, ...(letters !== undefined && { deadLetters: letters }) }
  }
  const counts = Object.assign(countsOf, { forget: dues.forget })
  const health = async () => ({
    workerSeenSecondsAgo: (await secondsSinceBeat(infra.clock.now())) ?? null,
    deadLetters: await deadLetters.count(),
  })

  /** The latest year that has anything counted, for the front page: anybody may open it, so it counts once in a minute. */
  const publicFigures = held(infra.clock, 60_000, async (thisYear: number) => {
    const years = await yearsOf()
    const year = years.includes(thisYear) ? thisYear : (years[0] ?? thisYear)
    return { year, ...(await tallyOf({ year, measure: 'subsidised', verdict: 'counted' }, {})) }
  })

  return {
    ...office,
    ...training,
    ...workplace,
    ...contest,
    ...papers,
    personTimes,
    targets,
    verdictsOf,
    publicFigures,
    mistakes,
    reports,
    reconcile,
    counts,
    dues,
    health,
  }
}
export type Services = ReturnType<typeof createServices>
