import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import { paths } from '../../paths.js'
import { yearOf } from '../../shared/dates.js'
import { forbidden, refused } from '../../shared/errors.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { may, type Actor } from '../../shared/permissions.js'
import { titlePinyin } from '../../shared/pinyin.js'
import { nextInSequence, openSequence } from '../../training/numbering/sequence.js'
import {
  addStep,
  enter,
  loadApprenticeship,
  refusalOf,
  type ApprenticeshipNeeds,
} from '../apprenticeships/apprenticeship-record.js'
import { Apprenticeship } from '../apprenticeships/apprenticeship.model.js'
import { apprenticeshipVerdict, isEditable } from '../apprenticeships/apprenticeship.rules.js'
import { createPlanReadiness } from './plan-readiness.queries.js'
import { planNumber, planTitle, type PlanInput } from './plan.rules.js'

/** A plan as its enterprise prepares and submits it. */
export function createPlanService({
  clock,
  outbox,
  notifications,
  policies,
  organisations,
  occupations,
}: ApprenticeshipNeeds) {
  const readiness = createPlanReadiness({ clock, policies, organisations, occupations })
  const service = {
    ...readiness,

    async create(input: PlanInput, actor: Actor): Promise<string> {
      assertMaker(actor)
      const enterprise = await organisations.get(actor.organisationId!)
      const year = yearOf(clock.today())
      await openSequence(`apprenticeship:${year}`)
      const nextOfKind = await sequenceOf(input, actor)
      const id = newId()
      await transact(async () => {
        const facts = await factsOf(input)
        const title = planTitle(facts.occupationName, levelPrinted(input.level as Level), await nextOfKind())
        await Apprenticeship.create([
          {
            _id: id,
            number: planNumber(year, await nextInSequence(`apprenticeship:${year}`)),
            title,
            ...pinyinOf(title),
            enterpriseId: actor.organisationId,
            enterpriseName: enterprise.name,
            enterpriseInitials: enterprise.nameInitials,
            ...facts,
            state: 'draft',
            timeline: [{ act: 'created', at: clock.now(), byId: actor.id, byName: actor.name, to: 'draft' }],
            createdAt: clock.now(),
            createdBy: actor.id,
          },
        ])
        noteAct('apprenticeship', id, { to: 'draft' })
      })
      return id
    },

    async save(id: string, input: PlanInput, actor: Actor, version?: number): Promise<void> {
      assertMaker(actor)
      const nextOfKind = await sequenceOf(input, actor)
      await transact(async () => {
        const one = await loadApprenticeship(id, actor, version)
        if (!isEditable(one.state)) throw refused('apprenticeships.frozen')
        const facts = await factsOf(input)
        // Another occupation or level is another class: it takes the next place in the sequence of its own kind, its number stays.
        const sameKind = one.occupationId === input.occupationId && one.level === input.level
        const title = planTitle(
          facts.occupationName,
          levelPrinted(input.level as Level),
          sameKind ? sequenceIn(one.title) : await nextOfKind(),
        )
        one.set({ ...facts, title, ...pinyinOf(title) })
        const last = one.timeline!.at(-1)
        if (last?.act === 'edited' && last.byId === actor.id) last.at = clock.now()
        else addStep(one, clock, actor, { act: 'edited' })
        await one.save()
        noteAct('apprenticeship', id, { act: 'edited' })
      })
    },

    /** Hands the plan in for review. */
    async submit(id: string, actor: Actor, version?: number): Promise<void> {
      await transact(async () => {
        const one = await loadApprenticeship(id, actor, version)
        const verdict = apprenticeshipVerdict('submit', one, actor, { today: clock.today() })
        if (!verdict.ok) throw refusalOf(verdict.reason, one)
        await readiness.assertReady(one)
        one.set({ submittedById: actor.id, submittedOn: clock.today(), countyPassedById: undefined })
        await enter(one, verdict.to, { act: 'submit', actor }, { clock, outbox })
        await notifications.tell({
          audience: { role: 'county-officer', region: one.region },
          key: 'apprenticeships.newsSubmitted',
          params: { title: one.title },
          href: paths.apprenticeships.review(id),
        })
      })
    },
  }
  return service

  async function factsOf(input: PlanInput) {
    const occupation = await occupations.get(input.occupationId)
    const institution = await organisations.get(input.institutionId)
    const body = await organisations.get(input.assessmentBodyId)
    return {
      ...input,
      occupationName: occupation.name,
      lineage: occupation.lineage,
      institutionName: institution.name,
      assessmentBodyName: body.name,
    }
  }
}
export type PlanService = ReturnType<typeof createPlanService>

const sequenceIn = (title: string): number => Number(/第(\d+)期$/.exec(title)?.[1] ?? 1)

function pinyinOf(title: string) {
  const { namePinyin, nameInitials } = titlePinyin(title)
  return { titlePinyin: namePinyin, titleInitials: nameInitials }
}

function assertMaker(actor: Actor): void {
  if (!may(actor, 'apprenticeship.edit')) throw forbidden('not-your-role')
  if (!actor.organisationId) throw refused('courses.no-organisation')
}

/** Draws the next place among the plans of one enterprise for one occupation and level. */
async function sequenceOf(
  { occupationId, level }: PlanInput,
  { organisationId }: Actor,
): Promise<() => Promise<number>> {
  const ofKind = `apprenticeship:${organisationId}:${occupationId}:${level}`
  await openSequence(ofKind)
  return () => nextInSequence(ofKind)
}
