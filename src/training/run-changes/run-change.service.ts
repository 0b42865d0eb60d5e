import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import { paths } from '../../paths.js'
import { forbidden, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import {
  addStep,
  filedFactsOf,
  loadRun,
  refusalOf,
  settleAgain,
  type RunDocument,
  type RunNeeds,
} from '../course-runs/course-run-record.js'
import { changeDecisionVerdict, mayRequestChange } from '../course-runs/course-run.rules.js'
import type { RunChecks } from '../run-facts/run-checks.js'
import { changedFacts, type FiledFacts } from '../run-facts/run-facts.rules.js'

type Needs = Pick<RunNeeds, 'clock' | 'outbox' | 'notifications' | 'organisations'> & { checks: RunChecks }

/** Frozen facts change only by a request that somebody else decides; every version is kept (domain.md 12.17). */
export function createRunChangeService({ clock, outbox, notifications, organisations, checks }: Needs) {
  return {
    async request(id: string, facts: FiledFacts, reason: string, actor: Actor, version?: number): Promise<void> {
      await transact(async () => {
        if (!may(actor, 'course-run.edit')) throw forbidden('not-your-role')
        const run = await loadRun(id, actor, version)
        if (!mayRequestChange(run.state)) throw refused('courseRuns.wrong-state')
        if (run.changeRequest?.requestedById) throw refused('runChanges.already-asked')
        const asked = await withBodyName(facts)
        if (changedFacts(filedFactsOf(run), asked).length === 0) throw refused('runChanges.nothing-changed')
        await assertReady(run, asked)
        run.set({
          changeRequest: {
            reason,
            facts: asked,
            requestedAt: clock.now(),
            requestedById: actor.id,
            requestedByName: actor.name,
          },
        })
        addStep(run, clock, actor, { act: 'change-requested', note: reason })
        await run.save()
        noteAct('course-run', id, { act: 'change-requested' })
        await notifications.tell({
          audience: { role: 'county-officer', region: run.region },
          key: 'runChanges.newsRequested',
          params: { title: run.title },
          href: paths.courseRuns.change(id),
        })
      })
    },

    /** Accepting makes a new version, which holds from now on; the old ones stay readable. */
    async decide(id: string, accept: boolean, note: string | undefined, actor: Actor, version?: number): Promise<void> {
      await transact(async () => {
        const run = await loadRun(id, actor, version)
        const verdict = changeDecisionVerdict(
          { ...run.toObject(), requestedById: run.changeRequest?.requestedById },
          actor,
        )
        if (!verdict.ok) throw refusalOf(verdict.reason, run)
        if (!accept && !note) throw refused('runChanges.refusalMissing')
        if (accept) await take(run, actor)
        run.set({ changeRequest: undefined })
        addStep(run, clock, actor, { act: accept ? 'change-accepted' : 'change-refused', ...(note && { note }) })
        await run.save()
        noteAct('course-run', id, { act: accept ? 'change-accepted' : 'change-refused', version: run.filedVersion })
        const key = accept ? 'runChanges.newsAccepted' : 'runChanges.newsRefused'
        await notifications.tell({
          audience: { organisationId: run.organisationId },
          key,
          params: { title: run.title, note: note ?? '' },
          href: paths.courseRuns.show(id),
        })
      })
    },

    /** The institution takes its own request back while nobody has decided it. */
    async takeBack(id: string, actor: Actor): Promise<void> {
      await transact(async () => {
        if (!may(actor, 'course-run.edit')) throw forbidden('not-your-role')
        const run = await loadRun(id, actor)
        if (!run.changeRequest?.requestedById) throw refused('courseRuns.nothing-requested')
        run.set({ changeRequest: undefined })
        addStep(run, clock, actor, { act: 'change-taken-back' })
        await run.save()
        noteAct('course-run', id, { act: 'change-taken-back' })
      })
    },
  }

  async function take(run: RunDocument, actor: Actor) {
    const { facts, reason } = run.changeRequest!
    const asked = facts as FiledFacts
    await assertReady(run, asked)
    const version = run.filedVersion + 1
    run.set({ assessmentBodyId: undefined, assessmentBodyName: undefined, ...asked, filedVersion: version })
    run.versions!.push({ version, at: clock.now(), byId: actor.id, byName: actor.name, reason, facts: asked })
    if (run.state === 'running') await settleAgain(run, outbox)
  }

  /** A run that has begun keeps its first day; of one that has not, it must still lie ahead, unless it stays as it was. */
  function assertReady(run: RunDocument, facts: FiledFacts): Promise<void> {
    if (run.state === 'running' && facts.startsOn !== run.startsOn) throw refused('runChanges.has-begun')
    return checks.assertReady({
      course: run.toObject().course,
      facts,
      enrolled: run.enrolled,
      organisationId: run.organisationId,
      startMayBePast: facts.startsOn === run.startsOn,
    })
  }

  async function withBodyName({ assessmentBodyName: _old, ...facts }: FiledFacts): Promise<FiledFacts> {
    if (!facts.assessmentBodyId) return facts
    return { ...facts, assessmentBodyName: (await organisations.get(facts.assessmentBodyId)).name }
  }
}
export type RunChangeService = ReturnType<typeof createRunChangeService>
